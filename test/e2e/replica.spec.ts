import { expect, test } from '@playwright/test';
import { startSite } from '../crash/site.ts';

test('the contract of a replica holds over the IndexedDB of a real browser', async ({ page }) => {
  const site = await startSite();
  try {
    await page.goto(`${site.url}/contract.html`);
    await page.waitForFunction('globalThis.runContract !== undefined');
    const results = await page.evaluate(() =>
      (
        globalThis as unknown as { runContract: () => Promise<{ name: string; wrong: string }[]> }
      ).runContract(),
    );
    expect(results.filter((result) => result.wrong !== '')).toEqual([]);
    expect(results.length).toBeGreaterThan(12);
  } finally {
    site.close();
  }
});
