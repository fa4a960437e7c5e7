import type { OtherFormat } from '../faults.ts';
import { partsOfZip } from '../sheet/zip.ts';

const starts: readonly (readonly [OtherFormat, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x1f, 0x8b]],
  ['zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['zip', [0x52, 0x61, 0x72, 0x21]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['xls', [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
];

/** What the bytes are by how they begin; null when that says nothing. */
export function knownFormatOf(bytes: Uint8Array): OtherFormat | null {
  const known = starts.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0];
  return known === 'xls' ? kindOfCompound(bytes) : (known ?? null);
}

/** What the bytes are when they are no table of text; null when they may be one. */
export function otherFormatOf(bytes: Uint8Array): OtherFormat | null {
  const known = knownFormatOf(bytes);
  if (known) return known;
  if (isBinary(bytes)) return 'binary';
  return markupOf(bytes);
}

/** Whether a file is a ZIP package, as XLSX and ODS files are. */
export const isZip = (file: Uint8Array): boolean =>
  file[0] === 0x50 && file[1] === 0x4b && file[2] === 3 && file[3] === 4;

/** What a ZIP package holds, by the names of its parts. `damaged`: a workbook that was cut off. */
export function kindOfZip(file: Uint8Array): 'xlsx' | 'damaged' | OtherFormat {
  const parts = partsOfZip(file);
  if (!parts) return holds(file, asciiUnits('xl/')) ? 'damaged' : 'zip';
  const has = (pattern: RegExp): boolean => [...parts.keys()].some((name) => pattern.test(name));
  if (has(/(^|\/)workbook\.bin$/)) return 'xlsb';
  if (has(/^content\.xml$/)) return 'ods';
  if (has(/^index\.zip$|\.iwa$/)) return 'numbers';
  if (has(/^word\/|^ppt\//)) return 'document';
  if (has(/^\[content_types\]\.xml$/) && has(/\.xml$/)) return 'xlsx';
  return [...parts.values()].some(({ encrypted }) => encrypted) ? 'locked' : 'zip';
}

/** Old Office files and locked new ones share a container; the names of its streams stand in it as UTF-16. */
function kindOfCompound(bytes: Uint8Array): OtherFormat {
  if (holds(bytes, wideUnits('EncryptedPackage'))) return 'locked';
  return holds(bytes, wideUnits('WordDocument')) || holds(bytes, wideUnits('PowerPoint Document'))
    ? 'document'
    : 'xls';
}

const asciiUnits = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const wideUnits = (text: string): number[] => asciiUnits(text).flatMap((unit) => [unit, 0]);

/** Whether these bytes stand in the first or last 4 MB. */
function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const edge = 4_000_000;
  const looked = [bytes.subarray(0, edge), bytes.subarray(Math.max(edge, bytes.length - edge))];
  return looked.some((part) => {
    const first = wanted[0]!;
    for (let at = part.indexOf(first); at >= 0; at = part.indexOf(first, at + 1))
      if (wanted.every((byte, i) => part[at + i] === byte)) return true;
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
