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
import type { Person, RejectedRow } from '../wave.ts';
import { bufferOf, childOf, fromBuffer, toBytes } from './table.ts';

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
