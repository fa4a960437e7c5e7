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
 * as a map and taken back. What would hold up the page is measured there: every task of its main thread, by the time it
 * used itself (a neighbour on a busy machine is not the page's doing). While that runs, things are found by their text: to
 * find them by role, Playwright names everything on the page, in tasks of the page's own thread.
 */
test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'serial', timeout: 600_000 });

test('a million answers come in, are seen and go again, and the page never waits', async ({
  page,
  browser,
}, info) => {
  const file = info.outputPath('million.csv');
  const [size] = await Promise.all([writeMillion(file), page.goto('/survey')]);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const before = await storedIn(page);
  const memory = await watchMemory(browser);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] });
  /** What the user waits for from here on: memory and tasks are told by it. */
  const begin = async (stage: string) => {
    memory.stage = stage;
    await page.evaluate((name) => performance.mark(name), `while ${stage}`);
  };

  await test.step('the file is read, with progress, and can be stopped', async () => {
    await begin('reading');
    await choose(page, file);
    await expect(page.locator('progress')).toBeVisible();
    await button(page, 'Cancel').click();
    await expect(title(page)).toHaveText('Bring your survey');
    expect(await storedIn(page)).toEqual(before);
  });

  await test.step('it is read to the end, and stopped while it is written: nothing is kept', async () => {
    await choose(page, file);
    await expect(page.locator('.imp')).toBeVisible({ timeout: 60_000 });
    await begin('building');
    await keepButton(page).click({ timeout: 180_000 });
    await begin('saving');
    await expect(page.getByText(`of ${count}`).first()).toBeVisible({ timeout: 60_000 });
    await button(page, 'Cancel').click();
    await expect(keepButton(page)).toBeVisible({ timeout: 60_000 });
    expect(await storedIn(page)).toEqual(before);
  });

  await test.step('it is kept', async () => {
    await keepButton(page).click({ timeout: 60_000 });
    await expect(title(page)).toHaveText(/^NPS is /, { timeout: 180_000 });
  });

  await test.step('it is seen by segment', async () => {
    await begin('drawing the map');
    await openSegments(page);
    await expect(page.getByText('UK and Ireland').first()).toBeVisible({ timeout: 60_000 });
    await crossOfTwo(page);
  });

  // Printed, not judged: speed and memory are judged as ratios, by `npm run bench`.
  const { pid, peak, at } = memory.stop();
  const longest = longestTask(await browser.stopTracing(), pid);
  say(info, `longest main-thread task from the file to the map: ${longest.used} ms, then ${longest.next}`);
  say(info, `what it was: ${longest.what}`);
  say(
    info,
    `renderer memory at its highest: ${(peak / size).toFixed(2)} times the file of ${mega(size)} MB (${at})`,
  );

  await test.step('undo leaves the database as it was', async () => {
    await page.goto('/survey');
    await page.getByRole('button', { name: 'Undo the import of million.csv' }).click();
    await page.getByRole('button', { name: 'Undo the import', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring your survey', {
      timeout: 60_000,
    });
    // One small row stays: that it was removed here, by which a server that has it may be told.
    const kept = Object.keys(before).find((table) => table.endsWith(' kept')) ?? '';
    const after = { ...before, [kept]: (before[kept] ?? 0) + 1 };
    await expect.poll(() => storedIn(page), { timeout: 60_000 }).toEqual(after);
  });

  await rm(file);
});

/** The cross table of two dimensions; found by what it draws, not by role, for the reason above. */
async function crossOfTwo(page: Page): Promise<void> {
  await button(page, 'Two at a time').click();
  await expect(page.locator('[role=gridcell]').first()).toBeVisible({ timeout: 60_000 });
}

const button = (page: Page, text: string | RegExp) => page.locator('button', { hasText: text });
const keepButton = (page: Page) => button(page, /^Keep [\d,]+ answers$/);
const title = (page: Page) => page.locator('h1');

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

/** One event of Chromium's trace; times in microseconds, `tdur` being what the thread itself used. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** The task of the page's main thread that used the most time, in ms, those that come next, and what it did and when. */
function longestTask(trace: Buffer, pid: number): { used: number; next: string; what: string } {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const main = traceEvents.find(
    (event) => event.pid === pid && event.name === 'thread_name' && event.args.name === 'CrRendererMain',
  );
  const events = traceEvents
    .filter((event) => event.pid === pid && event.tid === main?.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = events.filter(({ name, tdur }) => name.endsWith('RunTask') && tdur);
  const [most, ...others] = tasks.toSorted((a, b) => usedBy(b) - usedBy(a));
  if (!most) throw new Error('the trace holds no task of the page');
  const stage = events.findLast(({ name, ts }) => name.startsWith('while ') && ts <= most.ts);
  return {
    used: inMs(usedBy(most)),
    next: others
      .slice(0, 5)
      .map((task) => inMs(usedBy(task)))
      .join(', '),
    what: `${partsOf(most, events)}; ${stage?.name}, ${inMs(most.dur ?? 0)} ms by the clock`,
  };
}

/** The four things a task spent most on, each without what it called in turn; `events` as they began, outer ones first. */
function partsOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const end = (event: TraceEvent) => event.ts + (event.dur ?? 0);
  const inside = events.filter(
    (event) => event !== task && event.tdur && event.ts >= task.ts && end(event) <= end(task),
  );
  const own = new Map<string, number>();
  const add = ({ name }: TraceEvent, used: number) => own.set(name, (own.get(name) ?? 0) + used);
  const under: TraceEvent[] = [];
  for (const event of inside) {
    while (under.length > 0 && end(under.at(-1) as TraceEvent) <= event.ts) under.pop();
    const outer = under.at(-1);
    add(event, usedBy(event));
    if (outer) add(outer, -usedBy(event));
    under.push(event);
  }
  const parts = [...own].toSorted(([, a], [, b]) => b - a).slice(0, 4);
  return parts.map(([name, used]) => `${name} ${inMs(used)} ms`).join(', ');
}

const usedBy = ({ tdur = 0 }: TraceEvent): number => tdur;
const inMs = (microseconds: number): number => Math.round(microseconds / 1000);

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

async function renderersOf(browser: Browser): Promise<number[]> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

interface Memory {
  /** What the page is at; whoever goes on says so. */
  stage: string;
  /** The process of the page, the most it held beyond what it held at first, in bytes, and when. */
  stop(): { pid: number; peak: number; at: string };
}

/** A process's own memory, as the kernel counts it, looked at ten times a second. */
async function watchMemory(browser: Browser): Promise<Memory> {
  const first = new Map((await renderersOf(browser)).map((pid) => [pid, anonymousOf(pid)]));
  let grown = { pid: 0, peak: 0, at: '' };
  const timer = setInterval(() => {
    for (const [pid, before] of first) {
      const peak = anonymousOf(pid) - before;
      if (peak > grown.peak) grown = { pid, peak, at: `while ${memory.stage}` };
    }
  }, 100);
  const memory: Memory = {
    stage: '',
    stop() {
      clearInterval(timer);
      return grown;
    },
  };
  return memory;
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
