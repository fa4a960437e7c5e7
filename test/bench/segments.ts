import * as aq from 'arquero';
import { seededChance } from '#core/model/chance.ts';
import { type OneWayTable, oneWayTables, scoresOf } from '#core/segments/count.ts';
import { noScore, noSegment, type SegmentColumn, type WaveColumns } from '#core/waves/index.ts';
import { type Line, medians, sink } from './measure.ts';

const rows = 1_000_000;
const dimensions = { Tier: 3, Tenure: 4, Product: 5, Market: 12, Industry: 20 } as const;

/**
 * The counting behind the segmentation map: a million generated rows, five one-way tables (value x score).
 * arquero does the same work on the same typed arrays, in the faster of two ways of asking for it; "plain read" adds up
 * every score and code in one loop, which is the fastest plain way to touch the same bytes.
 */
export async function bench(): Promise<Line[]> {
  const columns = generated();
  const table = aq.table({
    score: columns.score,
    ...Object.fromEntries(columns.segments.map(({ name, codes }) => [name, codes])),
  });
  sameResult(oneWayTables(columns), byRollup(table, columns.segments));
  const took = await medians(
    {
      ours: () => oneWayTables(columns),
      grouped: () => byGroups(table, columns.segments),
      rolledUp: () => byRollup(table, columns.segments),
      read: () => plainRead(columns),
    },
    { rounds: 7 },
  );
  sink.last = null;
  const arquero = Math.min(took.grouped, took.rolledUp);
  const figure = 'five one-way tables of 1,000,000 generated rows, Node';
  const ours = { value: took.ours, unit: 'ms' } as const;
  return [
    {
      figure,
      ours,
      baseline: { value: arquero, unit: 'ms', which: 'arquero 7.2.1' },
      goal: { kind: 'timesFaster', atLeast: 40 },
    },
    {
      figure,
      ours,
      baseline: { value: took.read, unit: 'ms', which: 'plain scalar read of the same bytes' },
      goal: { kind: 'timesOf', atMost: 3 },
    },
  ];
}

/** Values of uneven size, 3 % without an answer, 2 % without a value; neighbours alike as in a file sorted by account. */
function generated(): WaveColumns {
  const chance = seededChance('a million responses');
  const score = Uint8Array.from({ length: rows }, () =>
    chance.next() < 0.03 ? noScore : Math.floor(11 * Math.sqrt(chance.next())),
  );
  const segments = Object.entries(dimensions).map(([name, size]): SegmentColumn => {
    let code = 0;
    const codes = Uint16Array.from({ length: rows }, () => {
      if (chance.next() < 0.5) code = Math.floor(size * chance.next() * chance.next());
      return chance.next() < 0.02 ? noSegment : code;
    });
    return { name, codes, values: Array.from({ length: size }, (_, i) => `${name} ${i}`) };
  });
  const unused = { day: new Int32Array(0), account: new Uint32Array(0), ratings: [], weight: null };
  return { rows, score, segments, ...unused };
}

function byGroups(table: aq.ColumnTable, segments: readonly SegmentColumn[]): unknown[] {
  return segments.map(({ name }) => table.groupby(name, 'score').count().objects());
}

/** The eleven scores as sums, one group a value: less grouping, more adding. */
const perScore = Object.fromEntries(Array.from({ length: 11 }, (_, s) => [`s${s}`, aq.op.sum(`is${s}`)]));

function byRollup(table: aq.ColumnTable, segments: readonly SegmentColumn[]): object[][] {
  const marked = table.derive(
    Object.fromEntries(
      Array.from({ length: 11 }, (_, s) => [
        `is${s}`,
        aq.escape((row: { score: number }) => +(row.score === s)),
      ]),
    ),
  );
  return segments.map(({ name }) => marked.groupby(name).rollup(perScore).objects());
}

function plainRead({ score, segments }: WaveColumns): number {
  const [a, b, c, d, e] = segments.map(({ codes }) => codes);
  if (!a || !b || !c || !d || !e) throw new Error('five dimensions are read');
  return readSix(score, a, b, c, d, e);
}

function readSix(
  score: Uint8Array,
  a: Uint16Array,
  b: Uint16Array,
  c: Uint16Array,
  d: Uint16Array,
  e: Uint16Array,
): number {
  let sum = 0;
  for (let i = 0; i < score.length; i++)
    sum +=
      (score[i] as number) +
      (a[i] as number) +
      (b[i] as number) +
      (c[i] as number) +
      (d[i] as number) +
      (e[i] as number);
  return sum;
}

/** A race is fair only between equals: both must have counted the same. */
function sameResult(ours: readonly OneWayTable[], theirs: readonly object[][]): void {
  ours.forEach((table, i) => {
    for (const row of theirs[i] as Record<string, number>[]) {
      const code = row[table.name] as number;
      const mine = scoresOf(table, code === noSegment ? table.values.length : code);
      if (mine.some((n, s) => n !== row[`s${s}`]))
        throw new Error(`${table.name} ${code} is counted differently`);
    }
  });
}
