import type { WaveColumns } from '../waves/index.ts';
import type { Standings, StratumRef } from './draw.ts';
import { frameOf, type Pool, type Stratum } from './frame.ts';
import type { LeftOutReason } from './leftOut.ts';
import type { RosterEntry } from './roster.ts';

/** Somebody in the place of another, the rows to look at before that can be said, or nobody and why. */
export type SubstituteStep =
  | { kind: 'look'; rows: readonly number[] }
  | { kind: 'found'; row: number; score: number }
  /** Everybody of the segment and band was looked at. */
  | { kind: 'nobody'; fit: number; leftOut: Readonly<Partial<Record<LeftOutReason, number>>> };

/** The search for a substitute on its way. */
export interface SubstituteSearch {
  /** Goes as far as is known, like the draw. */
  step(standings: Standings): SubstituteStep;
}

const depthAtFirst = 64;

/**
 * Looks for a substitute: the next in the order of the seed with the same segment, band and score; where nobody of that
 * score is left, of the nearest score in the band. It is settled by wave, seed and who was left out, so anybody can
 * repeat it, and nobody on the roster comes twice.
 */
export function startSubstitute(columns: WaveColumns, of: StratumRef, seed: string): SubstituteSearch {
  const quota = { segment: of.segment, band: of.band, want: 1 };
  let depth = depthAtFirst;
  let pool = frameOf(columns, [quota], seed, depth)[0];
  let ahead = 1;
  return {
    step(standings) {
      for (;;) {
        const looked = pool ? lookThrough(pool, of.score, standings, ahead) : null;
        if (looked === null) return nobody(pool, standings);
        if (looked !== 'cut') {
          ahead *= 2;
          return looked;
        }
        depth *= 4;
        pool = frameOf(columns, [quota], seed, depth)[0];
      }
    },
  };
}

function lookThrough(
  { strata }: Pool,
  score: number,
  standings: Standings,
  ahead: number,
): Extract<SubstituteStep, { kind: 'look' | 'found' }> | 'cut' | null {
  const unknown: number[] = [];
  for (const stratum of nearestFirst(strata, score)) {
    for (const row of stratum.rows) {
      const standing = standings.get(row);
      if (standing === undefined) unknown.push(row);
      if (unknown.length >= ahead) return { kind: 'look', rows: unknown };
      if (standing === null && unknown.length === 0) return { kind: 'found', row, score: stratum.score };
    }
    if (unknown.length > 0) return { kind: 'look', rows: unknown };
    if (stratum.rows.length < stratum.count) return 'cut';
  }
  return null;
}

const nearestFirst = (strata: readonly Stratum[], score: number): Stratum[] =>
  strata.toSorted((a, b) => Math.abs(a.score - score) - Math.abs(b.score - score) || a.score - b.score);

function nobody(pool: Pool | undefined, standings: Standings): SubstituteStep {
  const leftOut: Partial<Record<LeftOutReason, number>> = {};
  for (const row of pool?.strata.flatMap(({ rows }) => rows) ?? []) {
    const reason = standings.get(row);
    if (reason) leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  }
  return { kind: 'nobody', fit: pool?.count ?? 0, leftOut };
}

/**
 * The stratum somebody was drawn from. Entries written before it was kept say it in their reason only; whoever came from
 * outside the wave was drawn from none.
 */
export function stratumOf(entry: RosterEntry): StratumRef | null {
  const { band, score, segments, reason } = entry;
  if (entry.outside || band === null || score === null) return null;
  if (entry.segment !== undefined) return { segment: entry.segment, band, score };
  const named = Object.entries(segments).find(([, value]) => reason.startsWith(`${value} ×`));
  return { segment: named ? { dimension: named[0], value: named[1] } : null, band, score };
}

/** Whether a place stands empty: a refusal or a no-show that nobody was drawn for yet. */
export const needsSubstitute = (entry: RosterEntry): boolean =>
  (entry.state === 'declined' || entry.state === 'noShow') && !entry.replacedBy && stratumOf(entry) !== null;
