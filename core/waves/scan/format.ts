import type { OtherFormat } from '../faults.ts';

const starts: readonly (readonly [OtherFormat, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x1f, 0x8b]],
  ['zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['zip', [0x52, 0x61, 0x72, 0x21]],
  ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
];

/** What the bytes are when they are no table of text; null when they may be one. */
export function otherFormatOf(bytes: Uint8Array): OtherFormat | null {
  const known = starts.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0];
  if (known === 'zip') return holds(bytes, 'xl/') || holds(bytes, 'content.xml') ? 'spreadsheet' : 'zip';
  if (known) return known;
  if (isBinary(bytes)) return 'binary';
  return markupOf(bytes);
}

/** Whether an ASCII text stands in the first or last 64 KiB. */
function holds(bytes: Uint8Array, text: string): boolean {
  const edge = 65536;
  const looked = [bytes.subarray(0, edge), bytes.subarray(Math.max(0, bytes.length - edge))];
  return looked.some((part) => {
    for (let at = part.indexOf(text.charCodeAt(0)); at >= 0; at = part.indexOf(text.charCodeAt(0), at + 1))
      if ([...text].every((letter, i) => part[at + i] === letter.charCodeAt(0))) return true;
    return false;
  });
}

/** More than one control character in a hundred: no export writes that, a stray NUL or bell is forgiven. */
function isBinary(bytes: Uint8Array): boolean {
  const looked = Math.min(bytes.length, 65536);
  let controls = 0;
  for (let i = 0; i < looked; i++) {
    const byte = bytes[i]!;
    if ((byte < 0x20 && (byte < 9 || byte > 13)) || byte === 0x7f) controls++;
  }
  return controls > Math.max(2, looked / 100);
}

function markupOf(bytes: Uint8Array): OtherFormat | null {
  const head = String.fromCharCode(...bytes.subarray(0, 512))
    .trimStart()
    .toLowerCase();
  if (head.startsWith('<!doctype html') || head.startsWith('<html')) return 'html';
  if (head.startsWith('<?xml')) return 'xml';
  if (/^\{\s*("|\})/.test(head) || /^\[\s*(\{|\[)/.test(head)) return 'json';
  return null;
}
