import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { enterCall } from '../crash/enterCall.ts';
import { chromiumPath, startServer } from '../e2e/harness.ts';
import { millionCsv } from '../fixtures/million.ts';
import { type Counted, countKeys, takeCounted } from './keystroke/countKeys.ts';
import { traceKeys } from './keystroke/threadTime.ts';
import type { Line } from './measure.ts';

const rows = 1_000_000;
const readings = 5;
/** As fast as a practised hand. */
const keysASecond = 8;
/** Notes that stand in the call before anything is counted. */
const before = 40;
const spoken = 'the export fails every Monday and nobody tells us until the invoice is late #support !!';

/**
 * Typing in a call of 40 notes while another window of the same app reads and stores a million answers: how long the
 * page's own code holds up a key, and how long until the key is on screen, beside a bare input typed into at the same
 * time. Keys go to both in turn, through the browser's own input; each page is the front of a window of its own.
 */
export async function bench(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sounding-bench-'));
  const server = await startServer();
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: chromiumPath,
    locale: 'en-GB',
  });
  try {
    const file = join(folder, 'million.csv');
    await writeMillion(file);
    const call = context.pages()[0] ?? (await context.newPage());
    await enterCall(call, server.url);
    const bare = await newWindow(context);
    await bare.setContent('<!doctype html><title>bare</title><input autofocus>');
    await bare.locator('input').focus();
    const importing = await newWindow(context);
    importing.setDefaultTimeout(0);
    await importing.goto(`${server.url}/survey?new`);
    for (let n = 0; n < before; n++) for (const page of [call, bare]) await noteIn(page);
    for (const page of [call, bare]) await countKeys(page);
    const used = await traceKeys(context, call);
    const notes = await typeUntil(importMillion(importing, file), call, bare);
    const counted = [await takeCounted(call), await takeCounted(bare), await used()] as const;
    await sawAll(call, before + notes);
    return linesOf(...counted);
  } finally {
    await context.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function writeMillion(path: string): Promise<void> {
  const out = createWriteStream(path);
  for (const piece of millionCsv(rows))
    if (!out.write(piece)) await new Promise((done) => out.once('drain', () => done(null)));
  out.end();
  await finished(out);
}

/** A tab behind another one would be drawn late or never. */
async function newWindow(context: BrowserContext): Promise<Page> {
  const [first] = context.pages();
  if (!first) throw new Error('the browser has no page');
  const devtools = await context.newCDPSession(first);
  const opened = context.waitForEvent('page');
  await devtools.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  return opened;
}

async function noteIn(page: Page): Promise<void> {
  await page.keyboard.insertText(spoken);
  await page.keyboard.press('Enter');
}

/** From the choice of the file until the wave is on screen; read some times over, so that enough keys fall into it. */
async function importMillion(page: Page, file: string): Promise<void> {
  const button = (text: string | RegExp) => page.locator('button').filter({ hasText: text });
  for (let left = readings; left > 0; left--) {
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.locator('.imp').waitFor();
    await button(/^Keep \d/).waitFor();
    if (left > 1) await button('Another file').click();
  }
  await button(/^Keep \d/).click();
  await page.locator('h1').filter({ hasText: /^NPS/ }).waitFor();
}

/** Types into both, a key each in turn, until the import is over. Resolves with the notes typed to their end. */
async function typeUntil(over: Promise<void>, call: Page, bare: Page): Promise<number> {
  let going = true;
  const end = over.finally(() => {
    going = false;
  });
  const began = performance.now();
  let typed = 0;
  for (; going; typed++) {
    const key = spoken[typed % (spoken.length + 1)] ?? 'Enter';
    for (const [i, page] of [call, bare].entries()) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      // A hand that was held up makes good for it.
      await pause(Math.max(0, began + (1000 * (typed + (i + 1) / 2)) / keysASecond - performance.now()));
    }
  }
  await end;
  return Math.floor(typed / (spoken.length + 1));
}

/** A call that loses what is typed would be quick too. */
async function sawAll(call: Page, notes: number): Promise<void> {
  const shown = await call.locator('.call-notes').innerText();
  const seen = shown.split(spoken.slice(0, 40)).length - 1;
  if (seen !== notes) throw new Error(`${seen} of ${notes} notes are on screen`);
}

/** The value that 99 of 100 do not exceed. */
function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}

function linesOf(call: Counted, bare: Counted, used: readonly number[]): Line[] {
  const during = `p99 of ${used.length} keys while a million answers come in, Chromium`;
  return [
    {
      figure: `our code for a key, time of the page's own thread, ${during}`,
      ours: { value: p99(used), unit: 'ms' },
      goal: { kind: 'limit', atMost: 4 },
    },
    {
      figure: `the same by the clock, with what others kept the thread waiting, ${during}`,
      ours: { value: p99(call.handled), unit: 'ms' },
      baseline: { value: p99(bare.handled), unit: 'ms', which: 'no code at all' },
      goal: { kind: 'none' },
    },
    {
      figure: `key to paint, ${during}`,
      ours: { value: p99(call.painted), unit: 'ms' },
      baseline: { value: p99(bare.painted), unit: 'ms', which: 'a bare input' },
      goal: { kind: 'timesOf', atMost: 2 },
    },
  ];
}
