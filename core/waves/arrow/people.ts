import {
  bool,
  type Column,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  int32,
  tableFromIPC,
  uint8,
  uint32,
  utf8,
} from '@uwdata/flechette';
import { type FieldCells, noCells, type PersonFields, type PersonText } from '../people/people.ts';
import { Utf8Sink } from '../people/sink.ts';
import { noScore, type Person, type RejectedRow } from '../wave.ts';
import { bufferOf, childOf, fromBuffer, textColumn, toBytes, wideCoded } from './table.ts';

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

/**
 * The people of some rows, in this order, as one Arrow stream. At least one. The hot path of storing a million people: a
 * column of a million different texts takes flechette more than a second, so texts are gathered as bytes, row by row
 * (the cells of a row are neighbours in the file), and become Arrow buffers as they are.
 */
export function peopleToArrow(people: PersonFields, rows: Uint32Array): Uint8Array {
  const unique = uniqueTexts.map((field) => new TextsOut(field, people, rows.length));
  const shared = sharedTexts.map((field) => new SharedOut(field, people, rows.length));
  const revenue = new Float64Array(rows.length);
  const score = new Uint8Array(rows.length);
  const optOut: boolean[] = [];
  rows.forEach((row, i) => {
    for (const column of unique) column.take(row, i);
    for (const column of shared) column.take(row, i);
    revenue[i] = people.revenue(row) ?? Number.NaN;
    score[i] = people.score(row) ?? noScore;
    optOut.push(people.optOut(row));
  });
  return toBytes([
    ['row', fromBuffer(rows, uint32())],
    ...unique.map((column) => [column.field, column.done()] as const),
    ...shared.map((column) => [column.field, column.done()] as const),
    ['revenue', fromBuffer(revenue, float64(), Number.NaN)],
    ['optOut', columnFromArray(optOut, bool())],
    ['score', fromBuffer(score, uint8(), noScore)],
  ]);
}

/** A column of texts that mostly differ. */
class TextsOut {
  readonly field: PersonText;
  private readonly cells: FieldCells;
  private readonly sink: Utf8Sink;
  private readonly offsets: Int32Array;
  constructor(field: PersonText, people: PersonFields, rows: number) {
    this.field = field;
    this.cells = people.field(field);
    this.sink = new Utf8Sink(this.cells === noCells ? 0 : rows * 16);
    this.offsets = new Int32Array(rows + 1);
  }
  take(row: number, at: number): void {
    if (this.cells === noCells) return;
    this.cells.write(row, this.sink);
    this.offsets[at + 1] = this.sink.length;
  }
  done(): Column<unknown> {
    return textColumn(this.sink.bytes.subarray(0, this.sink.length), this.offsets);
  }
}

/** A column of texts that mostly repeat: a dictionary in the order of first appearance. */
class SharedOut {
  readonly field: PersonText;
  private readonly cells: FieldCells;
  private readonly codes: Int32Array;
  private readonly texts = new Map<string, number>();
  /** The number here, and one, of each of the people's own numbers; 0 where it has not come yet. */
  private readonly seen: Int32Array | null;
  constructor(field: PersonText, people: PersonFields, rows: number) {
    this.field = field;
    this.cells = people.field(field);
    this.codes = new Int32Array(rows);
    this.seen = this.cells.codes && new Int32Array(this.cells.codes.count());
    if (this.cells === noCells) this.codeOf('');
  }
  take(row: number, at: number): void {
    const { cells, seen } = this;
    if (cells === noCells) return;
    const own = cells.codes && seen ? cells.codes.of(row) : -1;
    const known = own < 0 ? 0 : seen![own]!;
    const code = known > 0 ? known - 1 : this.codeOf(cells.text(row));
    if (own >= 0) seen![own] = code + 1;
    this.codes[at] = code;
  }
  done(): Column<unknown> {
    return wideCoded(this.codes, [...this.texts.keys()]);
  }
  private codeOf(text: string): number {
    const code = this.texts.get(text) ?? this.texts.size;
    this.texts.set(text, code);
    return code;
  }
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
