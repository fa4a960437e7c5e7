import { noDay } from '../cells/dates.ts';
import type { RepeatRule } from '../mapping.ts';
import type { FieldCells } from '../people/people.ts';
import { Utf8Sink } from '../people/sink.ts';
import { noScore } from '../wave.ts';
import type { ImportedPeople } from './person.ts';

/** Who answered more than once in one file, and which of their answers count. */
export interface Repeats {
  /** People with more than one answer, and all their answers. */
  people: number;
  answers: number;
  /** Rows that stay, in order; null where all do. */
  kept: Uint32Array | null;
}

/**
 * Finds the answers of people who answered several times, known by id or e-mail, and which one counts: the latest by
 * date, else by its place in the file (or the first). A dated answer counts before an undated one. A row without an answer
 * is no answer: it neither counts nor stands back. Memory: a hash table of eight bytes an answer, no text objects.
 */
export function repeatsAmong(
  people: ImportedPeople,
  scores: Uint8Array,
  days: Int32Array,
  rule: RepeatRule,
): Repeats {
  const counts = new Uint8Array(scores.length);
  for (let row = 0; row < scores.length; row++)
    if (scores[row] !== noScore && people.isKnown(row)) counts[row] = 1;
  const known = new KnownPeople(people, counts);
  const behind = new Uint8Array(scores.length);
  /** By the row that counts so far: whether its person answered before. */
  const several = new Uint8Array(scores.length);
  const counted = { people: 0, superseded: 0 };
  for (let row = 0; row < scores.length; row++) {
    if (counts[row] === 0) continue;
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
    if (wins) known.put(place, row);
  }
  const kept = rule === 'all' || counted.superseded === 0 ? null : rowsNot(behind, counted.superseded);
  return { people: counted.people, answers: counted.people + counted.superseded, kept };
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
 * Open addressing over the people's keys; a place holds the row whose answer counts so far. Places are as good as random,
 * and each look costs a miss of the cache. All keys are therefore hashed first, in the order of the file: the looks that
 * follow need nothing else, so that the machine waits for several at once. Keys are written out only where hashes agree.
 */
class KnownPeople {
  private readonly keys: FieldCells;
  private readonly rows: Int32Array;
  private readonly hashes: Int32Array;
  private readonly mine = new Utf8Sink();
  private readonly theirs = new Utf8Sink();

  /** `counts`: 1 for the rows that will be asked for. */
  constructor(people: ImportedPeople, counts: Uint8Array) {
    this.keys = people.field('key');
    this.rows = new Int32Array(2 ** Math.ceil(Math.log2(people.length * 1.5 + 2))).fill(-1);
    this.hashes = new Int32Array(people.length);
    for (let row = 0; row < counts.length; row++)
      if (counts[row] === 1) this.hashes[row] = people.hashOf(row);
  }

  placeOf(row: number): number {
    const { rows, hashes } = this;
    const hash = hashes[row]!;
    const mask = rows.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const there = rows[place]!;
      if (there < 0 || (hashes[there] === hash && this.isSame(row, there))) return place;
    }
  }

  rowAt(place: number): number {
    return this.rows[place]!;
  }

  put(place: number, row: number): void {
    this.rows[place] = row;
  }

  private isSame(row: number, other: number): boolean {
    const { mine, theirs } = this;
    mine.length = 0;
    theirs.length = 0;
    this.keys.write(row, mine);
    this.keys.write(other, theirs);
    if (theirs.length !== mine.length) return false;
    for (let i = 0; i < mine.length; i++) if (theirs.bytes[i] !== mine.bytes[i]) return false;
    return true;
  }
}
