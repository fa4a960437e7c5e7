import type { Page } from '@playwright/test';
import { interviews, size, withInterviews } from './browser/interviews.ts';
import { type Line, median } from './measure.ts';

const rounds = 5;

/**
 * Every projection made again from 2,000 interview documents, in a real browser with the real storage code, against opening
 * the same documents one by one and doing nothing with them. It says after every few documents how far it is.
 */
export const bench = (): Promise<Line[]> => withInterviews(measure);

async function measure(page: Page): Promise<Line[]> {
  const took = { rows: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const how of round % 2 === 0 ? (['rows', 'bare'] as const) : (['bare', 'rows'] as const)) {
      const made = await page.evaluate((h) => here().rebuild(h), how);
      if (made.rows !== interviews) throw new Error(`${how}: ${made.rows} of ${interviews} interviews`);
      if (how === 'rows' && made.told !== interviews + 1) throw new Error(`told ${made.told} times`);
      took[how].push(made.took);
    }
  return [
    {
      figure: `all projections of ${size}, with progress`,
      ours: { value: median(took.rows), unit: 'ms' },
      baseline: { value: median(took.bare), unit: 'ms', which: 'opening the same documents' },
      goal: { kind: 'timesOf', atMost: 2 },
    },
  ];
}
