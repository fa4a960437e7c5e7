import * as aq from 'arquero';
import {
  type CrossTable,
  crossScoresOf,
  type OneWayTable,
  oneWayTables,
  scoresOf,
  tablesOf,
} from '#core/segments/count.ts';
import { noScore, noSegment, type SegmentColumn } from '#core/waves/index.ts';
import { type Goal, type Line, medians, sink } from './measure.ts';
import { type Duck, duckWith } from './segments/duckdb.ts';
import { allPairs, generated, plainRead } from './segments/generated.ts';

const rows = 1_000_000;

/**
 * The counting behind the segmentation map: a million generated rows, five one-way tables (value x score), and these with
 * all ten crosses. arquero does the same work on the same typed arrays, in the faster of two ways of asking for it; DuckDB
 * (WebAssembly, in Node) groups by everything once and sums that cube; "plain read" adds up every score and code in one
 * loop, which is the fastest plain way to touch the same bytes.
 */
export async function bench(): Promise<Line[]> {
  const columns = generated(rows);
  const table = aq.table({
    score: columns.score,
    ...Object.fromEntries(columns.segments.map(({ name, codes }) => [name, codes])),
  });
  const duck = await duckWith(columns);
  sameResult(oneWayTables(columns), byRollup(table, columns.segments));
  sameCrosses(tablesOf(columns, allPairs).crosses, duck.crosses(allPairs));
  const oneWay = await medians(
    {
      ours: () => oneWayTables(columns),
      grouped: () => byGroups(table, columns.segments),
      rolledUp: () => byRollup(table, columns.segments),
      read: () => plainRead(columns),
    },
    { rounds: 7 },
  );
  const all = await medians(
    {
      ours: () => tablesOf(columns, allPairs),
      grouped: () => [byGroups(table, columns.segments), pairsByGroups(table, columns.segments)],
      duckdb: () => duck.cubeFirst(allPairs),
      read: () => plainRead(columns),
    },
    { rounds: 5, warmUp: 1 },
  );
  sink.last = null;
  return [...oneWayLines(oneWay), ...allLines(all, duck)];
}

function oneWayLines(took: Record<'ours' | 'grouped' | 'rolledUp' | 'read', number>): Line[] {
  const figure = 'five one-way tables of 1,000,000 generated rows, Node';
  const arquero = Math.min(took.grouped, took.rolledUp);
  return [
    lineOf(figure, took.ours, arquero, 'arquero 7.2.1', { kind: 'timesFaster', atLeast: 40 }),
    lineOf(figure, took.ours, took.read, 'plain scalar read of the same bytes', {
      kind: 'timesOf',
      atMost: 3,
    }),
  ];
}

function allLines(took: Record<'ours' | 'grouped' | 'duckdb' | 'read', number>, { version }: Duck): Line[] {
  const figure = 'five one-way and ten two-way tables of 1,000,000 generated rows, Node';
  const line = (value: number, which: string, goal: Goal) => lineOf(figure, took.ours, value, which, goal);
  return [
    line(took.grouped, 'arquero 7.2.1', { kind: 'timesFaster', atLeast: 100 }),
    line(took.duckdb, `duckdb-wasm 1.32.0 (DuckDB ${version}), cube first`, {
      kind: 'timesFaster',
      atLeast: 8,
    }),
    line(took.read, 'plain scalar read of the same bytes', { kind: 'timesOf', atMost: 15 }),
  ];
}

const lineOf = (figure: string, ours: number, value: number, which: string, goal: Goal): Line => ({
  figure,
  ours: { value: ours, unit: 'ms' },
  baseline: { value, unit: 'ms', which },
  goal,
});

function byGroups(table: aq.ColumnTable, segments: readonly SegmentColumn[]): unknown[] {
  return segments.map(({ name }) => table.groupby(name, 'score').count().objects());
}

function pairsByGroups(table: aq.ColumnTable, segments: readonly SegmentColumn[]): unknown[] {
  const name = (at: number) => (segments[at] as SegmentColumn).name;
  return allPairs.map(([a, b]) => table.groupby(name(a), name(b), 'score').count().objects());
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

function sameCrosses(ours: readonly CrossTable[], theirs: readonly number[][][]): void {
  ours.forEach((cross, i) => {
    const codeIn = (code: number, { values }: CrossTable['rows']) =>
      code === noSegment ? values.length : code;
    let answers = 0;
    for (const [a = 0, b = 0, score = 0, n = 0] of theirs[i] ?? []) {
      if (score === noScore) continue;
      const mine = crossScoresOf(cross, codeIn(a, cross.rows), codeIn(b, cross.columns))[score];
      if (mine !== n) throw new Error(`${cross.rows.name} x ${cross.columns.name} is counted differently`);
      answers += n;
    }
    if (answers === 0) throw new Error('DuckDB counted nothing');
  });
}
