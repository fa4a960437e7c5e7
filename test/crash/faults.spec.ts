import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, chromium, expect, type Page } from '@playwright/test';
import { Chromium, chromiumPath, wholeChromium } from './chromium.ts';
import { within } from './rounds.ts';
import { type Site, startSite } from './site.ts';

/** Faults made on a real IndexedDB: said within a second, nothing lost, mended by itself. */
const test = base.extend<{ noErrors: undefined }>({
  // A profile on disk: a context of Playwright's own is a private window, whose IndexedDB lies in memory.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
  context: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'sounding-profile-'));
    const context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath });
    await use(context);
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  },
  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),
  noErrors: [
    async ({ context }, use) => {
      const errors: string[] = [];
      context.on('weberror', (error) => errors.push(error.error().stack ?? String(error.error())));
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await use(undefined);
      expect(errors, 'errors on the console').toEqual([]);
    },
    { auto: true },
  ],
});

let site: Site;
test.beforeAll(async () => {
  site = await startSite();
});
test.afterAll(() => site.close());

/** The page says it within a second, by its own clock: `faultRounds` measures that. Here it is seen from outside, where a busy machine adds to it. */
const soon = { timeout: 3_000 };
const database = 'sounding-doc:crash/interview/i1';

async function openCapture(page: Page): Promise<void> {
  await page.goto(`${site.url}/capture.html`);
  await expect(page.locator('#state')).toHaveText('saved');
}

async function note(page: Page, text: string): Promise<void> {
  await page.locator('#line').fill(text);
  await page.locator('#line').press('Enter');
}

const state = (page: Page) => page.locator('#state');
const notes = (page: Page) => page.locator('#notes li');

async function isAllThereAfterReload(page: Page, texts: string[]): Promise<void> {
  await expect(state(page)).toHaveText('saved');
  await page.reload();
  await expect(state(page)).toHaveText('saved');
  await expect(notes(page)).toHaveText(texts);
}

test('aborted transactions: said at once, written again in order', async ({ page }) => {
  await openCapture(page);
  await note(page, 'a before');
  await expect(state(page)).toHaveText('saved');
  await page.evaluate(() => {
    const real = IDBDatabase.prototype.transaction;
    Object.assign(globalThis, { mend: () => Object.assign(IDBDatabase.prototype, { transaction: real }) });
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
      const transaction = real.call(this, stores, mode, options);
      // Its write has been taken by the database by the time the commit turns into an abort.
      if (mode === 'readwrite') transaction.commit = () => transaction.abort();
      return transaction;
    };
  });
  await note(page, 'b during');
  await expect(state(page)).toHaveText('only in memory: failed', soon);
  await note(page, 'c during');
  await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend());
  await isAllThereAfterReload(page, ['a before', 'b during', 'c during']);
});

test('no room left: said as such, typing goes on, saved once there is room', async ({ page, context }) => {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize: 200_000 });
  await openCapture(page);
  await note(page, 'a before');
  await expect(state(page)).toHaveText('saved');
  // More than the quota even after compression.
  const long = `b ${randomBytes(500_000).toString('base64')}`;
  await page.evaluate((text) => {
    void (globalThis as unknown as { note: (text: string) => void }).note(text);
  }, long);
  await expect(state(page)).toHaveText('only in memory: quota', soon);
  await note(page, 'c short');
  await expect(notes(page)).toHaveCount(3);
  await expect(state(page)).toHaveText('only in memory: quota');
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.url });
  await isAllThereAfterReload(page, ['a before', long, 'c short']);
});

test('the site’s data cleared under an open page: all of it is written anew', async ({ page, context }) => {
  await openCapture(page);
  await note(page, 'a before');
  await expect(state(page)).toHaveText('saved');
  const states = await statesOf(page);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.clearDataForOrigin', { origin: site.url, storageTypes: 'indexeddb' });
  await expect.poll(() => states.includes('only in memory: closed'), soon).toBe(true);
  await note(page, 'b after');
  await expect(state(page)).toHaveText('saved');
  await page.locator('#line').fill('and unfinis');
  await expect.poll(() => draftOnDisk(page)).toBe('and unfinis');
  await isAllThereAfterReload(page, ['a before', 'b after']);
});

test('the database deleted by another page: let go at once, then written anew', async ({ page, context }) => {
  await openCapture(page);
  await note(page, 'a before');
  await expect(state(page)).toHaveText('saved');
  const states = await statesOf(page);
  const other = await context.newPage();
  await other.goto(`${site.url}/stock.html`);
  await other.evaluate(
    (name) =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => done();
        request.onblocked = () => failed(new Error('the page did not let go'));
      }),
    database,
  );
  await expect.poll(() => states.includes('only in memory: closed'), soon).toBe(true);
  await isAllThereAfterReload(page, ['a before']);
});

test('a later version of the app raises the version of every database: let go at once, said, nothing lost', async ({
  page,
  context,
}) => {
  await openCapture(page);
  await note(page, 'a before');
  await expect(state(page)).toHaveText('saved');
  const states = await statesOf(page);
  const other = await context.newPage();
  await other.goto(`${site.url}/stock.html`);
  const raised = await other.evaluate(raiseEveryVersion);
  expect(raised).toEqual(expect.arrayContaining([database, 'sounding-drafts-crash']));
  await expect.poll(() => states.includes('only in memory: closed'), soon).toBe(true);
  await note(page, 'b after');
  await page.locator('#line').fill('and unfinis');
  await expect.poll(() => draftOnDisk(page)).toBe('and unfinis');
  await isAllThereAfterReload(page, ['a before', 'b after']);
});

test('another page that holds the database: said within a second, saved when it lets go', async ({
  page,
  context,
}) => {
  await openCapture(page);
  await note(page, 'a before');
  await expect(state(page)).toHaveText('saved');
  const other = await context.newPage();
  await other.goto(`${site.url}/stock.html`);
  await holdOpen(other);
  await note(page, 'b during');
  await expect(state(page)).toHaveText('only in memory: blocked', soon);
  // A page opened now cannot read what is stored; it says so and takes notes all the same.
  const third = await context.newPage();
  await third.goto(`${site.url}/capture.html`);
  await expect(state(third)).toHaveText('only in memory: blocked');
  await expect(third.locator('#line')).toBeFocused();
  await note(third, 'c from a third page');
  await other.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
  await expect(state(third)).toHaveText('saved');
  await expect(state(page)).toHaveText('saved');
  await page.reload();
  await expect(notes(page)).toHaveText(['a before', 'b during', 'c from a third page']);
});

test('an unreadable record on disk: the rest loads', async ({ page }) => {
  await openCapture(page);
  await note(page, 'a good');
  await note(page, 'b good');
  await expect(state(page)).toHaveText('saved');
  await page.evaluate(
    (name) =>
      new Promise<void>((done) => {
        indexedDB.open(name).onsuccess = (event) => {
          const db = (event.target as IDBOpenDBRequest).result;
          const transaction = db.transaction('updates', 'readwrite');
          transaction.objectStore('updates').add(new Uint8Array([3, 1, 250, 250, 7, 7, 7, 7, 255]));
          transaction.oncomplete = () => {
            db.close();
            done();
          };
        };
      }),
    database,
  );
  await isAllThereAfterReload(page, ['a good', 'b good']);
});

base('a browser that forbids storage: said at once, notes are taken in memory', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'sounding-profile-'));
  mkdirSync(join(profile, 'Default'));
  const forbidden = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(forbidden));
  let ready = () => {};
  const loaded = new Promise<void>((done) => {
    ready = done;
  });
  // A browser without windows has no such setting.
  const start = { profile, url: `${site.url}/capture.html`, path: wholeChromium };
  const browser = await Chromium.start(start, (said) => {
    if (said.includes('"ready"')) ready();
  });
  try {
    await within(loaded, 20_000, 'the page did not load');
    const shown = async () => {
      const answer = await browser.ask('Runtime.evaluate', { expression: 'document.body.innerText' });
      return (answer as { result: { value: string } }).result.value;
    };
    expect(await shown()).toContain('only in memory: unavailable');
    await browser.type('kept in memory');
    await browser.pressEnter();
    await expect.poll(shown).toContain('kept in memory');
    expect(await shown()).toContain('only in memory: unavailable');
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** The unfinished line as the database has it, past the page's own code. */
function draftOnDisk(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((done) => {
        const request = indexedDB.open('sounding-drafts-crash');
        request.onsuccess = () => {
          const db = request.result;
          const found = db.transaction('drafts').objectStore('drafts').get('i1');
          found.onsuccess = () => {
            db.close();
            done((found.result as { line: string } | undefined)?.line ?? '');
          };
        };
      }),
  );
}

/** Runs in another page: opens each database as an app with a later layout does. Answers their names; rejects where one is held. */
async function raiseEveryVersion(): Promise<string[]> {
  const all = await indexedDB.databases();
  await Promise.all(
    all.map(
      ({ name = '', version = 1 }) =>
        new Promise<void>((done, failed) => {
          const request = indexedDB.open(name, version + 10);
          request.onblocked = () => failed(new Error(`${name} is not let go`));
          request.onupgradeneeded = () => request.result.createObjectStore('later');
          request.onsuccess = () => {
            request.result.close();
            done();
          };
        }),
    ),
  );
  return all.map(({ name = '' }) => name);
}

/** Every state the page shows from now on. */
async function statesOf(page: Page): Promise<string[]> {
  const states: string[] = [];
  await page.exposeFunction('sawState', (text: string) => void states.push(text));
  await page.evaluate(() => {
    const element = document.getElementById('state');
    const saw = (globalThis as unknown as { sawState: (text: string) => void }).sawState;
    if (element)
      new MutationObserver(() => saw(element.textContent ?? '')).observe(element, { childList: true });
  });
  return states;
}

/** Keeps one transaction on the document's log going until `letGo` is called. */
function holdOpen(page: Page): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((done) => {
        let held = true;
        Object.assign(globalThis, {
          letGo: () => {
            held = false;
          },
        });
        indexedDB.open(name).onsuccess = (event) => {
          const db = (event.target as IDBOpenDBRequest).result;
          const store = db.transaction('updates', 'readwrite').objectStore('updates');
          const again = () => {
            if (held) store.count().onsuccess = again;
            else db.close();
          };
          store.count().onsuccess = () => {
            again();
            done();
          };
        };
      }),
    database,
  );
}
