import { Inflate } from 'fflate';

/** One part of a package. Sizes in bytes as the directory states them; `at` is where its local header begins. */
export interface ZipPart {
  name: string;
  at: number;
  packed: number;
  size: number;
  crc: number;
  deflated: boolean;
  encrypted: boolean;
}

/** Why a part could not be unpacked: damaged, or so much larger than its package that it is a trap. */
export type Unpacking = 'damaged' | 'tooLarge';

/** A part may unpack to this many bytes; and beyond `freeSize` to this many times what it takes in the package. */
export const partLimit = 2_000_000_000;
const freeSize = 64_000_000;
const ratioLimit = 200;
const slice = 16_384;

const u16 = (b: Uint8Array, at: number): number => b[at]! | (b[at + 1]! << 8);
const u32 = (b: Uint8Array, at: number): number => (u16(b, at) | (u16(b, at + 2) << 16)) >>> 0;
const u64 = (b: Uint8Array, at: number): number => u32(b, at) + u32(b, at + 4) * 2 ** 32;

/** The parts of a ZIP package by name (forward slashes, lower case, no leading one); null when it is none or is damaged. */
export function partsOfZip(file: Uint8Array): Map<string, ZipPart> | null {
  const end = endRecordOf(file);
  if (end < 0) return null;
  let count = u16(file, end + 10);
  let size = u32(file, end + 12);
  let start = u32(file, end + 16);
  let closing = end;
  if (end >= 20 && u32(file, end - 20) === 0x07064b50) {
    closing = u64(file, end - 12);
    if (closing + 56 > file.length || u32(file, closing) !== 0x06064b50) return null;
    count = u64(file, closing + 32);
    size = u64(file, closing + 40);
    start = u64(file, closing + 48);
  }
  // Bytes put before the package move everything.
  const moved = closing - size - start;
  if (moved < 0 || start + moved > file.length) return null;
  return directoryAt(file, start + moved, count, moved);
}

function endRecordOf(file: Uint8Array): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at--)
    if (u32(file, at) === 0x06054b50) return at;
  return -1;
}

function directoryAt(file: Uint8Array, from: number, count: number, moved: number) {
  const parts = new Map<string, ZipPart>();
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || u32(file, at) !== 0x02014b50) return null;
    const nameLength = u16(file, at + 28);
    const extraLength = u16(file, at + 30);
    const name = plainPath(asciiOf(file, at + 46, nameLength));
    const part = { packed: u32(file, at + 20), size: u32(file, at + 24), at: u32(file, at + 42) };
    widen(part, file, at + 46 + nameLength, extraLength);
    const method = u16(file, at + 10);
    if (method === 0 || method === 8)
      parts.set(name.toLowerCase(), {
        ...part,
        name,
        at: part.at + moved,
        crc: u32(file, at + 16),
        deflated: method === 8,
        encrypted: (u16(file, at + 8) & 1) === 1,
      });
    at += 46 + nameLength + extraLength + u16(file, at + 32);
  }
  return parts;
}

/** The 64-bit sizes that stand in an extra field where 32 bits do not hold them. */
function widen(
  part: { packed: number; size: number; at: number },
  file: Uint8Array,
  from: number,
  length: number,
) {
  for (let at = from; at + 4 <= from + length && at + 4 <= file.length; at += 4 + u16(file, at + 2)) {
    if (u16(file, at) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packed', 'at'] as const) {
      if (part[key] !== 0xffffffff || field + 8 > file.length) continue;
      part[key] = u64(file, field);
      field += 8;
    }
  }
}

function asciiOf(file: Uint8Array, at: number, length: number): string {
  let text = '';
  for (let i = at; i < Math.min(at + length, file.length); i++) text += String.fromCharCode(file[i]!);
  return text;
}

/** A path within a package without a leading slash, "." and "..". */
export function plainPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/**
 * Unpacks a part slice by slice and hands each piece to `take`, which returns false to stop early. Yields the packed
 * bytes read so far. A whole part is checked against its checksum.
 */
export function* unpack(
  file: Uint8Array,
  part: ZipPart,
  take: (piece: Uint8Array) => boolean,
): Generator<number, Unpacking | null, void> {
  if (part.at + 30 > file.length || u32(file, part.at) !== 0x04034b50) return 'damaged';
  const from = part.at + 30 + u16(file, part.at + 26) + u16(file, part.at + 28);
  const to = from + part.packed;
  if (to > file.length) return 'damaged';
  const sum = { size: 0, crc: 0xffffffff, goesOn: true };
  const see = (piece: Uint8Array): void => {
    sum.size += piece.length;
    sum.crc = crcOf(piece, sum.crc);
    if (sum.goesOn && piece.length > 0) sum.goesOn = take(piece);
  };
  const inflate = part.deflated ? new Inflate(see) : null;
  for (let at = from; at < to && sum.goesOn; at += slice) {
    const next = Math.min(at + slice, to);
    try {
      if (inflate) inflate.push(file.subarray(at, next), next === to);
      else see(file.subarray(at, next));
    } catch (error) {
      if (isInflating(error)) return 'damaged';
      throw error;
    }
    if (sum.size > Math.min(partLimit, Math.max(freeSize, part.packed * ratioLimit))) return 'tooLarge';
    yield next - from;
  }
  const whole = sum.goesOn && (sum.size !== part.size || (sum.crc ^ -1) >>> 0 !== part.crc);
  return whole ? 'damaged' : null;
}

/** fflate throws errors with a numeric code; anything else is our own bug and must not pass for a damaged file. */
const isInflating = (error: unknown): boolean =>
  error instanceof Error && typeof (error as Error & { code?: unknown }).code === 'number';

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function crcOf(bytes: Uint8Array, from: number): number {
  let sum = from;
  for (let i = 0; i < bytes.length; i++) sum = crcTable[(sum ^ bytes[i]!) & 255]! ^ (sum >>> 8);
  return sum;
}
