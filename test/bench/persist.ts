import type { Page } from '@playwright/test';
import { type Line, median } from './measure.ts';
import type { Stored } from './persist/whole.worker.ts';
import { ask, withWorkers } from './worker/page.ts';

const rows = 1_000_000;
const rowsOfDexie = 30_000;
const rounds = 5;

/**
 * Storing a survey of a million answers in a real Chromium worker, by the code that the import runs: the anonymous
 * columns, the person part in shards, each part hashed, and the lookup by e-mail. Baseline: the same rows as objects put
 * into a Dexie table, which takes minutes for a million, so that some thousand are put and the time a row counts. Both in
 * turns, each in a database of its own that is deleted afterwards. Per 1,000 rows.
 */
export async function bench(): Promise<Line[]> {
  return withWorkers(new URL('./persist/', import.meta.url), ['whole', 'rows'], measure);
}

async function measure(page: Page): Promise<Line[]> {
  const took = {
    whole: [] as number[],
    figures: [] as number[],
    lookup: [] as number[],
    dexie: [] as number[],
  };
  for (let round = 0; round < rounds; round++) {
    const whole = async () => {
      const { answer } = await ask<Stored>(page, 'whole', { rows, name: `round-${round}` });
      took.whole.push((answer.parts + answer.lookup) / (rows / 1000));
      took.figures.push(answer.figures / (rows / 1000));
      took.lookup.push(answer.lookup / (rows / 1000));
    };
    const dexie = async () => {
      const { answer } = await ask<number>(page, 'rows', { rows: rowsOfDexie, name: `rows-${round}` });
      took.dexie.push(answer / (rowsOfDexie / 1000));
    };
    for (const run of round % 2 ? [whole, dexie] : [dexie, whole]) await run();
  }
  return linesOf(median(took.whole), median(took.figures), median(took.lookup), median(took.dexie));
}

function linesOf(whole: number, figures: number, lookup: number, dexie: number): Line[] {
  const baseline = { value: dexie, unit: 'ms', which: 'Dexie bulkPut of the same rows' } as const;
  const of = `of ${rows.toLocaleString('en')} x 18, Chromium worker`;
  return [
    {
      figure: `1,000 rows ${of}: columns, people and lookup`,
      ours: { value: whole, unit: 'ms' },
      baseline,
      goal: { kind: 'timesFaster', atLeast: 40 },
    },
    {
      figure: `1,000 rows ${of}: anonymous figures alone`,
      ours: { value: figures, unit: 'ms' },
      baseline,
      goal: { kind: 'timesFaster', atLeast: 300 },
    },
    { figure: 'of the first, the lookup', ours: { value: lookup, unit: 'ms' }, goal: { kind: 'none' } },
  ];
}
