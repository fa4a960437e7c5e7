/** Who answered both waves: `before[i]` and `now[i]` are the rows of one person. Both of one length. */
export interface PairedRows {
  before: Uint32Array;
  now: Uint32Array;
}

/** Calls with both scores of everyone who gave one both times, each 0 to `most`. */
export function eachPair(
  before: Uint8Array,
  now: Uint8Array,
  rows: PairedRows,
  most: number,
  take: (was: number, is: number) => void,
): void {
  for (let i = 0; i < rows.before.length; i++) {
    const was = before[rows.before[i] as number];
    const is = now[rows.now[i] as number];
    if (was !== undefined && is !== undefined && was <= most && is <= most) take(was, is);
  }
}
