/** Keeps the rows with the smallest places out of any number of rows. */
export interface Smallest {
  /** Rows offered so far. */
  count(): number;
  offer(place: number, row: number): void;
  /** The rows kept, by place. */
  rows(): number[];
}

/**
 * A heap of at most `limit` rows with the largest place on top, so that of a million rows nearly all cost one
 * comparison. `limit` is 1 or more; places are whole numbers below 2^32.
 */
export function keepSmallest(limit: number): Smallest {
  const places = new Uint32Array(limit);
  const rows = new Uint32Array(limit);
  let size = 0;
  let seen = 0;
  let top = 4294967295;
  const rise = (from: number, place: number, row: number) => {
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((places[up] as number) >= place) break;
      places[at] = places[up] as number;
      rows[at] = rows[up] as number;
      at = up;
    }
    places[at] = place;
    rows[at] = row;
  };
  const sink = (place: number, row: number) => {
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      if (down + 1 < size && (places[down + 1] as number) > (places[down] as number)) down++;
      if ((places[down] as number) <= place) break;
      places[at] = places[down] as number;
      rows[at] = rows[down] as number;
      at = down;
    }
    places[at] = place;
    rows[at] = row;
  };
  return {
    count: () => seen,
    offer(place, row) {
      seen++;
      if (size < limit) rise(size++, place, row);
      else if (place < top) sink(place, row);
      else return;
      if (size === limit) top = places[0] as number;
    },
    rows: () =>
      Array.from({ length: size }, (_, i) => i)
        .sort((a, b) => (places[a] as number) - (places[b] as number))
        .map((i) => rows[i] as number),
  };
}
