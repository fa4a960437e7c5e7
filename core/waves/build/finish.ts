import type { CycleId, WaveId } from '../../model/ids.ts';
import { isoDay, noDay } from '../cells/dates.ts';
import type { Mapping } from '../mapping.ts';
import { type BuiltWave, noScore, type Person, type WaveColumns, type WaveHead } from '../wave.ts';
import { type Draft, plainAccount } from './draft.ts';
import { tenureOf } from './tenure.ts';

/** In `WaveColumns.account`: the row's account is not known. */
export const noAccount = 0xffffffff;

/** What a wave says of itself that does not stand in the file. */
export interface WaveAbout {
  id: WaveId;
  cycle: CycleId;
  cycleName: string;
  fileName: string;
  fileSize: number;
  contentHash: string;
  fileHash?: string;
  /** Milliseconds since 1970 UTC. */
  importedAt: number;
  mapping: Mapping;
  sample: boolean;
}

/** Makes a wave of a draft: numbers the accounts, adds the tenure, counts. */
export function finishWave(draft: Draft, about: WaveAbout): BuiltWave {
  const { score, day, ratings, weight, rows, people, rejected } = draft;
  const days = daysOf(day);
  const fallback = days.last === noDay ? Math.floor(about.importedAt / 86_400_000) : days.last;
  const tenure = tenureOf(draft.since, day, fallback);
  const named = new Set(draft.segments.map(({ name }) => name));
  const own =
    tenure && named.has('Tenure') ? { ...tenure, name: 'Tenure (from customer-since date)' } : tenure;
  const segments = own ? [...draft.segments, own] : draft.segments;
  const account = accountsOf(people, rows);
  const columns: WaveColumns = { rows, score, day, account, segments, ratings, weight };
  return { head: headOf(columns, about, rejected.length, days), columns, people, rejected };
}

function headOf(
  columns: WaveColumns,
  about: WaveAbout,
  rejected: number,
  days: { first: number; last: number },
): WaveHead {
  const histogram = new Array<number>(11).fill(0);
  for (const score of columns.score) if (score !== noScore) histogram[score]!++;
  const answers = histogram.reduce((sum, count) => sum + count, 0);
  return {
    ...about,
    metric: 'nps',
    rows: columns.rows,
    answers,
    nonResponses: columns.rows - answers,
    rejected,
    histogram,
    firstDay: isoDay(days.first),
    lastDay: isoDay(days.last),
    dimensions: columns.segments.map(({ name }) => name),
    ratings: columns.ratings.map(({ name }) => name),
  };
}

function daysOf(days: Int32Array): { first: number; last: number } {
  let first = noDay;
  let last = noDay;
  for (const day of days) {
    if (day === noDay) continue;
    if (first === noDay || day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
}

/** Numbers accounts in the order of their first row: the same CRM id, else the same name, is the same account. */
function accountsOf(people: readonly Person[], rows: number): Uint32Array {
  const numbers = new Map<string, number>();
  const account = new Uint32Array(rows).fill(noAccount);
  for (const { row, accountCrmId, accountName } of people) {
    const key =
      accountCrmId !== ''
        ? `id:${accountCrmId}`
        : accountName !== ''
          ? `name:${plainAccount(accountName)}`
          : '';
    if (key === '') continue;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    account[row] = number;
  }
  return account;
}
