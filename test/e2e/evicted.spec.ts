import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { test as base, chromiumPath, expect, startServer } from './harness.ts';
import { callWith, consent, line, notes, readyForOffline, texts, withRoster } from './inCall.ts';
import { joinAs, share } from './sharing.ts';

/** What a browser does when the disk runs short: all that the origin has stored goes at once, of every kind. */
async function evict(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await cdp.detach();
}

/** Runs in the page: whether the registry and the interview are on the disk again. */
async function isWrittenAnew(): Promise<boolean> {
  const count = (database: string, store: string) =>
    new Promise<number>((done) => {
      const request = indexedDB.open(database);
      request.onsuccess = () => {
        const db = request.result;
        const found = db.transaction(store).objectStore(store).count();
        found.onsuccess = () => {
          db.close();
          done(found.result);
        };
      };
    });
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  const interview = names.find((name) => name.includes('/interview/'));
  return (
    names.includes('sounding') &&
    interview !== undefined &&
    (await count('sounding', 'workspaces')) > 0 &&
    (await count(interview, 'updates')) > 0
  );
}

/** The browser itself, which stores and evicts as people's does. */
const test = base.extend({
  context: async ({ viewport, baseURL }, use) => {
    const browser = await chromium.launch({ executablePath: chromiumPath });
    await use(await browser.newContext({ locale: 'en-GB', viewport, ...(baseURL && { baseURL }) }));
    await browser.close();
  },
});

test.use({ serviceWorkers: 'allow' });

test('thrown away during a call: the call, its line and the workspace are put back, the rest comes from the server', async ({
  page,
  context,
}) => {
  const server = await startServer();
  const invitation = await share(page, server);
  await withRoster(page, server.url);
  await callWith(page, 'Ines Duarte');
  await consent(page);
  await line(page).pressSequentially('Moved in May #reliability !!');
  await line(page).press('Enter');
  await expect(page.locator('.ctop .state')).toContainText('1 note saved here. Synced.');
  await page.keyboard.type('It failed on clo');
  // a service worker that is being installed would be told that its cache is gone
  await readyForOffline(page);
  await evict(context, page, server.url);
  await page.keyboard.type('se day');
  await expect.poll(() => page.evaluate(isWrittenAnew)).toBe(true);
  await page.reload();
  await expect(line(page)).toHaveValue('It failed on close day');
  await line(page).press('Enter');
  await expect(notes(page)).toHaveCount(2);
  await expect(page.locator('.ctop .state')).toContainText('2 notes saved here. Synced.');
  await page.goto(`${server.url}/survey`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NPS');

  // thrown away while nothing was open, all that is left is the invitation
  await readyForOffline(page);
  await page.goto('about:blank');
  await evict(context, page, server.url);
  await page.goto(`${server.url}/`);
  await expect(page.getByRole('link', { name: 'Bring back a backup' })).toBeVisible();
  await joinAs(page, invitation, 'Ana');
  await page.goto(`${server.url}/interviews`);
  await page
    .getByRole('link', { name: /^Go on with Ines Duarte|^Go on Ines Duarte/ })
    .first()
    .press('Enter');
  await expect(notes(page)).toHaveCount(2);
  expect(await texts(page)).toEqual(['Moved in May', 'It failed on close day']);
  await readyForOffline(page);
  await server.stop();
});
