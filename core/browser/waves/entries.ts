import {
  type BuiltWave,
  type FieldCells,
  fieldsOf,
  noSegment,
  type PersonFields,
  plainEmail,
  Utf8Sink,
} from '#core/waves/index.ts';
import { HashedText, type HashKey } from './keyedHash.ts';
import { shardNumber } from './lookupHead.ts';
import { ShardPacker } from './shard.ts';

/** The people of a wave who have an e-mail, in the order of the shards they belong to. */
export interface PlacedPeople {
  /** Into how many shards they are put. */
  shards: number;
  /** A shard's bytes, one person per e-mail: of several answers of one person the latest. */
  pack(shard: number): Uint8Array;
}

/** People a shard holds on average, at most: some hundred kilobytes, read in a few milliseconds. */
const peopleAShard = 1024;

/**
 * Hashes every e-mail once and sorts the rows by shard (a counting sort over indices): memory is four words a person.
 * The hot path of storing a million people: what is stored about somebody is written as bytes straight from the fields
 * into the shard, no text and no object of it is made on the way.
 */
export function placePeople(wave: BuiltWave, key: HashKey): PlacedPeople {
  const people = fieldsOf(wave.people);
  const places = hashed(people, key);
  const shards = Math.ceil(places.rows.length / peopleAShard);
  const { order, firsts } = byShard(places.highs, shards);
  const facts = new FactsWriter(wave, people);
  const latest = new LatestOnly(wave, people, places);
  return {
    shards,
    pack: (shard) => {
      const some = latest.among(order.subarray(firsts[shard], firsts[shard + 1]));
      facts.start(some.length);
      for (const at of some) facts.write(places.rows[at]!, places.lows[at]!, places.highs[at]!);
      return facts.done();
    },
  };
}

/** Row of each person with an e-mail, and the two words of its hash. */
interface Places {
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
  return { rows: rows.subarray(0, count), lows: lows.subarray(0, count), highs: highs.subarray(0, count) };
}

/** Appends an e-mail as it is looked up. Its bytes are lowered in place where they are ASCII, which nearly all are. */
function writePlainEmail(emails: FieldCells, row: number, into: Utf8Sink): void {
  const from = into.length;
  emails.write(row, into);
  if (into.lower(from)) return;
  into.length = from;
  into.text(plainEmail(emails.text(row)));
}

function byShard(highs: Uint32Array, shards: number): { order: Uint32Array; firsts: Uint32Array } {
  const firsts = new Uint32Array(shards + 1);
  for (const high of highs) firsts[shardNumber(high, shards) + 1]!++;
  for (let i = 1; i < firsts.length; i++) firsts[i]! += firsts[i - 1]!;
  const next = firsts.slice();
  const order = new Uint32Array(highs.length);
  for (let i = 0; i < highs.length; i++) order[next[shardNumber(highs[i]!, shards)]!++] = i;
  return { order, firsts };
}

/** Of several rows with one e-mail, the one that says the most recent things. */
class LatestOnly {
  private readonly wave: BuiltWave;
  private readonly people: PersonFields;
  private readonly places: Places;
  /** By hash, where in the list of those chosen somebody stands, and one; 0 where nobody does. */
  private slots = new Uint32Array(4 * peopleAShard);

  constructor(wave: BuiltWave, people: PersonFields, places: Places) {
    this.wave = wave;
    this.people = people;
    this.places = places;
  }

  /** Each person once, found by the hash's other word; texts are compared only where hashes agree. */
  among(some: Uint32Array): Uint32Array {
    const { lows, highs } = this.places;
    if (some.length * 2 > this.slots.length)
      this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(some.length * 2)));
    const { slots } = this;
    slots.fill(0);
    const mask = slots.length - 1;
    const chosen = some.slice();
    let count = 0;
    for (const at of some) {
      let slot = lows[at]! & mask;
      for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const other = chosen[slots[slot]! - 1]!;
        if (lows[other] === lows[at] && highs[other] === highs[at] && this.isSamePerson(other, at)) break;
      }
      const known = slots[slot]!;
      if (known === 0) {
        chosen[count++] = at;
        slots[slot] = count;
      } else if (this.isLater(at, chosen[known - 1]!)) chosen[known - 1] = at;
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
 * Writes what a shard says of its people, the texts in the order of `factTexts`. One place in the code for each field: there V8 knows what kind of cells it
 * meets, and compiles the copying in; a loop over the fields would look each up.
 */
class FactsWriter {
  private readonly packer = new ShardPacker();
  private readonly people: PersonFields;
  private readonly email: FieldCells;
  private readonly key: FieldCells;
  private readonly name: FieldCells;
  private readonly account: FieldCells;
  private readonly day: FieldCells;
  private readonly comment: FieldCells;
  private readonly dimensions: readonly UsedValues[];

  constructor({ columns }: BuiltWave, people: PersonFields) {
    this.people = people;
    this.email = people.field('email');
    this.key = people.field('key');
    this.name = people.field('name');
    this.account = people.field('accountName');
    this.day = people.field('answeredOn');
    this.comment = people.field('comment');
    this.dimensions = columns.segments.map(({ codes, values }) => new UsedValues(codes, values));
  }

  start(people: number): void {
    this.packer.start(people);
    for (const dimension of this.dimensions) dimension.start();
  }

  write(row: number, low: number, high: number): void {
    const { packer } = this;
    const { facts } = packer;
    packer.begin(low, high);
    packer.score(this.people.score(row));
    for (const dimension of this.dimensions) packer.code(dimension.codeOf(row));
    let from = packer.open();
    writePlainEmail(this.email, row, facts);
    packer.close(from);
    from = packer.open();
    this.key.write(row, facts);
    packer.close(from);
    from = packer.open();
    this.name.write(row, facts);
    packer.close(from);
    from = packer.open();
    this.account.write(row, facts);
    packer.close(from);
    from = packer.open();
    this.day.write(row, facts);
    packer.close(from);
    from = packer.open();
    this.comment.write(row, facts);
    packer.close(from);
  }

  done(): Uint8Array {
    return this.packer.done(JSON.stringify(this.dimensions.map((dimension) => dimension.used())));
  }
}

/** The values of a dimension that the people of one shard have. */
class UsedValues {
  private readonly codes: Uint16Array;
  private readonly values: readonly string[];
  /** 1 for the codes that are in `list`. */
  private readonly isUsed: Uint8Array;
  private readonly list: number[] = [];

  constructor(codes: Uint16Array, values: readonly string[]) {
    this.codes = codes;
    this.values = values;
    this.isUsed = new Uint8Array(values.length);
  }

  start(): void {
    for (const code of this.list) this.isUsed[code] = 0;
    this.list.length = 0;
  }

  codeOf(row: number): number {
    const code = this.codes[row] ?? noSegment;
    if (code === noSegment || code >= this.values.length) return noSegment;
    if (this.isUsed[code] === 0) {
      this.isUsed[code] = 1;
      this.list.push(code);
    }
    return code;
  }

  used(): [number, string][] {
    return this.list.map((code) => [code, this.values[code]!]);
  }
}
