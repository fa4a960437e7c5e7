import { decode } from '../scan/decode.ts';

/** What is told of a document while it is read. Names come without their prefix. */
export interface XmlHandler {
  /** `tag`: all between the angle brackets, for `attributeOf`. An empty element is opened and closed. */
  open(name: string, tag: string): void;
  /** A piece of text, as bytes [from, to); `plain` when it holds no entity to resolve (`textOf` does). */
  text(bytes: Uint8Array, from: number, to: number, plain: boolean): void;
  close(name: string): void;
}

/** A tag or text between two tags may be this long, in bytes. */
const pieceLimit = 4_000_000;
const lt = 60;
const gt = 62;
const amp = 38;
const slash = 47;

/**
 * Reads XML in pieces without holding the document: elements, text, CDATA and the five named entities. A document type
 * is refused, so nothing can be declared or fetched, and nothing grows. Lenient where the meaning is clear.
 */
export class XmlReader {
  /** What it gave up at: text that is no XML, or a document type. */
  broken = false;
  private rest: Uint8Array = new Uint8Array(0);
  private readonly handler: XmlHandler;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  /** Takes the next piece of the document; false when it gave up. */
  push(piece: Uint8Array): boolean {
    if (this.broken) return false;
    const bytes = this.rest.length === 0 ? piece : joined(this.rest, piece);
    const done = this.read(bytes);
    this.rest = bytes.slice(done);
    if (this.rest.length > pieceLimit) this.broken = true;
    return !this.broken;
  }

  /** Reads as far as whole pieces reach, and says how far. */
  private read(bytes: Uint8Array): number {
    let at = 0;
    while (!this.broken) {
      const tag = bytes.indexOf(lt, at);
      if (tag < 0) return at;
      const next = bytes[tag + 1];
      const end = next === 33 || next === 63 ? this.skipped(bytes, tag) : endOfTag(bytes, tag);
      if (end < 0) return at;
      if (tag > at) this.tellText(bytes, at, tag);
      if (next === 33) this.tellCdata(bytes, tag, end);
      else if (next !== 63) this.tellTag(bytes, tag + 1, end - 1);
      at = end;
    }
    return at;
  }

  private tellText(bytes: Uint8Array, from: number, to: number): void {
    let at = from;
    while (at < to && bytes[at] !== amp) at++;
    this.handler.text(bytes, from, to, at === to);
  }

  private tellCdata(bytes: Uint8Array, from: number, end: number): void {
    if (startsWith(bytes, from, '<![CDATA[')) this.handler.text(bytes, from + 9, end - 3, true);
  }

  private tellTag(bytes: Uint8Array, from: number, to: number): void {
    if (bytes[from] === slash) {
      this.handler.close(nameIn(bytes, from + 1, to));
      return;
    }
    const empty = bytes[to - 1] === slash;
    const name = nameIn(bytes, from, empty ? to - 1 : to);
    if (name === '') this.broken = true;
    this.handler.open(name, decode(bytes, from, empty ? to - 1 : to, true));
    if (empty) this.handler.close(name);
  }

  /** Where a comment, CDATA or instruction ends, -1 when not yet; a document type ends the reading. */
  private skipped(bytes: Uint8Array, from: number): number {
    if (bytes[from + 1] === 63) return endOf(bytes, from + 2, '?>');
    if (bytes.length < from + 9) return -1;
    if (startsWith(bytes, from, '<!--')) return endOf(bytes, from + 4, '-->');
    if (startsWith(bytes, from, '<![CDATA[')) return endOf(bytes, from + 9, ']]>');
    this.broken = true;
    return -1;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function endOf(bytes: Uint8Array, from: number, text: string): number {
  for (
    let at = bytes.indexOf(text.charCodeAt(0), from);
    at >= 0;
    at = bytes.indexOf(text.charCodeAt(0), at + 1)
  )
    if (startsWith(bytes, at, text)) return at + text.length;
  return -1;
}

/** Past the ">" that ends a tag; one within quotes does not. */
function endOfTag(bytes: Uint8Array, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === gt) return at + 1;
    else if (byte === 34 || byte === 39) quote = byte;
  }
  return -1;
}

function nameIn(bytes: Uint8Array, from: number, to: number): string {
  let start = from;
  let at = from;
  for (; at < to && bytes[at]! > 32; at++) if (bytes[at] === 58) start = at + 1;
  return decode(bytes, start, at, true);
}

/** The value of an attribute of a tag, its prefix left out; null when it has none. */
export function attributeOf(tag: string, name: string): string | null {
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1);
    let after = at + name.length;
    while (tag.charCodeAt(after) <= 32) after++;
    if ((before > 32 && before !== 58) || tag[after] !== '=') continue;
    after++;
    while (tag.charCodeAt(after) <= 32) after++;
    const quote = tag[after];
    if (quote !== '"' && quote !== "'") continue;
    const end = tag.indexOf(quote, after + 1);
    if (end >= 0) return resolved(tag.slice(after + 1, end));
  }
  return null;
}

/** Whether an attribute says yes. */
export const isOn = (text: string | null): boolean => text !== null && /^(1|true|on)$/i.test(text);

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities resolved; one that is not known stands as it is. */
export function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,10}));/gi, (all, hex, dec, name) => {
    if (name) return named[name] ?? all;
    const point = hex ? Number.parseInt(hex, 16) : Number(dec);
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : all;
  });
}
