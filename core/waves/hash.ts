import type { Mapping } from './mapping.ts';

/** SHA-256 of bytes, as an adapter gives it (`crypto.subtle.digest('SHA-256', bytes)`). */
export type Digest = (bytes: Uint8Array) => Promise<Uint8Array>;

/** SHA-256 of bytes, as 64 hexadecimal digits. */
export async function hashOf(bytes: Uint8Array, digest: Digest): Promise<string> {
  const hash = await digest(bytes);
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What goes into a wave: the survey's bytes and mapping, and those of its contacts file. */
export interface Content {
  fileHash: string;
  mapping: Mapping;
  contacts: { fileHash: string; mapping: Mapping } | null;
}

/** The hash that makes the same file with the same mapping and contacts the same wave, however the JSON was ordered. */
export async function contentHashOf(content: Content, digest: Digest): Promise<string> {
  const { contacts } = content;
  const parts = [content.fileHash, plainMapping(content.mapping)];
  if (contacts) parts.push(contacts.fileHash, plainMapping(contacts.mapping));
  return hashOf(asciiOf(parts.join('\n')), digest);
}

/** What a mapping says and nothing else: ignored columns, empty settings and the order of keys do not matter. */
function plainMapping(mapping: Mapping): string {
  const used = mapping.columns.filter(({ role }) => role !== 'ignore');
  // What is usual is left out, so that a file imported before is still known.
  const rules = [mapping.metric ?? 'nps', mapping.repeats ?? 'latest'].filter(
    (rule) => rule !== 'nps' && rule !== 'latest',
  );
  const columns = JSON.stringify(
    used.map(({ header, role, missing, label, low, high, only, dateOrder, decimalMark }) => [
      header,
      role,
      [...missing].map((text) => text.trim().toLowerCase()).sort(),
      label ?? '',
      low ?? null,
      high ?? null,
      ...(only ? [only] : []),
      dateOrder ?? null,
      ...(decimalMark ? [decimalMark] : []),
    ]),
  );
  const sheet = mapping.sheet === undefined ? [] : [JSON.stringify(mapping.sheet)];
  return [columns, ...rules, ...sheet].join(' ');
}

/** JSON text as ASCII bytes; other characters as their escapes. */
function asciiOf(text: string): Uint8Array {
  const plain = text.replace(
    /[^\x20-\x7e\n]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Uint8Array.from(plain, (unit) => unit.charCodeAt(0));
}
