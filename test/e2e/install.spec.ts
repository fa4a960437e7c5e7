import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath, expect, test, watchForErrors } from './harness.ts';

test.use({ serviceWorkers: 'allow' });

test('once it is controlled by its service worker, the browser offers to install it', async ({ server }) => {
  // A profile of its own: nothing can be installed from a private window, as which Playwright's contexts count.
  const profile = mkdtempSync(join(tmpdir(), 'sounding-install-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath });
  try {
    const errors = watchForErrors(context);
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const session = await context.newCDPSession(page);
    expect((await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
    const manifest = await session.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    // Named, so that the app stays the same one should its start address ever change.
    expect(JSON.parse(manifest.data ?? '{}')).toMatchObject({ id: '/', start_url: '/' });
    expect(errors).toEqual([]);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test('the browser is asked to keep the data at the first import, and not before', async ({ page }) => {
  await page.addInitScript(() => {
    const storage = navigator.storage;
    const counted = { asked: 0 };
    Object.assign(window, { counted });
    storage.persist = () => {
      counted.asked++;
      return StorageManager.prototype.persist.call(storage);
    };
  });
  const asked = () =>
    page.evaluate(() => (window as unknown as { counted: { asked: number } }).counted.asked);
  await page.goto('/survey');
  const rows = Array.from({ length: 40 }, (_, i) => `${i % 11},${i % 2 ? 'Small' : 'Enterprise'}`);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'first.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['NPS score,Tier', ...rows].join('\n')),
    });
  const keep = page.getByRole('button', { name: 'Keep 40 answers' });
  await expect(keep).toBeEnabled();
  expect(await asked()).toBe(0);
  await keep.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^NPS is /);
  expect(await asked()).toBe(1);
});

test('what goes wrong in the service worker is heard by every test', async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url });
  const errors = watchForErrors(context);
  const page = await context.newPage();
  const started = context.waitForEvent('serviceworker');
  await page.goto('/');
  const worker = await started;
  await worker.evaluate(() => {
    console.error('said');
    setTimeout(() => {
      throw new Error('thrown');
    });
    void Promise.reject(new Error('failed unheard'));
  });
  for (const heard of ['said', 'thrown', 'failed unheard'])
    await expect.poll(() => errors.filter((e) => e.includes(heard) && e.includes('/sw.js'))).toHaveLength(1);
  await context.close();
});
