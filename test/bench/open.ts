import type { Page } from '@playwright/test';
import { interviews, notes, size, withInterviews } from './browser/interviews.ts';
import { type Line, median } from './measure.ts';

const rounds = 7;
const edits = 100_000;

/**
 * Opening one interview of 2,000 in a real browser with the real storage code, each interview a document of its own,
 * against one document that holds them all; and opening one that was edited 100,000 times, its log as our own writer
 * leaves it, against the same document as one record. Timed inside the page; the browser is started again after filling,
 * and each round opens another of the 2,000.
 */
export const bench = (): Promise<Line[]> => {
  let records = 0;
  return withInterviews(
    async (page) => [...(await openMany(page)), ...(await openEdited(page, records))],
    async (page) => {
      records = await page.evaluate(([n, e]) => here().fillEdited(n, e), [notes, edits] as const);
    },
  );
};

async function openMany(page: Page): Promise<Line[]> {
  const took = { own: [] as number[], big: [] as number[], list: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const how of inTurn(['own', 'big'] as const, round))
      took[how].push(await timeOf(page, (round * 283 + 11) % interviews, how));
    const listed = await page.evaluate(() => here().list());
    // those of the other figures among them
    if (listed.documents < interviews) throw new Error(`listed ${listed.documents} documents`);
    took.list.push(listed.took);
  }
  return [
    {
      figure: `open one of ${size}`,
      ours: { value: median(took.own), unit: 'ms' },
      baseline: { value: median(took.big), unit: 'ms', which: 'one document for all' },
      goal: { kind: 'timesFaster', atLeast: 100 },
    },
    {
      figure: `name all of ${size}`,
      ours: { value: median(took.list), unit: 'ms' },
      goal: { kind: 'none' },
    },
  ];
}

async function openEdited(page: Page, records: number): Promise<Line[]> {
  const took = { edited: [] as number[], compacted: [] as number[], afresh: [] as number[] };
  for (let round = 0; round < 2 * rounds; round++)
    for (const how of inTurn(['edited', 'compacted', 'afresh'] as const, round))
      took[how].push(await timeOf(page, 0, how));
  const what = `an interview of ${notes} notes after ${edits.toLocaleString('en')} edits, Chromium`;
  return [
    {
      figure: `open ${what}, ${records} records in its log`,
      ours: { value: median(took.edited), unit: 'ms' },
      baseline: { value: median(took.compacted), unit: 'ms', which: 'the same document as one record' },
      goal: { kind: 'timesOf', atMost: 1.2 },
    },
    {
      figure: `what its history costs: open ${what}, as one record`,
      ours: { value: median(took.compacted), unit: 'ms' },
      baseline: { value: median(took.afresh), unit: 'ms', which: 'its last words, written once' },
      goal: { kind: 'none' },
    },
  ];
}

/** The order moves on by one from round to round. */
const inTurn = <T>(all: readonly T[], round: number): T[] =>
  all.map((_, i) => all[(i + round) % all.length] as T);

async function timeOf(
  page: Page,
  i: number,
  how: Parameters<ReturnType<typeof here>['open']>[1],
): Promise<number> {
  const opened = await page.evaluate(([n, h]) => here().open(n, h), [i, how] as const);
  if (opened.notes !== notes) throw new Error(`${how}: ${opened.notes} notes instead of ${notes}`);
  return opened.took;
}
