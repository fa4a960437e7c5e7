import type { BandCounts } from '../scores/index.ts';
import { type Band, bands } from '../waves/index.ts';
import type { Codebook } from './codebook.ts';
import { taggedOf } from './coded.ts';
import type { Count } from './drivers.ts';
import type { InterviewFacts } from './facts.ts';
import { type Impact, impactOf } from './impact.ts';
import { type Pooled, pooledShare } from './pooled.ts';
import { inBand, raisedWithBroader } from './raised.ts';
import type { Category } from './records.ts';

/** One theme over all bands. */
export interface EveryoneRow {
  theme: string;
  /** Empty while the theme's name has not reached this device. */
  name: string;
  category: Category | null;
  byBand: Readonly<Record<Band, Count>>;
  /** Weighted to the wave's bands; never a plain share of whom we called. */
  pooled: Pooled;
  /** Accounts of every interview that raised it, each once. */
  impact: Impact;
}

/**
 * Every theme with its share of all who answered, weighted by band (`pooledShare`); the largest share first, else the most
 * raised among detractors. Tagged calls count. `wave` is null where the cycle has no survey.
 */
export function everyoneRows(
  facts: readonly InterviewFacts[],
  codebook: Codebook,
  wave: BandCounts | null,
): EveryoneRow[] {
  const tagged = taggedOf(facts);
  const held = bands.map((band) => ({ band, n: inBand(tagged, band).length }));
  const raised = raisedWithBroader(tagged, codebook);
  const rows = [...raised].map(([theme, here]) => {
    const interviews = here.map((r) => r.interview);
    const counts = held.map(({ band, n }) => [band, { k: inBand(interviews, band).length, n }]);
    const byBand = Object.fromEntries(counts) as Record<Band, Count>;
    const known = codebook.all.get(theme);
    return {
      theme,
      name: known?.name ?? '',
      category: known?.category ?? null,
      byBand,
      pooled: pooledShare(byBand, wave),
      impact: impactOf(interviews),
    };
  });
  return rows.sort(
    (a, b) =>
      shareOf(b) - shareOf(a) ||
      b.byBand.detractor.k - a.byBand.detractor.k ||
      a.name.localeCompare(b.name, 'en') ||
      (a.theme < b.theme ? -1 : 1),
  );
}

const shareOf = ({ pooled }: EveryoneRow): number => (pooled.kind === 'weighted' ? pooled.value : -1);
