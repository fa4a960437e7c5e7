import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bench } from '../crash/page/bench.ts';
import { startSite } from '../crash/site.ts';
import { inBrowser } from './browser/inBrowser.ts';
import { type Line, median } from './measure.ts';

const interviews = 2_000;
const notes = 40;
const rounds = 7;

/**
 * Opening one interview of 2,000 in a real browser with the real storage code, each interview a document of its own,
 * against one document that holds them all. Timed inside the page; the browser is started again after filling, and
 * each round opens another interview.
 */
export async function bench(): Promise<Line[]> {
  const site = await startSite();
  const profile = mkdtempSync(join(tmpdir(), 'sounding-bench-'));
  try {
    await inBrowser(site, profile, (page) =>
      page.evaluate(([all, each]) => here().fill(all, each), [interviews, notes] as const),
    );
    return await inBrowser(site, profile, measure);
  } finally {
    site.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function measure(page: Page): Promise<Line[]> {
  const took = { own: [] as number[], big: [] as number[], list: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['own', 'big'] as const) : (['big', 'own'] as const);
    for (const how of order) {
      const i = (round * 283 + 11) % interviews;
      const opened = await page.evaluate(([n, h]) => here().open(n, h), [i, how] as const);
      if (opened.notes !== notes) throw new Error(`${how}: ${opened.notes} notes instead of ${notes}`);
      took[how].push(opened.took);
    }
    const listed = await page.evaluate(() => here().list());
    if (listed.documents !== interviews + 1) throw new Error(`listed ${listed.documents} documents`);
    took.list.push(listed.took);
  }
  const size = `${interviews.toLocaleString('en')} interviews of ${notes} notes, Chromium`;
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

/** Runs inside the page. */
declare function here(): Bench;
