import { chromium, type Page } from '@playwright/test';
import type { Site } from '../../crash/site.ts';
import { chromiumPath } from '../../e2e/harness.ts';

/** Opens the page of the benches that need a browser, in a profile of its own, uses it and closes it. Inside, `here()` is the bench. */
export async function inBrowser<T>(site: Site, profile: string, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(0);
    await page.goto(`${site.url}/bench.html`);
    await page.waitForFunction('globalThis.bench !== undefined');
    await page.evaluate('globalThis.here = () => globalThis.bench');
    return await use(page);
  } finally {
    await context.close();
  }
}
