/** How values differ: as names, ranks, numbers, or numbers with a true zero. */
export type AlphaLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Agreement of any number of judges: 1 is all, 0 is what chance gives, below 0 is less. */
export interface Alpha {
  kind: 'alpha';
  value: number;
  /** Mean disagreement within things judged, and over all values however paired; in the unit of the level. */
  observed: number;
  expected: number;
  /** Values that stand beside another one for the same thing; the rest cannot tell. */
  pairable: number;
  /** Share of pairs of values for the same thing that are equal. */
  alike: number;
}

/** Nothing can disagree: no thing was judged twice, or all judged ones got one and the same value. */
export interface NoAlpha {
  kind: 'noAlpha';
  why: 'noPairs' | 'oneValue';
  pairable: number;
}

interface Counted {
  value: number;
  count: number;
}

/**
 * Krippendorff's alpha. `units`: for each thing judged, the values it got, in any order; a judge who gave none is left
 * out, so missing values need no care, and a thing with fewer than two values does not count. Values are finite numbers;
 * for names take any numbering. Assumes judges who can be exchanged and did not see each other's answers. No more than
 * kappa does it forgive that nearly all values are one.
 * Equals R `irr::kripp.alpha(t(units), level)$value`. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
 */
export function krippendorffAlpha(
  units: readonly (readonly number[])[],
  level: AlphaLevel = 'nominal',
): Alpha | NoAlpha {
  const judged = units.filter((values) => values.length > 1);
  const all = countsOf(judged.flat());
  const pairable = judged.reduce((sum, values) => sum + values.length, 0);
  if (pairable === 0) return { kind: 'noAlpha', why: 'noPairs', pairable };
  if (all.length === 1) return { kind: 'noAlpha', why: 'oneValue', pairable };
  const apart = distances[level](all);
  const within = judged.map((values) => {
    const here = countsOf(values);
    return {
      pairs: values.length * (values.length - 1),
      apart: disagreement(here, apart) / (values.length - 1),
      alike: here.reduce((sum, { count }) => sum + count * (count - 1), 0),
    };
  });
  const sum = (of: (unit: (typeof within)[number]) => number) => within.reduce((s, unit) => s + of(unit), 0);
  const observed = sum((unit) => unit.apart) / pairable;
  const expected = disagreement(all, apart) / (pairable * (pairable - 1));
  return {
    kind: 'alpha',
    value: 1 - observed / expected,
    ...{ observed, expected, pairable },
    alike: sum((unit) => unit.alike) / sum((unit) => unit.pairs),
  };
}

/** Each value with how often it stands, smallest first. */
function countsOf(values: readonly number[]): Counted[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/** Over all ordered pairs of different values, how far they are apart. */
function disagreement(counts: readonly Counted[], apart: Distance): number {
  let sum = 0;
  for (const a of counts) for (const b of counts) sum += a.count * b.count * apart(a.value, b.value);
  return sum;
}

type Distance = (a: number, b: number) => number;

/** The squared difference of two values, given how often each value stands in all. */
const distances: Readonly<Record<AlphaLevel, (all: readonly Counted[]) => Distance>> = {
  nominal: () => (a, b) => (a === b ? 0 : 1),
  ordinal: (all) => {
    const ranks = new Map<number, number>();
    let before = 0;
    for (const { value, count } of all) {
      ranks.set(value, before + count / 2);
      before += count;
    }
    return (a, b) => ((ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)) ** 2;
  },
  interval: () => (a, b) => (a - b) ** 2,
  ratio: () => (a, b) => (a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2),
};
