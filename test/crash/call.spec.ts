import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { startServer } from '../e2e/harness.ts';
import { callRounds } from './callRounds.ts';
import { chromiumPath } from './chromium.ts';
import { enterCall } from './enterCall.ts';

/**
 * SOUNDING_CRASH_ROUNDS asks for more, SOUNDING_CRASH_SEED repeats a run. Few by themselves: the storage under the screen is
 * killed thirty times in kill.spec.ts.
 */
const rounds = Number(process.env.SOUNDING_CRASH_ROUNDS ?? 8);
const seed = process.env.SOUNDING_CRASH_SEED ?? 'call';

test(`a call in the app itself, killed ${rounds} times while typing: every note counted as saved and the unfinished line are there`, async () => {
  test.setTimeout(90_000 + rounds * 10_000);
  const server = await startServer();
  const profile = mkdtempSync(join(tmpdir(), 'sounding-profile-'));
  try {
    const path = await beginCall(server.url, profile);
    const found = await callRounds(`${server.url}${path}`, profile, rounds, seed);
    test.info().annotations.push({ type: 'found', description: JSON.stringify(found) });
    expect(found.lost).toEqual([]);
    expect(found.lostLines).toEqual([]);
    expect(found.strange).toEqual([]);
    expect(found.rounds).toBe(rounds);
    // Otherwise nothing was tested.
    expect(found.shown).toBeGreaterThan(rounds / 2);
    expect(found.unfinished).toBeGreaterThan(rounds / 4);
  } finally {
    await server.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** Answers the path of a call begun on that profile. */
async function beginCall(url: string, profile: string): Promise<string> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    locale: 'en-GB',
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await enterCall(page, url);
    return new URL(page.url()).pathname;
  } finally {
    await context.close();
  }
}
