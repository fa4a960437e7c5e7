import { Utf8Sink } from '#core/waves/index.ts';

const quote = 0x22;
const backslash = 0x5c;
const hex = '0123456789abcdef';

/** JSON written as bytes. */
export class JsonSink extends Utf8Sink {
  /** Bytes that are JSON already. */
  raw(bytes: Uint8Array): void {
    this.copy(bytes, 0, bytes.length);
  }

  /** A string, from its UTF-8. */
  string(text: Uint8Array, length: number): void {
    this.reserve(length * 6 + 2);
    const { bytes } = this;
    let n = this.length;
    bytes[n++] = quote;
    for (let i = 0; i < length; i++) {
      const byte = text[i]!;
      if (byte >= 0x20 && byte !== quote && byte !== backslash) bytes[n++] = byte;
      else {
        bytes[n++] = backslash;
        if (byte >= 0x20) bytes[n++] = byte;
        else for (const letter of `u00${hex[byte >> 4]}${hex[byte & 15]}`) bytes[n++] = letter.charCodeAt(0);
      }
    }
    bytes[n++] = quote;
    this.length = n;
  }
}
