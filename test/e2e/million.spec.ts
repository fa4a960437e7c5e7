import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Browser, Page, TestInfo } from '@playwright/test';
import { millionCsv } from '../fixtures/million.ts';
import { expect, test } from './harness.ts';

const rows = 1_000_000;
const count = rows.toLocaleString('en-GB');

/*
 * A million answers in the real browser: the file is chosen, stopped once while it is written, imported to the end, seen
 * as a map and taken back. What would hold up the page is measured there: every task of its main thread over 50 ms.
 */
test.describe.configure({ mode: 'serial', timeout: 600_000 });

test('a million answers come in, are seen and go again, and the page never waits', async ({
  page,
  browser,
}, info) => {
  const file = info.outputPath('million.csv');
  const size = await writeMillion(file);
  await page.addInitScript(watchLongTasks);
  await page.goto('/survey');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const before = await storedIn(page);
  const memory = await watchMemory(browser);
  await page.evaluate(() => performance.mark('file chosen'));

  await test.step('the file is read, with progress, and can be stopped', async () => {
    await choose(page, file);
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring your survey');
    expect(await storedIn(page)).toEqual(before);
  });

  await test.step('it is read to the end, and stopped while it is written: nothing is kept', async () => {
    await choose(page, file);
    await keepButton(page).click({ timeout: 180_000 });
    await expect(page.getByText(`of ${count}`).first()).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(keepButton(page)).toBeVisible({ timeout: 60_000 });
    expect(await storedIn(page)).toEqual(before);
  });

  await test.step('it is kept', async () => {
    await keepButton(page).click({ timeout: 60_000 });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^NPS is /, { timeout: 180_000 });
  });

  await test.step('it is seen by segment', async () => {
    await openSegments(page);
    await expect(page.getByText('UK and Ireland').first()).toBeVisible({ timeout: 60_000 });
    await crossOfTwo(page);
  });

  const longest = await longestTask(page);
  const peak = memory.stop();
  // Printed, not judged: a busy machine would make a wait of its own.
  say(info, `longest main-thread task from the file to the map: ${longest.took} ms${longest.where}`);
  say(info, `renderer memory at its highest: ${(peak / size).toFixed(2)} times the file of ${mega(size)} MB`);

  await test.step('undo leaves the database as it was', async () => {
    await page.goto('/survey');
    await page.getByRole('button', { name: 'Undo the import of million.csv' }).click();
    await page.getByRole('button', { name: 'Undo the import', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring your survey', {
      timeout: 60_000,
    });
    await expect.poll(() => storedIn(page), { timeout: 60_000 }).toEqual(before);
  });

  await rm(file);
});

/** The cross table of two dimensions, every answer in one of its cells. */
async function crossOfTwo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Two at a time' }).click();
  await expect(page.getByRole('grid', { name: /^Net Promoter Score by / })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('gridcell', { name: /NPS/ }).first()).toBeVisible();
}

const keepButton = (page: Page) => page.getByRole('button', { name: /^Keep [\d,]+ answers$/ });

const choose = (page: Page, file: string) => page.locator('input[type=file]').first().setInputFiles(file);

/** By the app's own way, so that the page that was measured stays. */
async function openSegments(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('segm');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/segments$/);
}

async function writeMillion(path: string): Promise<number> {
  const out = createWriteStream(path);
  for (const piece of millionCsv(rows))
    if (!out.write(piece)) await new Promise((done) => out.once('drain', () => done(null)));
  out.end();
  await finished(out);
  return (await stat(path)).size;
}

/** Runs in the page before anything else. */
function watchLongTasks(): void {
  const tasks: { at: number; took: number; where: string }[] = [];
  Object.assign(globalThis, { longTasks: tasks });
  new PerformanceObserver((list) => {
    for (const { startTime, duration, name } of list.getEntries())
      tasks.push({ at: startTime, took: duration, where: `${name} on ${location.pathname}` });
  }).observe({ type: 'longtask', buffered: true });
}

/** The longest task since the file was chosen; the browser tells of none under 50 ms, which then counts as 0. */
function longestTask(page: Page): Promise<{ took: number; where: string }> {
  return page.evaluate(() => {
    const since = performance.getEntriesByName('file chosen')[0]?.startTime ?? 0;
    const { longTasks } = globalThis as unknown as {
      longTasks: { at: number; took: number; where: string }[];
    };
    const late = longTasks.filter(({ at }) => at >= since).sort((a, b) => b.took - a.took);
    const [longest] = late;
    if (!longest) return { took: 0, where: ' (none of 50 ms or more)' };
    const all = late
      .map(({ at, took, where }) => `${took} ms at ${Math.round(at - since)} (${where})`)
      .join('; ');
    return { took: longest.took, where: `: ${all}` };
  });
}

/** Rows of every table of every database of this origin; documents that hold nothing are as good as absent. */
function storedIn(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const counts: Record<string, number> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      // the workspace's own document remembers that there was a cycle: that is what it is for
      if (!/^sounding-(?!drafts)/.test(name) || name.endsWith('/workspace')) continue;
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      for (const table of db.objectStoreNames) {
        const counting = db.transaction(table).objectStore(table).count();
        counts[`${name} ${table}`] = await new Promise<number>((done) => {
          counting.onsuccess = () => done(counting.result);
        });
      }
      db.close();
    }
    return counts;
  });
}

/** The most memory any renderer held beyond what it held at first: anonymous pages, as the kernel counts them. */
async function watchMemory(browser: Browser): Promise<{ stop(): number }> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const held = () => Math.max(0, ...renderers.map(anonymousOf));
  const first = held();
  let most = first;
  const timer = setInterval(() => {
    most = Math.max(most, held());
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      return most - first;
    },
  };
}

function anonymousOf(pid: number): number {
  if (!readdirSync('/proc').includes(`${pid}`)) return 0;
  const kib = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib ?? 0) * 1024;
}

const mega = (bytes: number): number => Math.round(bytes / 1e6);

function say(info: TestInfo, text: string): void {
  info.annotations.push({ type: 'measured', description: text });
  console.log(text);
}
