import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { test as base, chromiumPath, dist, expect, startServer, watchForErrors } from './harness.ts';
import { callWith, consent, line, notes, readyForOffline, texts, withRoster } from './inCall.ts';
import { makeNextVersion } from './nextVersion.ts';
import { recordsIn, savedBackup } from './savedBackup.ts';
import { keptAs, spoken } from './spokenNotes.ts';

/** Milliseconds from key to key: eight a second. */
const beat = 125;

/** The notes in whose midst the page is loaded again, and the app is updated. */
const [reloaded, updated] = [13, 24];
/** Letters of a line that stand when that happens. */
const half = 9;

const themesOf = (page: Page) =>
  notes(page).evaluateAll((all) =>
    all.map((note) => [...note.querySelectorAll('.th')].map((chip) => chip.textContent?.trim() ?? '')),
  );

/** A built app of its own on a server that can be gone, and a profile on disk that outlives its browser. */
interface Site {
  open(): Promise<BrowserContext>;
  /** Puts a later version of the app on the server and takes the server up again; the answer takes it down. */
  bringNextVersion(): Promise<() => Promise<void>>;
  goOffline(): Promise<void>;
}

const test = base.extend<{ site: Site }>({
  site: async ({ viewport }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sounding-forty-'));
    const [app, data, profile] = ['app', 'data', 'profile'].map((name) => join(folder, name));
    if (!app || !data || !profile) throw new Error('no folders');
    cpSync(join(dist, 'pwa'), app, { recursive: true });
    const first = await startServer({ data, args: ['--dist', app] });
    await use({
      open: () =>
        chromium.launchPersistentContext(profile, {
          executablePath: chromiumPath,
          locale: 'en-GB',
          baseURL: first.url,
          viewport,
        }),
      async bringNextVersion() {
        makeNextVersion(app);
        const next = await startServer({ port: first.port, data, args: ['--dist', app] });
        return next.stop;
      },
      goOffline: first.stop,
    });
    await first.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  context: async ({ site }, use) => {
    const context = await site.open();
    await use(context);
    await context.close();
  },
  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),
});
test.use({ losesNetwork: true });

/** Types at the pace, however long a key takes to arrive. */
async function typeAt(page: Page, keys: string): Promise<void> {
  let due = Date.now();
  for (const key of keys) {
    due += beat;
    await page.keyboard.press(key === '\t' ? 'Tab' : key, { delay: Math.max(0, due - Date.now()) });
  }
}

const version = (page: Page) => page.locator('script[type=module]').getAttribute('src');

test('forty notes at eight keys a second, without a network or a mouse, over a reload and an update of the app', async ({
  page,
  context,
  site,
}) => {
  test.setTimeout(420_000);
  await withRoster(page);
  await readyForOffline(page);
  await context.setOffline(true);
  await site.goOffline();
  await callWith(page, 'Ines Duarte');
  await consent(page);
  /** When Enter was pressed and when the note stood, milliseconds since 1970. */
  const entered: { from: number; to: number }[] = [];

  for (const [i, said] of spoken.entries()) {
    if (said.goTo) {
      await typeAt(page, said.goTo);
      await page.keyboard.press('Enter');
      await expect(line(page)).toHaveValue('');
    }
    if (i === reloaded || i === updated) {
      await typeAt(page, said.type.slice(0, half));
      if (i === reloaded) await page.reload();
      else await update(page, context, site);
      await expect(line(page)).toHaveValue(said.type.slice(0, half));
      await expect(line(page)).toBeFocused();
      await typeAt(page, said.type.slice(half));
    } else if (said.suggested) {
      await typeAt(page, said.type.replace('\t', ''));
      await expect(page.locator('.call-sug button').first()).toContainText(said.suggested);
      await typeAt(page, '\t');
    } else await typeAt(page, said.type);
    const from = Date.now();
    await page.keyboard.press('Enter');
    await expect(notes(page)).toHaveCount(i + 1);
    entered.push({ from, to: Date.now() });
  }
  await expect(page.locator('.ctop .state')).toContainText('40 notes saved here');
  await isAllThere(page);
  await page.keyboard.type('and a last unfinis');
  await expect.poll(() => draftsOnDisk(page)).toContain('and a last unfinis');
  const call = page.url();
  await context.close();

  const again = await site.open();
  const errors = watchForErrors(again, { offline: true });
  await again.setOffline(true);
  const reopened = again.pages()[0] ?? (await again.newPage());
  await reopened.goto(call);
  await expect(line(reopened)).toHaveValue('and a last unfinis');
  expect(await version(reopened)).toContain('-next');
  await isAllThere(reopened);
  await isKept(reopened, entered);
  expect(errors).toEqual([]);
  await again.close();
});

/** A later version arrives while a line is half typed, says so, and is taken by name; it comes from the disk alone. */
async function update(page: Page, context: BrowserContext, site: Site): Promise<void> {
  const standing = await line(page).inputValue();
  const before = await version(page);
  const takeDown = await site.bringNextVersion();
  await context.setOffline(false);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  // It is fetched and kept whole before it says so.
  await expect(page.getByText('A new version is ready.')).toBeVisible({ timeout: 60_000 });
  await context.setOffline(true);
  await takeDown();
  await expect(line(page)).toHaveValue(standing);
  await expect(line(page)).toBeFocused();
  expect(await version(page)).toBe(before);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new version');
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
  expect(await version(page)).toContain('-next');
}

async function isAllThere(page: Page): Promise<void> {
  await expect(notes(page)).toHaveCount(spoken.length);
  expect(await texts(page)).toEqual(spoken.map(keptAs));
  expect(await themesOf(page)).toEqual(spoken.map(({ themes = [] }) => themes));
}

/** What lies in the documents: each note with its marks, and its second by the clock of this test. */
async function isKept(page: Page, entered: readonly { from: number; to: number }[]): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  const backup = await savedBackup(page);
  const [head] = recordsIn(backup, 'interview');
  const stored = recordsIn(backup, 'note').sort((a, b) => (String(a.order) < String(b.order) ? -1 : 1));
  const mentions = recordsIn(backup, 'mention');
  expect(
    stored.map((note) => ({
      text: note.text,
      severity: note.severity,
      verbatim: note.verbatim,
      valence: note.valence,
      people: (note.people as { name: string }[] | undefined)?.map(({ name }) => name) ?? [],
      mentions: mentions.filter((m) => m.note === note.id).map((m) => m.severity),
    })),
  ).toEqual(
    spoken.map(
      ({
        type,
        text = type,
        themes = [],
        severity = 0,
        verbatim = false,
        valence = 'none',
        people = [],
      }) => ({
        text,
        severity,
        verbatim,
        valence,
        people,
        mentions: themes.map(() => severity),
      }),
    ),
  );
  const areas = stored.map(({ area }) => area);
  expect([areas[14], areas[15], areas[32], areas[33]]).toEqual([
    'scoreDrivers',
    'competition',
    'competition',
    'priorities',
  ]);
  const startedAt = Number(head?.startedAt);
  const wrong = stored.filter(({ at }, i) => {
    const { from, to } = entered[i] ?? { from: Number.NaN, to: Number.NaN };
    const into = (moment: number) => (moment - startedAt) / 1000;
    return !(Number(at) >= into(from) - 1 && Number(at) <= into(to) + 1);
  });
  expect(wrong).toEqual([]);
  expect(Object.values(backup.drafts).join()).toContain('and a last unfinis');
}

/** The unfinished lines as the database has them, past the page's own code. */
function draftsOnDisk(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('sounding-drafts-'));
    return new Promise<string>((done) => {
      const request = indexedDB.open(found?.name ?? '');
      request.onsuccess = () => {
        const all = request.result.transaction('drafts').objectStore('drafts').getAll();
        all.onsuccess = () => {
          request.result.close();
          done(JSON.stringify(all.result));
        };
      };
    });
  });
}
