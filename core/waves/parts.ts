import { columnsFromArrow, columnsToArrow } from './arrow/columns.ts';
import {
  peopleFromArrow,
  peopleToArrow,
  rejectedFromArrow,
  rejectedToArrow,
  type StoredPeople,
} from './arrow/people.ts';
import { noAccount } from './build/finish.ts';
import { fieldsOf } from './people/people.ts';
import type { BuiltWave, Person, RejectedRow, WaveColumns } from './wave.ts';

/*
 * The parts of a stored wave, each an Arrow IPC stream (see arrow/columns.ts) with a hash of its own:
 *   columns/<n>   the anonymous columns, in pieces of about 16 MB: one for nearly every wave
 *   people/<n>    the people whose shard is n; a wave that names nobody has none
 *   rejected      the rows that were left out, where there are any
 */

/** A stored part before it is hashed. */
export interface PartBytes {
  part: string;
  bytes: Uint8Array;
  /** People in it; 0 for parts that name nobody. */
  people: number;
}

const rowsAShard = 4096;
const mostShards = 64;

/** Into how many shards the people of a wave of so many rows are cut. Part of the stored layout. */
export function shardCount(rows: number): number {
  return Math.min(Math.max(Math.ceil(rows / rowsAShard), 1), mostShards);
}

/** The shard of a row's person: by account, so that who may read an account is a question of files; else by row. */
export function shardOf(columns: Pick<WaveColumns, 'rows' | 'account'>, row: number): number {
  const account = columns.account[row] ?? noAccount;
  const at = account === noAccount ? Math.floor(row / rowsAShard) : account;
  return at % shardCount(columns.rows);
}

/** Every part of a wave, one after the other, so that only one is in memory twice. */
export function* partsOf(wave: BuiltWave): Generator<PartBytes, void, void> {
  yield* columnParts(wave.columns);
  const people = fieldsOf(wave.people);
  const { rows, firsts } = rowsByShard(wave.columns, people.length);
  for (let n = 0; n + 1 < firsts.length; n++) {
    const mine = rows.slice(firsts[n], firsts[n + 1]);
    const part = { part: `people/${n}`, people: mine.length };
    if (mine.length > 0) yield { ...part, bytes: peopleToArrow(people, mine) };
  }
  if (wave.rejected.length > 0) {
    yield { part: 'rejected', bytes: rejectedToArrow(wave.rejected), people: 0 };
  }
}

function* columnParts(columns: WaveColumns): Generator<PartBytes, void, void> {
  let n = 0;
  for (const bytes of columnsToArrow(columns)) yield { part: `columns/${n++}`, bytes, people: 0 };
}

/** Rows in the order of their shards, in row order within each: a counting sort. Shard n has `firsts[n]` to `firsts[n + 1]`. */
function rowsByShard(columns: WaveColumns, people: number): { rows: Uint32Array; firsts: Uint32Array } {
  const firsts = new Uint32Array(shardCount(columns.rows) + 1);
  for (let row = 0; row < people; row++) firsts[shardOf(columns, row) + 1]!++;
  for (let n = 1; n < firsts.length; n++) firsts[n]! += firsts[n - 1]!;
  const next = firsts.slice();
  const rows = new Uint32Array(people);
  for (let row = 0; row < people; row++) rows[next[shardOf(columns, row)]!++] = row;
  return { rows, firsts };
}

/** `pieces` in the order of their numbers. Throws on bytes that are no such part: verify their hash first. */
export function readColumns(pieces: readonly Uint8Array[]): WaveColumns {
  return columnsFromArrow(pieces);
}

/** The people of a stored shard. Throws on bytes that are no such part: verify their hash first. */
export function readPeople(bytes: Uint8Array): StoredPeople {
  return peopleFromArrow(bytes);
}

/** The rejected rows of a stored part. Throws on bytes that are no such part: verify their hash first. */
export function readRejected(bytes: Uint8Array): RejectedRow[] {
  return rejectedFromArrow(bytes);
}

/** The stored person of a row, or null when the shard does not hold it. */
export function personAt(people: StoredPeople, row: number): Person | null {
  let low = 0;
  let high = people.rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = people.rows[middle]!;
    if (found === row) return people.at(middle);
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
