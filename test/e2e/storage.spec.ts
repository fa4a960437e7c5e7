import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import type { Backup } from '#core/exchange/index.ts';
import { test as base, chromiumPath, expect } from './harness.ts';
import { readyForOffline } from './inCall.ts';
import { recordsIn, savedBackup } from './savedBackup.ts';

/** A profile on disk: a context of Playwright's own is a private window, whose quota cannot be overridden. */
const test = base.extend({
  context: async ({ baseURL, viewport }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'sounding-profile-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath,
      locale: 'en-GB',
      viewport,
      ...(baseURL && { baseURL }),
    });
    await use(context);
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  },
  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),
});

test.use({ serviceWorkers: 'allow' });

const line = (page: Page) => page.getByRole('combobox', { name: 'Note' });
const state = (page: Page) => page.locator('.ctop .state');
const soon = { timeout: 5_000 };

async function openCompany(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the invented company' }).click();
  await page.waitForURL('**/segments');
}

/** Into a call with the first person on the roster who has none. */
async function beginCall(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^People/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^(Call|Start)/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Keep these answers' }).click();
  await expect(line(page)).toBeFocused();
}

async function say(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** From the call to the settings by links alone: a reload would lose what is only in memory. */
async function toSettings(page: Page): Promise<void> {
  await page.locator('.ctop a.brand').click();
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
}

const notesIn = (backup: Backup) => recordsIn(backup, 'note').map(({ text }) => String(text));

const linesIn = ({ drafts }: Backup) => Object.values(drafts).join('\n');

/** What the origin may store, in bytes; without a number as much as there is. Holds while the session is open. */
const setQuota = (cdp: CDPSession, origin: string, quotaSize?: number) =>
  cdp.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize !== undefined && { quotaSize }) });

/** Takes what space the origin has left: a browser asks for the quota only when what it last knew to be free is used up. */
function fillUp(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('something-else');
      request.onupgradeneeded = () => request.result.createObjectStore('bytes', { autoIncrement: true });
      request.onsuccess = () => done(request.result);
    });
    const isStored = (size: number) =>
      new Promise<boolean>((done) => {
        const transaction = db.transaction('bytes', 'readwrite');
        transaction.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(size)));
        transaction.oncomplete = () => done(true);
        transaction.onabort = () => done(false);
      });
    for (let size = 65_536; size >= 64; ) if (!(await isStored(size))) size /= 2;
    db.close();
  });
}

test('no room left in the middle of a call: said at once, typing goes on, the backup holds it all, saved once there is room', async ({
  page,
  context,
  server,
}) => {
  const cdp = await context.newCDPSession(page);
  await setQuota(cdp, server.url, 12_000_000);
  await openCompany(page);
  await beginCall(page);
  await say(page, 'While there was room #price');
  await expect(state(page)).toContainText('1 note saved here');
  // One that is still being put in place would complain, too.
  await readyForOffline(page);
  await fillUp(page);
  await setQuota(cdp, server.url, 1_000);
  await say(page, 'The first without room #price !!');
  await expect(state(page)).toContainText('Only in memory: this device is full', soon);
  await say(page, 'The second without room #speed');
  await page.keyboard.type('and an unfinished li');
  await expect(page.locator('.nl li')).toHaveCount(3);
  const call = page.url();

  await toSettings(page);
  const backup = await savedBackup(page);
  const said = ['While there was room', 'The first without room', 'The second without room'];
  expect(notesIn(backup)).toEqual(expect.arrayContaining(said));
  expect(linesIn(backup)).toContain('and an unfinished li');

  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(call);
  await expect(state(page)).toContainText('Only in memory: this device is full');
  await expect(page.locator('.nl li div > p:first-child')).toHaveText(said);
  await expect(line(page)).toHaveValue('and an unfinished li');
  await setQuota(cdp, server.url);
  await expect(state(page)).toContainText('3 notes saved here');
  await page.reload();
  await expect(page.locator('.nl li div > p:first-child')).toHaveText(said);
  await expect(line(page)).toHaveValue('and an unfinished li');
});

test('a browser without storage: the invented company opens, and a backup holds its surveys and what was typed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('storage is forbidden', 'SecurityError');
    };
  });
  await openCompany(page);
  await beginCall(page);
  await expect(state(page)).toContainText('Only in memory: this browser gives no storage', soon);
  await say(page, 'Typed without a disk #price !!');
  await page.keyboard.type('half a li');
  await toSettings(page);
  const backup = await savedBackup(page);
  expect(notesIn(backup)).toContain('Typed without a disk');
  expect(linesIn(backup)).toContain('half a li');
  expect(backup.waves.length).toBeGreaterThan(0);
  expect(backup.waves.every(({ parts }) => parts.length > 0)).toBe(true);
});

/** Spoils the stored record of an open call that holds a text, as a disk may. */
function spoil(page: Page, text: string): Promise<void> {
  return page.evaluate(async (part) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done) => {
        request.onsuccess = () => done(request.result);
      });
    const call = location.pathname.replace('/call/', '/interview/');
    const name = (await indexedDB.databases()).find((known) => known.name?.endsWith(call))?.name ?? '';
    const db = await answer(indexedDB.open(name));
    const updates = db.transaction('updates', 'readwrite').objectStore('updates');
    for (const key of await answer(updates.getAllKeys())) {
      const record: Uint8Array = await answer(updates.get(key));
      if (!new TextDecoder('latin1').decode(record).includes(part)) continue;
      await answer(updates.put(record.fill(255, 0, 8), key));
    }
    db.close();
  }, text);
}

test('a stored note that can no longer be read is said in the call and around it, and the backup keeps it', async ({
  page,
}) => {
  await openCompany(page);
  await beginCall(page);
  await say(page, 'The first of three #price');
  await expect(state(page)).toContainText('1 note saved here');
  await say(page, 'The second of three #price');
  await expect(state(page)).toContainText('2 notes saved here');
  await say(page, 'The third of three #price');
  await expect(state(page)).toContainText('3 notes saved here');
  await spoil(page, 'second of three');
  await page.reload();
  const said = page.getByText(/^Some changes of the interview with .+ cannot be read on this device/);
  await expect(said).toBeVisible();
  await expect(line(page)).toBeFocused();
  await toSettings(page);
  await expect(said).toBeVisible();
  const backup = await savedBackup(page);
  const bytes = backup.documents.flatMap(({ aside = [] }) => aside);
  expect(bytes.map((kept) => new TextDecoder('latin1').decode(kept))).toEqual([
    expect.stringContaining('second of three'),
  ]);
  await page.getByRole('button', { name: 'Put this line away' }).click();
  await expect(said).toBeHidden();
});

test('a start that waits for another tab goes on and says so; one that fails says what is safe and what to do', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    // As while a tab that hears nothing holds up a newer version.
    IDBFactory.prototype.open = function (name, version) {
      const request = open.call(this, name, version);
      if (/^sounding(-[a-z0-9]{26})?$/.test(name))
        request.addEventListener('success', (e) => e.stopImmediatePropagation());
      return request;
    };
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const what of [
    'The list of workspaces on this device does not answer',
    'The surveys on this device cannot be read',
  ])
    await expect(page.getByText(what)).toBeVisible();

  const failing = await context.newPage();
  await failing.addInitScript(() => {
    crypto.getRandomValues = () => {
      throw new Error('no chance');
    };
  });
  await failing.goto('/');
  await expect(failing.getByRole('heading', { level: 1 })).toHaveText('Sounding could not start');
  await expect(failing.getByRole('button', { name: 'Reload' })).toBeVisible();
  await failing.getByText('What happened').click();
  await expect(failing.getByText('no chance')).toBeVisible();
});
