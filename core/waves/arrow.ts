import {
  type Batch,
  batchType,
  bool,
  Column,
  columnFromArray,
  type DataType,
  dictionary,
  field,
  float32,
  float64,
  int32,
  Table,
  tableFromIPC,
  tableToIPC,
  uint8,
  uint16,
  uint32,
  utf8,
} from '@uwdata/flechette';
import { noAccount } from './build/finish.ts';
import { noDay } from './cells/dates.ts';
import type { Person, RejectedRow, WaveColumns } from './wave.ts';
import { noScore, noSegment } from './wave.ts';

/*
 * Stored waves are Apache Arrow IPC streams, so that other tools open them. What is not known is null there, and the
 * slot beneath the null holds our own mark (255, 0xffff, ...): read back, the buffers serve as they are, without a copy.
 *
 * Columns:  score uint8 | day int32, days since 1970-01-01 | account uint32 | weight float32, where there is one |
 *           segment:<n> dictionary<uint16, utf8> with metadata name | rating:<n> float32 with metadata name, low, high
 * People:   row uint32 | the text fields of `Person` as utf8, those that repeat as dictionaries | revenue float64 |
 *           optOut bool | score uint8
 * Rejected: line uint32 | column, value utf8 | reason dictionary
 */

type Values = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;
/** What flechette's own class of this name has; it does not export it. */
type DictionaryBatch = Batch<unknown> & {
  dictionary: Column<unknown>;
  setDictionary(dictionary: Column<unknown>): unknown;
};
type Named = readonly [name: string, column: Column<unknown>, about?: Record<string, string>];

/**
 * The anonymous columns as one or more Arrow streams, each of at most about `limit` bytes of values, so that no piece
 * is too large to be sent.
 */
export function columnsToArrow(columns: WaveColumns, limit = 16_000_000): Uint8Array[] {
  const pieces: Named[][] = [];
  let room = 0;
  for (const named of namedColumns(columns)) {
    const size = named[1].data[0]?.values.byteLength ?? 0;
    if (pieces.length === 0 || size > room) {
      pieces.push([]);
      room = limit;
    }
    pieces.at(-1)?.push(named);
    room -= size;
  }
  return pieces.map(toBytes);
}

function namedColumns(columns: WaveColumns): Named[] {
  const { score, day, account, weight, segments, ratings } = columns;
  return [
    ['score', fromBuffer(score, uint8(), noScore)],
    ['day', fromBuffer(day, int32(), noDay)],
    ['account', fromBuffer(account, uint32(), noAccount)],
    ...(weight ? [['weight', fromBuffer(weight, float32())] as const] : []),
    ...segments.map(
      ({ name, codes, values }, i) => [`segment:${i}`, coded(codes, values), { name }] as const,
    ),
    ...ratings.map(
      ({ name, low, high, values }, i) =>
        [`rating:${i}`, fromBuffer(values, float32()), { name, low: `${low}`, high: `${high}` }] as const,
    ),
  ];
}

/** Reads what `columnsToArrow` wrote; the arrays are views of the bytes. Throws on anything else: verify the hash first. */
export function columnsFromArrow(pieces: readonly Uint8Array[]): WaveColumns {
  const tables = pieces.map((bytes) => tableFromIPC(bytes));
  const [first] = tables;
  if (!first) throw new Error('a wave has at least one piece of columns');
  const has = (name: string): boolean => tables.some((table) => table.names.includes(name));
  const holding = (name: string): Table => tables.find((table) => table.names.includes(name)) ?? first;
  const like = (start: string) => tables.flatMap((table) => namesLike(table, start));
  return {
    rows: first.numRows,
    score: bufferOf(holding('score'), 'score', Uint8Array),
    day: bufferOf(holding('day'), 'day', Int32Array),
    account: bufferOf(holding('account'), 'account', Uint32Array),
    weight: has('weight') ? bufferOf(holding('weight'), 'weight', Float32Array) : null,
    segments: like('segment:').map(({ table, name, about }) => ({
      name: about.get('name') ?? '',
      codes: bufferOf(table, name, Uint16Array),
      values: dictionaryOf(table, name),
    })),
    ratings: like('rating:').map(({ table, name, about }) => ({
      name: about.get('name') ?? '',
      low: Number(about.get('low')),
      high: Number(about.get('high')),
      values: bufferOf(table, name, Float32Array),
    })),
  };
}

const uniqueTexts = ['key', 'name', 'email', 'phone', 'crmId', 'comment'] as const;
const sharedTexts = [
  'timeZone',
  'language',
  'role',
  'accountName',
  'accountCrmId',
  'accountManager',
  'answeredOn',
] as const;

/** People as one Arrow stream. At least one. */
export function peopleToArrow(people: readonly Person[]): Uint8Array {
  const of = <K extends keyof Person>(key: K, type: DataType): Column<unknown> =>
    columnFromArray(
      people.map((person) => person[key]),
      type,
    );
  return toBytes([
    [
      'row',
      fromBuffer(
        Uint32Array.from(people, ({ row }) => row),
        uint32(),
      ),
    ],
    ...uniqueTexts.map((key) => [key, of(key, utf8())] as const),
    ...sharedTexts.map((key) => [key, of(key, dictionary(utf8(), int32()))] as const),
    ['revenue', of('revenue', float64())],
    ['optOut', of('optOut', bool())],
    ['score', of('score', uint8())],
  ]);
}

/** The people of a stored part, in row order; decoded one by one, as they are asked for. */
export interface StoredPeople {
  rows: Uint32Array;
  at(index: number): Person;
}

/** Reads what `peopleToArrow` wrote. Throws on anything else: verify the hash first. */
export function peopleFromArrow(bytes: Uint8Array): StoredPeople {
  const table = tableFromIPC(bytes);
  const text = (key: string): ((i: number) => string) => {
    const column = childOf(table, key);
    return (i) => String(column.at(i) ?? '');
  };
  const reads = Object.fromEntries([...uniqueTexts, ...sharedTexts].map((key) => [key, text(key)]));
  const read = (key: (typeof uniqueTexts | typeof sharedTexts)[number], i: number): string =>
    reads[key]?.(i) ?? '';
  const [revenue, optOut, score] = ['revenue', 'optOut', 'score'].map((key) => childOf(table, key));
  const rows = bufferOf(table, 'row', Uint32Array);
  return {
    rows,
    at: (i) => ({
      row: rows[i]!,
      key: read('key', i),
      name: read('name', i),
      email: read('email', i),
      phone: read('phone', i),
      timeZone: read('timeZone', i),
      language: read('language', i),
      role: read('role', i),
      crmId: read('crmId', i),
      accountName: read('accountName', i),
      accountCrmId: read('accountCrmId', i),
      accountManager: read('accountManager', i),
      revenue: numberOrNull(revenue?.at(i)),
      optOut: optOut?.at(i) === true,
      comment: read('comment', i),
      score: numberOrNull(score?.at(i)),
      answeredOn: read('answeredOn', i),
    }),
  };
}

const reasons: readonly RejectedRow['reason'][] = [
  'notAWholeNumber',
  'outOfRange',
  'tooManyCells',
  'unreadableDate',
];

/** Rejected rows as one Arrow stream. At least one. */
export function rejectedToArrow(rejected: readonly RejectedRow[]): Uint8Array {
  const texts = (of: (row: RejectedRow) => string, type: DataType) => columnFromArray(rejected.map(of), type);
  return toBytes([
    [
      'line',
      fromBuffer(
        Uint32Array.from(rejected, ({ line }) => line),
        uint32(),
      ),
    ],
    ['column', texts(({ column }) => column, dictionary(utf8(), int32()))],
    ['value', texts(({ value }) => value, utf8())],
    ['reason', texts(({ reason }) => reason, dictionary(utf8(), int32()))],
  ]);
}

/** Reads what `rejectedToArrow` wrote. Throws on anything else: verify the hash first. */
export function rejectedFromArrow(bytes: Uint8Array): RejectedRow[] {
  const table = tableFromIPC(bytes);
  const [column, value, reason] = ['column', 'value', 'reason'].map((key) => childOf(table, key));
  return Array.from(bufferOf(table, 'line', Uint32Array), (line, i) => ({
    line,
    column: String(column?.at(i) ?? ''),
    value: String(value?.at(i) ?? ''),
    reason: reasons.find((known) => known === reason?.at(i)) ?? 'notAWholeNumber',
  }));
}

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function toBytes(columns: readonly Named[]): Uint8Array {
  const fields = columns.map(([name, column, about]) =>
    field(name, column.type, true, about ? new Map(Object.entries(about)) : null),
  );
  const table = new Table(
    { version: 4, endianness: 0, fields, metadata: null },
    columns.map(([, column]) => column),
  );
  const bytes = tableToIPC(table, { format: 'stream' });
  if (!bytes) throw new Error('Arrow wrote nothing');
  return bytes;
}

/** A column over a buffer as it is; slots that hold `mark` are null to other readers. */
function fromBuffer(values: Values, type: DataType, mark?: number): Column<unknown> {
  return new Column([batchOver(values, type, mark)]);
}

function coded(codes: Uint16Array, values: readonly string[]): Column<unknown> {
  const text = utf8();
  const batch = batchOver(codes, dictionary(text, uint16()), noSegment) as DictionaryBatch;
  batch.setDictionary(values.length > 0 ? columnFromArray([...values], text) : noTexts(text));
  return new Column([batch]);
}

/** A dictionary of nothing: from an empty array flechette writes no dictionary at all, and then cannot read the column. */
function noTexts(type: DataType): Column<unknown> {
  const Made = batchType(type) as unknown as new (parts: object) => Batch<unknown>;
  const none = new Uint8Array(0);
  const parts = { length: 0, nullCount: 0, type, validity: none, values: none, offsets: new Int32Array(1) };
  return new Column([new Made(parts)]);
}

function batchOver(values: Values, type: DataType, mark?: number): Batch<unknown> {
  const { validity, nullCount } = validityOf(values, mark);
  const Made = batchType(type) as unknown as new (parts: object) => Batch<unknown>;
  return new Made({ length: values.length, nullCount, type, validity, values });
}

function validityOf(values: Values, mark: number | undefined): { validity: Uint8Array; nullCount: number } {
  const none = { validity: new Uint8Array(0), nullCount: 0 };
  if (mark === undefined || !values.includes(mark)) return none;
  const validity = new Uint8Array(Math.ceil(values.length / 64) * 8);
  let nullCount = 0;
  for (let i = 0; i < values.length; i++)
    if (values[i] === mark) nullCount++;
    else validity[i >> 3]! |= 1 << (i & 7);
  return { validity, nullCount };
}

function childOf(table: Table, name: string): Column<unknown> {
  return table.getChild(name) as Column<unknown>;
}

function bufferOf<A extends Values>(table: Table, name: string, make: new (size: number) => A): A {
  const values = childOf(table, name).data[0]?.values;
  if (!values) return new make(0);
  if (!(values instanceof make)) throw new Error(`the part's column ${name} has another type`);
  return values;
}

function dictionaryOf(table: Table, name: string): string[] {
  const batch = childOf(table, name).data[0] as DictionaryBatch | undefined;
  return batch ? Array.from(batch.dictionary, (value) => String(value ?? '')) : [];
}

function namesLike(
  table: Table,
  start: string,
): { table: Table; name: string; about: Map<string, string> }[] {
  return table.schema.fields
    .filter(({ name }) => name.startsWith(start))
    .map(({ name, metadata }) => ({ table, name, about: new Map(metadata ?? []) }));
}
