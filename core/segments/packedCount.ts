/** Bits of a cell's place that hold the score: 0-10, and 15 for `noScore`, whose low four bits are all ones. */
export const scoreBits = 4;

/** One dimension in a packed table: its codes and how many bits of a place they take. */
export interface Member {
  codes: Uint16Array;
  bits: number;
}

/**
 * Counts every combination of score and the codes of one to four dimensions. A cell's place is, from the lowest bit:
 * score, first member, second, third, fourth. Members take 16 bits together at most.
 *
 * Codes are read two rows at a time as 32-bit words, scores four: masking and shifting then place two rows in one go,
 * and of the plain loop's reads a third is left. That is what brings it near the time of merely reading the rows once
 * (`npm run bench segments`). Relies on little-endian words, which every machine with a browser has.
 */
export function countPacked(score: Uint8Array, members: readonly Member[]): Uint32Array {
  const bits = members.reduce((sum, m) => sum + m.bits, scoreBits);
  const cells = new Uint32Array(1 << bits);
  const fours = score.length >> 2;
  const scores = wordsOf(score, fours);
  const [a, b, c, d] = members.map(({ codes, bits }) => ({
    words: wordsOf(codes, fours * 2),
    ...maskOf(bits),
  }));
  if (a && b && c && d) countFour(cells, scores, a, b, c, d);
  else if (a && b && c) countThree(cells, scores, a, b, c);
  else if (a && b) countTwo(cells, scores, a, b);
  else if (a) countOne(cells, scores, a);
  countRest(cells, score, members, fours * 4);
  return cells;
}

interface Words {
  words: Uint32Array;
  mask: number;
  bits: number;
}

/** The same bytes as words; copied first where a view from a file does not start on a word. */
function wordsOf(values: Uint8Array | Uint16Array, length: number): Uint32Array {
  const aligned = values.byteOffset % 4 === 0 ? values : values.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, length);
}

/** Keeps the low bits of both halves of a word. */
function maskOf(bits: number): { mask: number; bits: number } {
  const half = (1 << bits) - 1;
  return { mask: (half << 16) | half, bits };
}

// Written out for one to four members and without a shared function for the four additions: a loop over members
// took three times as long, a function that V8 does not inline twice as long.
function countFour(cells: Uint32Array, scores: Uint32Array, a: Words, b: Words, c: Words, d: Words): void {
  const [wa, wb, wc, wd, ma, mb, mc, md] = [
    ...[a.words, b.words, c.words, d.words],
    ...[a.mask, b.mask, c.mask, d.mask],
  ] as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, number, number, number, number];
  const [sb, sc, sd] = [a.bits, a.bits + b.bits, a.bits + b.bits + c.bits];
  for (let i = 0, j = 0; i < scores.length; i++, j += 2) {
    const s = scores[i] as number;
    const p =
      ((wa[j] as number) & ma) |
      (((wb[j] as number) & mb) << sb) |
      (((wc[j] as number) & mc) << sc) |
      (((wd[j] as number) & md) << sd);
    const q =
      ((wa[j + 1] as number) & ma) |
      (((wb[j + 1] as number) & mb) << sb) |
      (((wc[j + 1] as number) & mc) << sc) |
      (((wd[j + 1] as number) & md) << sd);
    const one = (s & 15) | ((p & 0xffff) << scoreBits);
    cells[one] = (cells[one] as number) + 1;
    const two = ((s >>> 8) & 15) | ((p >>> 16) << scoreBits);
    cells[two] = (cells[two] as number) + 1;
    const three = ((s >>> 16) & 15) | ((q & 0xffff) << scoreBits);
    cells[three] = (cells[three] as number) + 1;
    const four = ((s >>> 24) & 15) | ((q >>> 16) << scoreBits);
    cells[four] = (cells[four] as number) + 1;
  }
}

function countThree(cells: Uint32Array, scores: Uint32Array, a: Words, b: Words, c: Words): void {
  const [wa, wb, wc, ma, mb, mc] = [a.words, b.words, c.words, a.mask, b.mask, c.mask];
  const [sb, sc] = [a.bits, a.bits + b.bits];
  for (let i = 0, j = 0; i < scores.length; i++, j += 2) {
    const s = scores[i] as number;
    const p = ((wa[j] as number) & ma) | (((wb[j] as number) & mb) << sb) | (((wc[j] as number) & mc) << sc);
    const q =
      ((wa[j + 1] as number) & ma) |
      (((wb[j + 1] as number) & mb) << sb) |
      (((wc[j + 1] as number) & mc) << sc);
    const one = (s & 15) | ((p & 0xffff) << scoreBits);
    cells[one] = (cells[one] as number) + 1;
    const two = ((s >>> 8) & 15) | ((p >>> 16) << scoreBits);
    cells[two] = (cells[two] as number) + 1;
    const three = ((s >>> 16) & 15) | ((q & 0xffff) << scoreBits);
    cells[three] = (cells[three] as number) + 1;
    const four = ((s >>> 24) & 15) | ((q >>> 16) << scoreBits);
    cells[four] = (cells[four] as number) + 1;
  }
}

function countTwo(cells: Uint32Array, scores: Uint32Array, a: Words, b: Words): void {
  const [wa, wb, ma, mb] = [a.words, b.words, a.mask, b.mask];
  const sb = a.bits;
  for (let i = 0, j = 0; i < scores.length; i++, j += 2) {
    const s = scores[i] as number;
    const p = ((wa[j] as number) & ma) | (((wb[j] as number) & mb) << sb);
    const q = ((wa[j + 1] as number) & ma) | (((wb[j + 1] as number) & mb) << sb);
    const one = (s & 15) | ((p & 0xffff) << scoreBits);
    cells[one] = (cells[one] as number) + 1;
    const two = ((s >>> 8) & 15) | ((p >>> 16) << scoreBits);
    cells[two] = (cells[two] as number) + 1;
    const three = ((s >>> 16) & 15) | ((q & 0xffff) << scoreBits);
    cells[three] = (cells[three] as number) + 1;
    const four = ((s >>> 24) & 15) | ((q >>> 16) << scoreBits);
    cells[four] = (cells[four] as number) + 1;
  }
}

function countOne(cells: Uint32Array, scores: Uint32Array, a: Words): void {
  const [wa, ma] = [a.words, a.mask];
  for (let i = 0, j = 0; i < scores.length; i++, j += 2) {
    const s = scores[i] as number;
    const p = (wa[j] as number) & ma;
    const q = (wa[j + 1] as number) & ma;
    const one = (s & 15) | ((p & 0xffff) << scoreBits);
    cells[one] = (cells[one] as number) + 1;
    const two = ((s >>> 8) & 15) | ((p >>> 16) << scoreBits);
    cells[two] = (cells[two] as number) + 1;
    const three = ((s >>> 16) & 15) | ((q & 0xffff) << scoreBits);
    cells[three] = (cells[three] as number) + 1;
    const four = ((s >>> 24) & 15) | ((q >>> 16) << scoreBits);
    cells[four] = (cells[four] as number) + 1;
  }
}

/** The up to three rows that fill no word. */
function countRest(cells: Uint32Array, score: Uint8Array, members: readonly Member[], from: number): void {
  for (let row = from; row < score.length; row++) {
    let at = (score[row] as number) & 15;
    let low = scoreBits;
    for (const { codes, bits } of members) {
      at |= ((codes[row] as number) & ((1 << bits) - 1)) << low;
      low += bits;
    }
    cells[at] = (cells[at] as number) + 1;
  }
}
