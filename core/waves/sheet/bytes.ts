import { putUtf8 } from '../scan/decode.ts';

/** Bytes that grow, as UTF-8. */
export class ByteWriter {
  length = 0;
  bytes: Uint8Array;

  constructor(room = 65_536) {
    this.bytes = new Uint8Array(room);
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.widen(1);
    this.bytes[this.length++] = value;
  }

  copy(from: Uint8Array, start: number, end: number): void {
    this.widen(end - start);
    this.bytes.set(from.subarray(start, end), this.length);
    this.length += end - start;
  }

  /** A lone surrogate becomes U+FFFD. */
  text(text: string): void {
    this.widen(text.length * 3);
    for (let i = 0; i < text.length; i++) {
      const point = text.codePointAt(i)!;
      if (point > 0xffff) i++;
      this.length = putUtf8(this.bytes, this.length, point >= 0xd800 && point < 0xe000 ? 0xfffd : point);
    }
  }

  /** A text as one cell of a CSV: quoted where it must be. */
  cell(text: string): void {
    this.text(/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  }

  clear(): void {
    this.length = 0;
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private widen(by: number): void {
    const need = this.length + by;
    if (need <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(need, this.bytes.length + (this.bytes.length >> 1)));
    wider.set(this.bytes.subarray(0, this.length));
    this.bytes = wider;
  }
}
