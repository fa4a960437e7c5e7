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
  /** Rows that count, of people who opted out in another of their answers. */
  optedOut: readonly number[];
}

/**
 * Finds the answers of people who answered several times, known by id or e-mail, and which one counts: the latest by
 * date and time of day, else by its place in the file (or the first); a file whose days go back begins with the newest.
 * A dated answer counts before an undated one. A row without an answer is no answer: it neither counts nor stands back.
 * An opt-out in any of them is the person's. Memory: a hash table of eight bytes an answer, no text objects.
 */
export function repeatsAmong(
  people: ImportedPeople,
  scores: Uint8Array,
  moments: Moments,
  rule: RepeatRule,
): Repeats {
  const order = new Order(moments, rule);
  const counts = new Uint8Array(scores.length);
  for (let row = 0; row < scores.length; row++)
    if (scores[row] !== noScore && people.isKnown(row)) counts[row] = 1;
  const known = new KnownPeople(people, counts);
  const behind = new Uint8Array(scores.length);
  /** By the row that counts so far: whether its person answered before. */
  const several = new Uint8Array(scores.length);
  const counted = { people: 0, superseded: 0 };
  const optedOut = new Set<number>();
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
    const wins = order.countsBefore(row, before);
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

/** When answers were given, row by row: days, and seconds since midnight (-1 where unknown) of files that say them. */
export interface Moments {
  days: Int32Array;
  seconds: Int32Array | null;
}

/** Which of two answers counts: by day, then by time of day, then by their places in the file. */
class Order {
  private readonly moments: Moments;
  private readonly rule: RepeatRule;
  private goesBack: boolean | null = null;

  constructor(moments: Moments, rule: RepeatRule) {
    this.moments = moments;
    this.rule = rule;
  }

  /** Whether a later line's answer counts in place of an earlier one's. */
  countsBefore(row: number, before: number): boolean {
    const { days, seconds } = this.moments;
    const [day, then] = [days[row]!, days[before]!];
    if (day !== then && (day === noDay || then === noDay)) return then === noDay;
    const isTimed = seconds !== null && seconds[row]! >= 0 && seconds[before]! >= 0;
    const later = day - then || (isTimed ? seconds[row]! - seconds[before]! : 0) || this.laterLine();
    return this.rule === 'first' ? later < 0 : later > 0;
  }

  /** 1 where a later line is a later answer, -1 in a file that begins with the newest. */
  private laterLine(): number {
    this.goesBack ??= daysGoBack(this.moments.days);
    return this.goesBack ? -1 : 1;
  }
}

/** Whether the days of a file go back far more often than on. */
function daysGoBack(days: Int32Array): boolean {
  let [last, on, back] = [noDay, 0, 0];
  for (const day of days) {
    if (day === noDay) continue;
    if (last !== noDay && day > last) on++;
    else if (last !== noDay && day < last) back++;
    last = day;
  }
  return back > 2 * on;
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
