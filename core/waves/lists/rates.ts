import { benjaminiHochberg, type Interval, twoProportionsTest, wilson } from '../../stats/index.ts';
import type { RetentionCounts } from './renewals.ts';
import type { ValueCounts } from './tally.ts';

/** A share with its 95 % interval, 0 to 1. */
export interface Rate extends Interval {
  value: number;
  of: number;
  hits: number;
}

/** A value's share, set against the rest of its dimension. */
export interface RateOfValue {
  name: string;
  rate: Rate;
  /** Too few to read: fewer than `leastToRead`. */
  tooFew: boolean;
  /** Differs from the rest of the dimension beyond noise (Benjamini-Hochberg adjusted p < .05 over what can be read). */
  beyondNoise: boolean;
}

/** Under this many a share is shown, and compared with nothing. */
export const leastToRead = 10;

/** A share of at least one, with its Wilson interval; null of none. */
export function rateOf(hits: number, of: number): Rate | null {
  return of > 0 ? { value: hits / of, of, hits, ...wilson(hits, of) } : null;
}

/**
 * The shares of a dimension's values, each tested against all the others together (two proportions, pooled), corrected
 * for how many there are. In the order given.
 */
export function ratesOf(values: readonly ValueCounts[]): RateOfValue[] {
  const of = values.reduce((sum, v) => sum + v.of, 0);
  const hits = values.reduce((sum, v) => sum + v.hits, 0);
  const readable = values.filter((v) => v.of >= leastToRead && v.of < of);
  const ps = readable.map((v) => {
    const test = twoProportionsTest(v.hits, v.of, hits - v.hits, of - v.of);
    return test.kind === 'z' ? test.p : 1;
  });
  const adjusted = benjaminiHochberg(ps);
  const beyond = new Set(readable.filter((_, i) => (adjusted[i] ?? 1) < 0.05));
  return values.flatMap((v) => {
    const rate = rateOf(v.hits, v.of);
    return rate ? [{ name: v.value, rate, tooFew: v.of < leastToRead, beyondNoise: beyond.has(v) }] : [];
  });
}

/** The shares of accounts kept: those that did not leave, downgraded ones among them. */
export function accountsKeptOf(values: readonly RetentionCounts[]): RateOfValue[] {
  return ratesOf(values.map(({ value, accounts, left }) => ({ value, of: accounts, hits: accounts - left })));
}

/**
 * The share of revenue kept with a 95 % interval: Wilson's, with as many trials as the accounts are worth when a few large
 * ones hold most of it (Kish's effective number, the sum squared over the sum of squares). Null without revenue.
 * Assumes that accounts decide apart from each other; with two or three accounts it says little, and shows it.
 */
export function revenueKeptOf({ revenue, revenueSquares, revenueKept }: RetentionCounts): Rate | null {
  if (!(revenue > 0) || !(revenueSquares > 0)) return null;
  const of = (revenue * revenue) / revenueSquares;
  const value = Math.min(1, revenueKept / revenue);
  return { value, of, hits: value * of, ...wilson(value * of, of) };
}

/** How a value's share of those invited compares with its share of everybody. */
export interface SkewOfValue {
  name: string;
  /** Shares of 0 to 1. */
  invited: number;
  everybody: number;
  /** More, or less, often invited than others, beyond noise. */
  beyondNoise: boolean;
}

/**
 * Whether the invitations leaned to some segments: the share of each value among those invited against its share of all
 * who could have been (or of those who answered). Values of one side only count too. Test as in `ratesOf`, the two
 * lists taken as independent, which errs on the side of calling a difference noise. Largest difference first.
 */
export function skewOf(invited: readonly ValueCounts[], everybody: readonly ValueCounts[]): SkewOfValue[] {
  const total = (counts: readonly ValueCounts[]) => counts.reduce((sum, c) => sum + c.of, 0);
  const [n, m] = [total(invited), total(everybody)];
  if (n === 0 || m === 0) return [];
  const names = [...new Set([...everybody, ...invited].map(({ value }) => value))];
  const pairs = names.map((name) => ({
    name,
    a: invited.find(({ value }) => value === name)?.of ?? 0,
    b: everybody.find(({ value }) => value === name)?.of ?? 0,
  }));
  const tests = pairs.map(({ a, b }) => {
    const test = twoProportionsTest(a, n, b, m);
    return test.kind === 'z' ? test.p : 1;
  });
  const adjusted = benjaminiHochberg(tests);
  const skews = pairs.map(({ name, a, b }, i) => ({
    name,
    invited: a / n,
    everybody: b / m,
    beyondNoise: (adjusted[i] ?? 1) < 0.05,
  }));
  const size = (s: SkewOfValue) => Math.round(1e9 * Math.abs(s.invited - s.everybody));
  return skews.sort((x, y) => size(y) - size(x));
}
