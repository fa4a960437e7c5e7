import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import type { WaveColumns } from '#core/waves/index.ts';

type Blocking = typeof import('@duckdb/duckdb-wasm/blocking');
type Arrow = typeof import('apache-arrow');

const require = createRequire(import.meta.url);

/** DuckDB in its own WebAssembly, in this thread, with a wave's scores and codes as a table. */
export interface Duck {
  version: string;
  /** Answers by two dimensions and score, as rows of [row code, column code, score, n], for every pair. */
  crosses(pairs: readonly (readonly [number, number])[]): number[][][];
  /** The faster way round: one GROUP BY over all dimensions and the score, then sums of that small cube. */
  cubeFirst(pairs: readonly (readonly [number, number])[]): void;
}

/** Starts DuckDB with the wave in it. Loading is no part of what is measured. */
export async function duckWith({ score, segments }: WaveColumns): Promise<Duck> {
  const bundle = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const duckdb = require(bundle) as Blocking;
  const arrow = require('apache-arrow') as Arrow;
  const module = (kind: string) => ({
    mainModule: join(dirname(bundle), `duckdb-${kind}.wasm`),
    mainWorker: '',
  });
  const db = await duckdb.createDuckDB(
    { mvp: module('mvp'), eh: module('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await db.instantiate(() => {});
  const connection: DuckDBConnection = db.connect();
  const columns = Object.fromEntries(segments.map(({ codes }, at) => [`d${at}`, codes]));
  connection.insertArrowTable(arrow.tableFromArrays({ score, ...columns }), { name: 'wave' });
  const ask = (sql: string) => connection.query(sql);
  const names = segments.map((_, at) => `d${at}`).join(', ');
  return {
    version: db.getVersion(),
    crosses: (pairs) =>
      pairs.map(([a, b]) =>
        ask(`SELECT d${a} AS a, d${b} AS b, score AS s, count(*)::INT AS n FROM wave GROUP BY ALL`)
          .toArray()
          .map((row) => [Number(row.a), Number(row.b), Number(row.s), Number(row.n)]),
      ),
    cubeFirst(pairs) {
      ask(
        `CREATE OR REPLACE TEMP TABLE cube AS SELECT ${names}, score, count(*)::INT AS n FROM wave GROUP BY ALL`,
      );
      for (const at of segments.keys()) ask(`SELECT d${at}, score, sum(n)::INT AS n FROM cube GROUP BY ALL`);
      for (const [a, b] of pairs) ask(`SELECT d${a}, d${b}, score, sum(n)::INT AS n FROM cube GROUP BY ALL`);
    },
  };
}
