/** Bytes that grow at their end: UTF-8 is gathered here before it is stored, without a text object for every cell. */
export class Utf8Sink {
  bytes: Uint8Array;
  length = 0;

  constructor(size = 4096) {
    this.bytes = new Uint8Array(size);
  }

  /** Makes room for so many more bytes. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    wider.set(this.bytes.subarray(0, this.length));
    this.bytes = wider;
  }

  /** Appends bytes [from, to) as they are. Most are shorter than what setting up a block copy costs. */
  copy(source: Uint8Array, from: number, to: number): void {
    const size = to - from;
    this.reserve(size);
    const { bytes, length } = this;
    if (size > 64) bytes.set(source.subarray(from, to), length);
    else for (let i = 0; i < size; i++) bytes[length + i] = source[from + i]!;
    this.length = length + size;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** Appends a text; a lone surrogate becomes U+FFFD. */
  text(text: string): void {
    this.reserve(text.length * 3);
    const { bytes } = this;
    let n = this.length;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) bytes[n++] = unit;
      else if (unit < 0x800) {
        bytes[n++] = 0xc0 | (unit >> 6);
        bytes[n++] = 0x80 | (unit & 0x3f);
      } else {
        const point = text.codePointAt(i)!;
        n = putLong(bytes, n, point >= 0xd800 && point < 0xe000 ? 0xfffd : point);
        if (point > 0xffff) i++;
      }
    }
    this.length = n;
  }

  /** Lowers ASCII letters from there on in place; false where there are others, whose lower case only a string knows. */
  lower(from = 0): boolean {
    const { bytes, length } = this;
    for (let i = from; i < length; i++) {
      const byte = bytes[i]!;
      if (byte >= 0x80) return false;
      if (byte >= 0x41 && byte <= 0x5a) bytes[i] = byte | 0x20;
    }
    return true;
  }

  /** The bytes so far, in memory of their own. */
  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

function putLong(bytes: Uint8Array, at: number, point: number): number {
  let n = at;
  if (point < 0x10000) bytes[n++] = 0xe0 | (point >> 12);
  else {
    bytes[n++] = 0xf0 | (point >> 18);
    bytes[n++] = 0x80 | ((point >> 12) & 0x3f);
  }
  bytes[n++] = 0x80 | ((point >> 6) & 0x3f);
  bytes[n++] = 0x80 | (point & 0x3f);
  return n;
}
