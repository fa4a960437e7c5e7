import {
  type Batch,
  batchType,
  Column,
  columnFromArray,
  type DataType,
  dictionary,
  field,
  int32,
  Table,
  tableToIPC,
  uint16,
  utf8,
} from '@uwdata/flechette';
import { noSegment } from '../wave.ts';

export type Values = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;
/** What flechette's own class of this name has; it does not export it. */
type DictionaryBatch = Batch<unknown> & {
  dictionary: Column<unknown>;
  setDictionary(dictionary: Column<unknown>): unknown;
};
/** A column with its name and what its metadata say. */
export type Named = readonly [name: string, column: Column<unknown>, about?: Record<string, string>];

/** An Arrow IPC stream of these columns. */
export function toBytes(columns: readonly Named[]): Uint8Array {
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
export function fromBuffer(values: Values, type: DataType, mark?: number): Column<unknown> {
  return new Column([batchOver(values, type, mark)]);
}

/** A dictionary column over codes as they are; `noSegment` is null. */
export function coded(codes: Uint16Array, values: readonly string[]): Column<unknown> {
  const text = utf8();
  const batch = batchOver(codes, dictionary(text, uint16()), noSegment) as DictionaryBatch;
  batch.setDictionary(values.length > 0 ? columnFromArray([...values], text) : noTexts(text));
  return new Column([batch]);
}

/** A dictionary column with wide codes, each of which has its text. At least one. */
export function wideCoded(codes: Int32Array, values: readonly string[]): Column<unknown> {
  const text = utf8();
  const batch = batchOver(codes, dictionary(text, int32())) as DictionaryBatch;
  batch.setDictionary(columnFromArray([...values], text));
  return new Column([batch]);
}

/** A column of texts over their UTF-8 one after the other; text i stands from `offsets[i]` to `offsets[i + 1]`. */
export function textColumn(values: Uint8Array, offsets: Int32Array): Column<unknown> {
  const type = utf8();
  const Made = batchType(type) as unknown as new (parts: object) => Batch<unknown>;
  const validity = new Uint8Array(0);
  return new Column([
    new Made({ length: offsets.length - 1, nullCount: 0, type, validity, values, offsets }),
  ]);
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
    // NaN marks too, and equals nothing
    if (Object.is(values[i], mark)) nullCount++;
    else validity[i >> 3]! |= 1 << (i & 7);
  return { validity, nullCount };
}

/** The column of a name. */
export function childOf(table: Table, name: string): Column<unknown> {
  return table.getChild(name) as Column<unknown>;
}

/** The values of a column as a view of the bytes it was read from. */
export function bufferOf<A extends Values>(table: Table, name: string, make: new (size: number) => A): A {
  const values = childOf(table, name).data[0]?.values;
  if (!values) return new make(0);
  if (!(values instanceof make)) throw new Error(`the part's column ${name} has another type`);
  return values;
}

/** The dictionary of a dictionary column. */
export function dictionaryOf(table: Table, name: string): string[] {
  const batch = childOf(table, name).data[0] as DictionaryBatch | undefined;
  return batch ? Array.from(batch.dictionary, (value) => String(value ?? '')) : [];
}

/** Columns whose name begins so, with their metadata. */
export function namesLike(
  table: Table,
  start: string,
): { table: Table; name: string; about: Map<string, string> }[] {
  return table.schema.fields
    .filter(({ name }) => name.startsWith(start))
    .map(({ name, metadata }) => ({ table, name, about: new Map(metadata ?? []) }));
}
