import type { CycleId, WaveId } from '../../model/ids.ts';
import { isoDay, noDay } from '../cells/dates.ts';
import type { Mapping } from '../mapping.ts';
import { type FieldCells, fieldsOf, noCells, type People } from '../people/people.ts';
import { type BuiltWave, noScore, type WaveColumns, type WaveHead } from '../wave.ts';
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
  return { head: headOf(columns, about, draft, days), columns, people, rejected };
}

function headOf(
  columns: WaveColumns,
  about: WaveAbout,
  { metric, rejected, leftOut, superseded }: Draft,
  days: { first: number; last: number },
): WaveHead {
  const histogram = new Array<number>(11).fill(0);
  for (const score of columns.score) if (score !== noScore) histogram[score]!++;
  const answers = histogram.reduce((sum, count) => sum + count, 0);
  return {
    ...about,
    metric,
    rows: columns.rows,
    answers,
    nonResponses: columns.rows - answers,
    rejected: rejected.length,
    ...(leftOut > 0 ? { leftOut } : {}),
    ...(superseded > 0 ? { superseded } : {}),
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
function accountsOf(people: People, rows: number): Uint32Array {
  const account = new Uint32Array(rows).fill(noAccount);
  const fields = fieldsOf(people);
  const numbers = new Map<string, number>();
  const keyed = (of: (text: string) => string) => (text: string) => {
    const key = of(text);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const byId = numberer(
    fields.field('accountCrmId'),
    keyed((id) => `id:${id}`),
  );
  const byName = numberer(
    fields.field('accountName'),
    keyed((name) => `name:${plainAccount(name)}`),
  );
  for (let row = 0; row < fields.length; row++) {
    const number = byId(row);
    account[row] = number === noAccount ? byName(row) : number;
  }
  return account;
}

/** The number of a row's text, `noAccount` where it has none; each different text is looked at once, however many rows have it. */
function numberer(cells: FieldCells, numberOf: (text: string) => number): (row: number) => number {
  const { codes } = cells;
  if (cells === noCells) return () => noAccount;
  if (!codes) {
    const seen = new Map<string, number>([['', noAccount]]);
    return (row) => {
      const text = cells.text(row);
      const number = seen.get(text) ?? numberOf(text);
      seen.set(text, number);
      return number;
    };
  }
  const unseen = noAccount - 1;
  const seen = new Uint32Array(codes.count()).fill(unseen);
  return (row) => {
    const code = codes.of(row);
    const known = seen[code]!;
    if (known !== unseen) return known;
    const text = cells.text(row);
    seen[code] = text === '' ? noAccount : numberOf(text);
    return seen[code]!;
  };
}
