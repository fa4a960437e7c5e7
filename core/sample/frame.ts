import { bandOf } from '../scores/index.ts';
import { noScore, type WaveColumns } from '../waves/index.ts';
import type { SegmentRef } from './candidate.ts';
import { placesOf, spreadOrder } from './order.ts';
import type { Quota } from './quotas.ts';
import { keepSmallest, type Smallest } from './smallest.ts';

/** Everybody of one segment who gave one score, the first of them in the order of the draw. */
export interface Stratum {
  score: number;
  /** How many rows there are. */
  count: number;
  /** The first of them by place; shorter than `count` where the frame was cut. */
  rows: readonly number[];
}

/** What one quota may draw from: a stratum per score that occurs, in the order in which they take turns. */
export interface Pool {
  quota: Quota;
  /** Rows that fit, asked or not. */
  count: number;
  strata: readonly Stratum[];
  /** Whether the row answered in the quota's band and lies in its segment. */
  fits(row: number): boolean;
}

/**
 * What a draw chooses from: of every segment and score the first `depth` rows in the order of the seed, found in one
 * pass over the columns for each segment. No object is made for a row, and none but the rows kept are sorted. Depends on
 * wave, quotas and seed alone, not on who can be asked. Quotas that want nobody have no strata.
 */
export function frameOf(
  columns: WaveColumns,
  quotas: readonly Quota[],
  seed: string,
  depth: number,
): readonly Pool[] {
  const place = placesOf(seed);
  const bySegment = new Map<string, readonly (Smallest | null)[]>();
  for (const [key, asked] of Map.groupBy(
    quotas.filter(({ want }) => want > 0),
    keyOf,
  ))
    bySegment.set(key, smallestOf(columns, asked, place, depth));
  return quotas.map((quota): Pool => {
    const kept = quota.want > 0 ? (bySegment.get(keyOf(quota)) ?? []) : [];
    const strata = kept.flatMap((stratum, score) =>
      stratum && stratum.count() > 0 && bandOf(score) === quota.band
        ? [{ score, count: stratum.count(), rows: stratum.rows() }]
        : [],
    );
    return {
      quota,
      count: strata.reduce((sum, { count }) => sum + count, 0),
      strata: spreadOrder(strata, place(hashOf(keyOf(quota) + quota.band)) / 4294967296),
      fits: fitting(columns, quota),
    };
  });
}

const keyOf = ({ segment }: Quota): string =>
  segment ? JSON.stringify([segment.dimension, segment.value]) : '';

/** A whole number that a text stands for, so that quotas begin their turns at different scores. */
function hashOf(text: string): number {
  let h = 7;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0;
  return h;
}

/** By score, the rows to draw from first; null for the scores that nobody asks for. `asked` share a segment. */
function smallestOf(
  { score, rows, ...columns }: WaveColumns,
  asked: readonly Quota[],
  place: (row: number) => number,
  depth: number,
): readonly (Smallest | null)[] {
  const strata = Array.from({ length: noScore + 1 }, (_, s) =>
    s <= 10 && asked.some(({ band }) => band === bandOf(s)) ? keepSmallest(depth) : null,
  );
  const codes = codesOf(columns, asked[0]?.segment ?? null);
  if (codes === 'nobody') return strata;
  for (let row = 0; row < rows; row++) {
    const stratum = strata[score[row] as number];
    if (stratum && (codes === null || codes.codes[row] === codes.code)) stratum.offer(place(row), row);
  }
  return strata;
}

/** The column to look into and the code that is meant; null stands for everybody. */
function codesOf(
  { segments }: Pick<WaveColumns, 'segments'>,
  segment: SegmentRef | null,
): { codes: Uint16Array; code: number } | 'nobody' | null {
  if (!segment) return null;
  const column = segments.find(({ name }) => name === segment.dimension);
  const code = column?.values.indexOf(segment.value) ?? -1;
  return column && code >= 0 ? { codes: column.codes, code } : 'nobody';
}

function fitting(columns: WaveColumns, { segment, band }: Quota): (row: number) => boolean {
  const codes = codesOf(columns, segment);
  return (row) => {
    const score = columns.score[row] ?? noScore;
    if (score === noScore || bandOf(score) !== band || codes === 'nobody') return false;
    return codes === null || codes.codes[row] === codes.code;
  };
}
