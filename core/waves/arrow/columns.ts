import { float32, int32, type Table, tableFromIPC, uint8, uint32 } from '@uwdata/flechette';
import { noAccount } from '../build/finish.ts';
import { noDay } from '../cells/dates.ts';
import { noScore, type WaveColumns } from '../wave.ts';
import { bufferOf, coded, dictionaryOf, fromBuffer, type Named, namesLike, toBytes } from './table.ts';

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

/**
 * The anonymous columns as one or more Arrow streams, each of at most about `limit` bytes of values, so that no piece
 * is too large to be sent. Each is made when it is asked for.
 */
export function* columnsToArrow(columns: WaveColumns, limit = 16_000_000): Generator<Uint8Array, void, void> {
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
  for (const piece of pieces) yield toBytes(piece);
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
