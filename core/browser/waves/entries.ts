import {
  type BuiltWave,
  type FieldCells,
  fieldsOf,
  noSegment,
  type PersonFields,
  plainEmail,
  Utf8Sink,
} from '#core/waves/index.ts';
import { comma, type JsonSink } from './jsonSink.ts';
import { HashedText, type HashKey } from './keyedHash.ts';
import { shardNumber } from './lookupHead.ts';
import { type ShardEntry, ShardPacker } from './shard.ts';

/** The people of a wave who have an e-mail, in the order of the shards they belong to. */
export interface PlacedPeople {
  /** How many have an e-mail. */
  count: number;
  /** Whether anybody belongs to a shard. */
  has(shard: number): boolean;
  /** A shard's bytes: the entries it keeps, then those of the wave, one per e-mail: of several answers of one person the latest. */
  pack(shard: number, kept: readonly ShardEntry[]): { bytes: Uint8Array; entries: number };
}

/**
 * Hashes every e-mail once and sorts the rows by shard (a counting sort over indices): memory is three words a person.
 * The hot path of storing a million people: what is stored about somebody is written as bytes straight from the fields
 * into the shard, no text, no object and no JSON of it is made on the way.
 */
export function placePeople(
  wave: BuiltWave,
  number: number,
  key: HashKey,
  bitsFor: (count: number) => number,
): PlacedPeople {
  const people = fieldsOf(wave.people);
  const places = hashed(people, key);
  const { order, firsts } = byShard(places.highs, bitsFor(places.count));
  const packer = new ShardPacker();
  const facts = new FactsWriter(wave, people);
  const latest = new LatestOnly(wave, people, places);
  return {
    count: places.count,
    has: (shard) => firsts[shard + 1]! > firsts[shard]!,
    pack(shard, kept) {
      const mine = latest.among(order.subarray(firsts[shard], firsts[shard + 1]));
      packer.start(kept.length + mine.length);
      for (const entry of kept) packer.add(entry);
      for (const at of mine) {
        packer.begin(places.lows[at]!, places.highs[at]!, number);
        facts.write(places.rows[at]!, packer.facts);
        packer.end();
      }
      return { bytes: packer.done(), entries: kept.length + mine.length };
    },
  };
}

interface Places {
  count: number;
  /** Row of each person with an e-mail, and the two words of its hash. */
  rows: Uint32Array;
  lows: Uint32Array;
  highs: Uint32Array;
}

function hashed(people: PersonFields, key: HashKey): Places {
  const rows = new Uint32Array(people.length);
  const lows = new Uint32Array(people.length);
  const highs = new Uint32Array(people.length);
  const emails = people.field('email');
  const email = new Utf8Sink();
  const hash = new HashedText(key);
  let count = 0;
  for (let row = 0; row < people.length; row++) {
    if (!emails.has(row)) continue;
    email.length = 0;
    writePlainEmail(emails, row, email);
    hash.of(email.bytes, email.length);
    rows[count] = row;
    lows[count] = hash.low;
    highs[count] = hash.high;
    count++;
  }
  return { count, rows, lows: lows.subarray(0, count), highs: highs.subarray(0, count) };
}

/** Appends an e-mail as it is looked up. Its bytes are lowered in place where they are ASCII, which nearly all are. */
function writePlainEmail(emails: FieldCells, row: number, into: Utf8Sink): void {
  const from = into.length;
  emails.write(row, into);
  if (into.lower(from)) return;
  into.length = from;
  into.text(plainEmail(emails.text(row)));
}

function byShard(highs: Uint32Array, bits: number): { order: Uint32Array; firsts: Uint32Array } {
  const firsts = new Uint32Array(2 ** bits + 1);
  for (const high of highs) firsts[shardNumber(high, bits) + 1]!++;
  for (let i = 1; i < firsts.length; i++) firsts[i]! += firsts[i - 1]!;
  const next = firsts.slice();
  const order = new Uint32Array(highs.length);
  for (let i = 0; i < highs.length; i++) order[next[shardNumber(highs[i]!, bits)]!++] = i;
  return { order, firsts };
}

/** Of several rows with one e-mail, the one that says the most recent things. */
class LatestOnly {
  private readonly wave: BuiltWave;
  private readonly people: PersonFields;
  private readonly places: Places;
  constructor(wave: BuiltWave, people: PersonFields, places: Places) {
    this.wave = wave;
    this.people = people;
    this.places = places;
  }

  /** A shard has some dozens of people: each hash is compared with all before it, and texts only where hashes agree. */
  among(some: Uint32Array): Uint32Array {
    const { lows, highs } = this.places;
    let count = 0;
    const chosen = some.slice();
    for (const at of some) {
      let same = 0;
      while (same < count && !(lows[chosen[same]!] === lows[at] && highs[chosen[same]!] === highs[at]))
        same++;
      while (same < count && !this.isSamePerson(chosen[same]!, at)) same++;
      if (same === count) chosen[count++] = at;
      else if (this.isLater(at, chosen[same]!)) chosen[same] = at;
    }
    return chosen.subarray(0, count);
  }

  private isSamePerson(a: number, b: number): boolean {
    const emails = this.people.field('email');
    const email = (at: number): string => plainEmail(emails.text(this.places.rows[at]!));
    return email(a) === email(b);
  }

  /** An answer counts before a non-response, then the later day, then the later row. */
  private isLater(a: number, b: number): boolean {
    const [one, other] = [this.places.rows[a]!, this.places.rows[b]!];
    const { day } = this.wave.columns;
    const [mine, theirs] = [this.people.score(one), this.people.score(other)];
    if ((mine === null) !== (theirs === null)) return mine !== null;
    return day[one] === day[other] ? one > other : day[one]! > day[other]!;
  }
}

/**
 * Writes `StoredFacts` of a row as JSON. One place in the code for each field: there V8 knows what kind of cells it meets,
 * and compiles the copying in; a loop over the fields would look each up.
 */
class FactsWriter {
  private readonly people: PersonFields;
  private readonly email: FieldCells;
  private readonly key: FieldCells;
  private readonly name: FieldCells;
  private readonly account: FieldCells;
  private readonly day: FieldCells;
  private readonly comment: FieldCells;
  private readonly segments: readonly { codes: Uint16Array; values: readonly Uint8Array[] }[];
  private readonly none = new TextEncoder().encode('null');
  private readonly numbers = Array.from({ length: 11 }, (_, score) => new TextEncoder().encode(`${score}`));

  constructor({ columns }: BuiltWave, people: PersonFields) {
    this.people = people;
    this.email = people.field('email');
    this.key = people.field('key');
    this.name = people.field('name');
    this.account = people.field('accountName');
    this.day = people.field('answeredOn');
    this.comment = people.field('comment');
    const encoder = new TextEncoder();
    this.segments = columns.segments.map(({ codes, values }, i) => ({
      codes,
      values: values.map((value) => encoder.encode(`${i > 0 ? ',' : ''}${JSON.stringify(value)}`)),
    }));
  }

  write(row: number, into: JsonSink): void {
    into.byte(leftBracket);
    let from = into.open();
    writePlainEmail(this.email, row, into);
    into.close(from);
    from = into.next();
    this.key.write(row, into);
    into.close(from);
    from = into.next();
    this.name.write(row, into);
    into.close(from);
    from = into.next();
    this.account.write(row, into);
    into.close(from);
    into.byte(comma);
    const score = this.people.score(row);
    into.raw((score === null ? undefined : this.numbers[score]) ?? this.none);
    from = into.next();
    this.day.write(row, into);
    into.close(from);
    from = into.next();
    this.comment.write(row, into);
    into.close(from);
    into.byte(comma);
    this.writeSegments(row, into);
    into.byte(rightBracket);
  }

  private writeSegments(row: number, into: JsonSink): void {
    const { segments } = this;
    into.byte(leftBracket);
    for (let i = 0; i < segments.length; i++) {
      const { codes, values } = segments[i]!;
      const code = codes[row] ?? noSegment;
      const known = code === noSegment ? undefined : values[code];
      if (known) into.raw(known);
      else {
        if (i > 0) into.byte(comma);
        into.raw(this.none);
      }
    }
    into.byte(rightBracket);
  }
}

const leftBracket = 0x5b;
const rightBracket = 0x5d;
