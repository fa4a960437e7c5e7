import type { Chance } from '../model/chance.ts';
import { shuffled } from '../model/chance.ts';
import { bandOf } from '../scores/index.ts';
import { noScore, type WaveColumns } from '../waves/index.ts';
import { rowsIn, type SegmentRef } from './candidate.ts';
import type { Quota } from './quotas.ts';
import type { RosterEntry } from './roster.ts';

/** Whether somebody on the roster still counts towards the plan: a refusal or a no-show asks for a substitute. */
export const counts = ({ state }: Pick<RosterEntry, 'state'>): boolean =>
  state !== 'declined' && state !== 'noShow';

/**
 * What is still wanted when the people on the roster are taken off the quotas. Each counts for one quota: the first of
 * their band and segment that is not full. Quotas that are full stay, with a want of 0.
 */
export function remainingQuotas(quotas: readonly Quota[], roster: readonly RosterEntry[]): Quota[] {
  const left = quotas.map((quota) => ({ ...quota }));
  for (const entry of roster.filter(counts)) {
    const fits = left.find((q) => q.want > 0 && q.band === entry.band && isIn(entry, q.segment));
    if (fits) fits.want--;
  }
  return left;
}

function isIn({ segments }: RosterEntry, segment: SegmentRef | null): boolean {
  return segment === null || segments[segment.dimension] === segment.value;
}

/** People read per segment and score when a draw looks for its people. Far more than any quota wants of one score. */
export const lookedAtPerScore = 200;

/**
 * Rows whose people a draw has to read. In a large wave reading everybody would take long and change nothing: of each
 * segment and score a random part is looked at, drawn with the same seed, so the draw stays fair and repeatable.
 * `all` is how many rows there are; equal to the length when everybody is looked at. Ascending, each row once.
 */
export function rowsToRead(
  columns: WaveColumns,
  quotas: readonly Quota[],
  chance: Chance,
): { rows: number[]; all: number } {
  const places = new Map(quotas.map((q) => [JSON.stringify(q.segment), q.segment]));
  const rows = new Set<number>();
  const all = new Set<number>();
  for (const segment of places.values()) {
    const bandsWanted = new Set(quotas.filter((q) => sameSegment(q.segment, segment)).map((q) => q.band));
    const here = rowsIn(columns, segment ? [segment] : []).filter((row) => wanted(columns, row, bandsWanted));
    for (const row of here) all.add(row);
    for (const stratum of Map.groupBy(here, (row) => columns.score[row] ?? noScore).values())
      for (const row of someOf(stratum, chance)) rows.add(row);
  }
  return { rows: [...rows].sort((a, b) => a - b), all: all.size };
}

function wanted({ score }: WaveColumns, row: number, bands: ReadonlySet<Quota['band']>): boolean {
  const given = score[row] ?? noScore;
  return given !== noScore && bands.has(bandOf(given));
}

function someOf(rows: readonly number[], chance: Chance): readonly number[] {
  return rows.length <= lookedAtPerScore ? rows : shuffled(rows, chance).slice(0, lookedAtPerScore);
}

function sameSegment(a: SegmentRef | null, b: SegmentRef | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
