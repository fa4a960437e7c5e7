import { Utf8Sink } from '#core/waves/index.ts';

export const comma = 0x2c;
const quote = 0x22;
const backslash = 0x5c;
const hex = '0123456789abcdef';

/** JSON written as bytes: what stands between `open` and `close` is text, and becomes a string where it stands. */
export class JsonSink extends Utf8Sink {
  /** Bytes that are JSON already. */
  raw(bytes: Uint8Array): void {
    this.copy(bytes, 0, bytes.length);
  }

  /** Begins a string; answers where its text begins. */
  open(): number {
    this.byte(quote);
    return this.length;
  }

  /** Begins a string after a comma. */
  next(): number {
    this.byte(comma);
    return this.open();
  }

  /** Ends the string whose text began there. Hardly any text holds what JSON must escape, so it is looked for, not copied. */
  close(from: number): void {
    const { bytes, length } = this;
    for (let i = from; i < length; i++) {
      const byte = bytes[i]!;
      if (byte < 0x20 || byte === quote || byte === backslash) {
        this.escape(i);
        break;
      }
    }
    this.byte(quote);
  }

  /** Writes what stands from there on once more, escaped. */
  private escape(from: number): void {
    const text = this.bytes.slice(from, this.length);
    this.length = from;
    this.reserve(text.length * 6);
    for (const byte of text) {
      if (byte < 0x20) this.text(`\\u00${hex[byte >> 4]}${hex[byte & 15]}`);
      else {
        if (byte === quote || byte === backslash) this.byte(backslash);
        this.byte(byte);
      }
    }
  }
}
