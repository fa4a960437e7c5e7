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
const rounds = 5;

/**
 * Every projection made again from 2,000 interview documents, in a real browser with the real storage code, against opening
 * the same documents and doing nothing with them: what cannot be saved. It says after every document how far it is.
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
  const took = { rows: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const how of round % 2 === 0 ? (['rows', 'bare'] as const) : (['bare', 'rows'] as const)) {
      const made = await page.evaluate((h) => here().rebuild(h), how);
      if (made.rows !== interviews) throw new Error(`${how}: ${made.rows} of ${interviews} interviews`);
      if (how === 'rows' && made.told !== interviews + 1) throw new Error(`told ${made.told} times`);
      took[how].push(made.took);
    }
  const size = `${interviews.toLocaleString('en')} interviews of ${notes} notes, Chromium`;
  return [
    {
      figure: `all projections of ${size}, with progress`,
      ours: { value: median(took.rows), unit: 'ms' },
      baseline: { value: median(took.bare), unit: 'ms', which: 'opening the same documents' },
      goal: { kind: 'timesOf', atMost: 2 },
    },
  ];
}

/** Runs inside the page. */
declare function here(): Bench;
