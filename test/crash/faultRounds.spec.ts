import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, test } from '@playwright/test';
import { chromiumPath } from './chromium.ts';
import { faultRounds } from './faultRounds.ts';
import { type Site, startSite } from './site.ts';

/** SOUNDING_CRASH_ROUNDS asks for more, SOUNDING_CRASH_SEED repeats a run. */
const rounds = Number(process.env.SOUNDING_CRASH_ROUNDS ?? 16);
const seed = process.env.SOUNDING_CRASH_SEED ?? 'faults';

let site: Site;
test.beforeAll(async () => {
  site = await startSite();
});
test.afterAll(() => site.close());

/** A profile on disk: a context of Playwright's own is a private window, whose IndexedDB lies in memory. */
async function onDisk<T>(use: (context: BrowserContext) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'sounding-profile-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath });
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

test(`the disk fails in ${rounds} ways while notes are taken: a warning within a second, and nothing said to be saved is gone`, async () => {
  test.setTimeout(60_000 + rounds * 6_000);
  const tested = { url: `${site.url}/capture.html#patient`, database: 'sounding-doc:crash/interview/i1' };
  const found = await onDisk((context) => faultRounds(context, tested, rounds, seed));
  test.info().annotations.push({ type: 'found', description: JSON.stringify(found) });
  expect(found.silent).toEqual([]);
  expect(found.unwarned).toEqual([]);
  expect(found.strange).toEqual([]);
  // Otherwise nothing was tested.
  expect(found.rounds).toBe(rounds);
  expect(Math.min(...Object.values(found.met))).toBeGreaterThan(0);
  expect(found.shown).toBeGreaterThan(rounds);
});

test('the control: with y-indexeddb as it comes, the same faults lose notes without a word', async () => {
  test.setTimeout(120_000);
  const tested = { url: `${site.url}/stock.html`, database: 'stock' };
  const found = await onDisk((context) =>
    faultRounds(context, tested, 8, seed, ({ silent }) => silent.length > 0),
  );
  test.info().annotations.push({ type: 'found', description: JSON.stringify(found) });
  expect(found.silent.length).toBeGreaterThan(0);
  expect(found.unwarned.length).toBeGreaterThan(0);
});
