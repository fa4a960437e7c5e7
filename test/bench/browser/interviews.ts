import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bench } from '../../crash/page/bench.ts';
import { startSite } from '../../crash/site.ts';
import { inBrowser } from './inBrowser.ts';

/** What lies on the disk of the benches about many interviews. */
export const interviews = 2_000;
export const notes = 40;
export const size = `${interviews.toLocaleString('en')} interviews of ${notes} notes, Chromium`;

declare global {
  /** Inside the page. */
  function here(): Bench;
}

/**
 * Fills a real browser with interviews through the real storage code and starts it again, so that none of them is in
 * its memory; then measures.
 */
export async function withInterviews<T>(
  measure: (page: Page) => Promise<T>,
  alsoFill: (page: Page) => Promise<void> = async () => {},
): Promise<T> {
  const site = await startSite();
  const profile = mkdtempSync(join(tmpdir(), 'sounding-bench-'));
  try {
    await inBrowser(site, profile, async (page) => {
      await page.evaluate(([all, each]) => here().fill(all, each), [interviews, notes] as const);
      await alsoFill(page);
    });
    return await inBrowser(site, profile, measure);
  } finally {
    site.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
