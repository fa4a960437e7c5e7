import { wilson } from '../stats/index.ts';
import { type Band, bands } from '../waves/index.ts';
import type { Codebook } from './codebook.ts';
import { codedOf, taggedOf } from './coded.ts';
import type { InterviewFacts } from './facts.ts';
import { type Impact, impactOf } from './impact.ts';
import { type QuoteReading, quoteOf } from './quote.ts';
import { countedOf, inBand, type Raised, raisedWithBroader } from './raised.ts';
import { reachOf, type SegmentReach } from './reach.ts';
import type { Category } from './records.ts';
import { type SeverityReading, severityOf } from './severity.ts';

/** k of n interviews, an interview counting once. */
export interface Count {
  k: number;
  n: number;
}

/** With the 95 % Wilson score interval of the share; `low` and `high` in [0, 1]. */
export interface Frequency extends Count {
  low: number;
  high: number;
}

/** One theme in the driver table of one band. */
export interface DriverRow {
  theme: string;
  /** Empty while the theme's name has not reached this device. */
  name: string;
  category: Category | null;
  frequency: Frequency;
  /** The same count in every band, side by side: never pooled, since detractors are over-sampled. */
  byBand: Readonly<Record<Band, Count>>;
  severity: SeverityReading;
  reach: SegmentReach;
  quote: QuoteReading;
  impact: Impact;
  /** Ids of the interviews the row rests on. */
  interviews: readonly string[];
}

/** The driver table of one band. */
export interface DriverTable {
  band: Band;
  /** Interviews counted in each band: those that are tagged. */
  interviews: Readonly<Record<Band, number>>;
  /** Interviews of each band with notes but no theme yet: what they raise is not known, so they count nowhere. */
  untagged: Readonly<Record<Band, number>>;
  /** Interviews of the band that count but still run: in no comparison yet. */
  running: number;
  /** Most raised first, then gravest, then by name. */
  rows: readonly DriverRow[];
}

/**
 * What moves the score, from the interviews of one cycle: per theme how many people of the band raised it and how
 * grave it is, where, in whose words, for which accounts. Merged themes are one row; a broader theme has a row of its own,
 * which counts an interview that raised any of its parts, once. Interviews that nobody has tagged yet are not counted.
 */
export function driverTable(facts: readonly InterviewFacts[], codebook: Codebook, band: Band): DriverTable {
  const counted = countedOf(facts);
  const held = byEachBand((b) => taggedOf(inBand(counted, b)));
  const raised = byEachBand((b) => raisedWithBroader(held[b], codebook));
  const rows = [...raised[band]].map(([theme, here]) => {
    const byBand = byEachBand((b) => ({ k: raised[b].get(theme)?.length ?? 0, n: held[b].length }));
    return rowOf(codebook, theme, here, held[band], byBand);
  });
  return {
    band,
    interviews: byEachBand((b) => held[b].length),
    untagged: byEachBand((b) => inBand(counted, b).length - held[b].length),
    running: held[band].length - codedOf(held[band]).length,
    rows: rows.sort(byWeight),
  };
}

/** One theme's row from where it was raised (`raised`) among the interviews held with the band. */
export function rowOf(
  codebook: Codebook,
  theme: string,
  raised: readonly Raised[],
  held: readonly InterviewFacts[],
  byBand: Readonly<Record<Band, Count>>,
): DriverRow {
  const known = codebook.all.get(theme);
  return {
    theme,
    name: known?.name ?? '',
    category: known?.category ?? null,
    frequency: frequencyOf(raised.length, held.length),
    byBand,
    severity: severityOf(raised),
    reach: reachOf(raised, held),
    quote: quoteOf(raised),
    impact: impactOf(raised.map((r) => r.interview)),
    interviews: raised.map((r) => r.interview.interview),
  };
}

/** k of n with its interval; 0 to 1 when nobody was interviewed. */
export function frequencyOf(k: number, n: number): Frequency {
  return { k, n, ...wilson(k, n) };
}

/** The same of each band. */
export function byEachBand<T>(make: (band: Band) => T): Record<Band, T> {
  const [d, p, r] = bands;
  return { [d]: make(d), [p]: make(p), [r]: make(r) } as Record<Band, T>;
}

/** Most raised first, then gravest, then by name. */
export function byWeight(a: DriverRow, b: DriverRow): number {
  return (
    b.frequency.k - a.frequency.k ||
    b.severity.level - a.severity.level ||
    a.name.localeCompare(b.name, 'en') ||
    (a.theme < b.theme ? -1 : 1)
  );
}
