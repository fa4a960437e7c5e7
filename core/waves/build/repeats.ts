import { noDay } from '../cells/dates.ts';
import type { RepeatRule } from '../mapping.ts';
import type { FieldCells } from '../people/people.ts';
import { Utf8Sink } from '../people/sink.ts';
import { hashBytes } from '../scan/hashBytes.ts';
import { noScore } from '../wave.ts';
import type { ImportedPeople } from './person.ts';

/** Who answered more than once in one file, and which of their answers count. */
export interface Repeats {
  /** People with more than one answer, and all their answers. */
  people: number;
  answers: number;
  /** Rows that stay, in order; null where all do. */
  kept: Uint32Array | null;
  /** Rows that count, of people who opted out in another of their answers. */
  optedOut: readonly number[];
}

/**
 * Finds the answers of people who answered several times, known by id or e-mail, and which one counts: the latest by
 * date, else by its place in the file (or the first). A dated answer counts before an undated one. A row without an answer
 * is no answer: it neither counts nor stands back. An opt-out in any of them is the person's. Memory: a hash table of eight bytes an answer, no text objects.
 */
export function repeatsAmong(
  people: ImportedPeople,
  scores: Uint8Array,
  days: Int32Array,
  rule: RepeatRule,
): Repeats {
  const known = new KnownPeople(people);
  const behind = new Uint8Array(scores.length);
  /** By the row that counts so far: whether its person answered before. */
  const several = new Uint8Array(scores.length);
  const counted = { people: 0, superseded: 0 };
  const optedOut = new Set<number>();
  for (let row = 0; row < scores.length; row++) {
    if (scores[row] === noScore || !people.isKnown(row)) continue;
    const place = known.placeOf(row);
    const before = known.rowAt(place);
    if (before < 0) {
      known.put(place, row);
      continue;
    }
    counted.superseded++;
    if (several[before] === 0) counted.people++;
    const wins = countsBefore(row, before, days, rule);
    behind[wins ? before : row] = 1;
    several[wins ? row : before] = 1;
    const [stays, goes] = wins ? [row, before] : [before, row];
    if (optedOut.delete(goes) || people.optOut(goes)) optedOut.add(stays);
    if (wins) known.put(place, row);
  }
  const kept = rule === 'all' || counted.superseded === 0 ? null : rowsNot(behind, counted.superseded);
  const answers = counted.people + counted.superseded;
  return { people: counted.people, answers, kept, optedOut: [...optedOut] };
}

/** Whether a later line's answer counts in place of an earlier one's. */
function countsBefore(row: number, before: number, days: Int32Array, rule: RepeatRule): boolean {
  const day = days[row]!;
  const then = days[before]!;
  if (day === then) return rule === 'latest';
  if (day === noDay || then === noDay) return then === noDay;
  return rule === 'first' ? day < then : day > then;
}

function rowsNot(behind: Uint8Array, count: number): Uint32Array {
  const kept = new Uint32Array(behind.length - count);
  let n = 0;
  for (let row = 0; row < behind.length; row++) if (behind[row] === 0) kept[n++] = row;
  return kept;
}

/**
 * Open addressing over the people's keys as bytes; a place holds the row whose answer counts so far. Places are as good as
 * random, and each look costs a miss of the cache: hashes are kept by row, where they are written in order.
 */
class KnownPeople {
  private readonly keys: FieldCells;
  private readonly rows: Int32Array;
  private readonly hashes: Int32Array;
  private readonly mine = new Utf8Sink();
  private readonly theirs = new Utf8Sink();

  constructor(people: ImportedPeople) {
    this.keys = people.field('key');
    this.rows = new Int32Array(2 ** Math.ceil(Math.log2(people.length * 1.5 + 2))).fill(-1);
    this.hashes = new Int32Array(people.length);
  }

  placeOf(row: number): number {
    this.mine.length = 0;
    this.keys.write(row, this.mine);
    const hash = hashBytes(this.mine.bytes, 0, this.mine.length, 0);
    this.hashes[row] = hash;
    const mask = this.rows.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const there = this.rows[place]!;
      if (there < 0 || (this.hashes[there] === hash && this.isSame(there))) return place;
    }
  }

  rowAt(place: number): number {
    return this.rows[place]!;
  }

  put(place: number, row: number): void {
    this.rows[place] = row;
  }

  private isSame(row: number): boolean {
    const { mine, theirs } = this;
    theirs.length = 0;
    this.keys.write(row, theirs);
    if (theirs.length !== mine.length) return false;
    for (let i = 0; i < mine.length; i++) if (theirs.bytes[i] !== mine.bytes[i]) return false;
    return true;
  }
}
