import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../crash/chromium.ts';
import { enterCall } from '../crash/enterCall.ts';
import { startServer } from '../e2e/harness.ts';
import { millionCsv } from '../fixtures/million.ts';
import type { Line } from './measure.ts';

const rows = 1_000_000;
/** As fast as a practised hand. */
const keysASecond = 8;
const spoken = 'the export fails every Monday and nobody tells us until the invoice is late #support !!';

/** What a page counted for every key, milliseconds. */
interface Counted {
  /** From the event reaching the window until every handler and what they queued at once has run. */
  handled: number[];
  /** From the key itself until the frame after it has been drawn. */
  painted: number[];
}

/**
 * Typing in a call while another tab of the same app reads and stores a million answers: how long the page's own code
 * holds up a key, and how long until the key is on screen, beside a bare input typed into at the same time.
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
    await context.addInitScript(countKeys);
    const call = context.pages()[0] ?? (await context.newPage());
    await enterCall(call, server.url);
    const bare = await bareInput(context);
    const importing = await context.newPage();
    importing.setDefaultTimeout(0);
    await importing.goto(`${server.url}/survey`);
    const over = importMillion(importing, file);
    await typeUntil(over, call, bare);
    return linesOf(await counted(call), await counted(bare));
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

async function bareInput(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.setContent('<!doctype html><title>bare</title><input autofocus>');
  // The init script ran in the empty page that this content replaced.
  await page.evaluate(countKeys);
  await page.locator('input').focus();
  return page;
}

/** From the choice of the file until the wave is on screen. */
async function importMillion(page: Page, file: string): Promise<void> {
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles(file);
  await page.locator('.imp').waitFor();
  await page
    .locator('button')
    .filter({ hasText: /^Keep \d/ })
    .click();
  await page.locator('h1').filter({ hasText: /^NPS/ }).waitFor();
}

/** Types into both, a key each in turn, until the import is over. */
async function typeUntil(over: Promise<void>, call: Page, bare: Page): Promise<void> {
  let going = true;
  const end = over.finally(() => {
    going = false;
  });
  for (let i = 0; going; i++) {
    const key = spoken[i % (spoken.length + 1)] ?? 'Enter';
    for (const page of [call, bare]) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await pause(1000 / keysASecond / 2);
    }
  }
  await end;
}

/** Runs in the page: counts for each key what is said of `Counted`. */
function countKeys(): void {
  const counted: Counted = { handled: [], painted: [] };
  Object.assign(globalThis, { counted });
  let held = 0;
  let from = 0;
  const begin = () => {
    from = performance.now();
  };
  const end = () => {
    // After what the handlers queued for the end of this turn.
    queueMicrotask(() => {
      held += performance.now() - from;
    });
  };
  for (const type of ['keydown', 'input']) {
    addEventListener(type, begin, true);
    addEventListener(type, end);
  }
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      held = 0;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // Behind the frame that this callback belongs to.
        port1.onmessage = () => {
          counted.painted.push(performance.now() - timeStamp);
          counted.handled.push(held);
          port1.close();
        };
        port2.postMessage(null);
      });
    },
    true,
  );
}

const counted = (page: Page): Promise<Counted> =>
  page.evaluate(() => (globalThis as unknown as { counted: Counted }).counted);

/** The value that 99 of 100 do not exceed. */
function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}

function linesOf(call: Counted, bare: Counted): Line[] {
  const during = `p99 of ${call.painted.length} keys while a million answers come in, Chromium`;
  return [
    {
      figure: `our code for a key, ${during}`,
      ours: { value: p99(call.handled), unit: 'ms' },
      goal: { kind: 'limit', atMost: 4 },
    },
    {
      figure: `key to paint, ${during}`,
      ours: { value: p99(call.painted), unit: 'ms' },
      baseline: { value: p99(bare.painted), unit: 'ms', which: 'a bare input' },
      goal: { kind: 'timesOf', atMost: 2 },
    },
  ];
}
