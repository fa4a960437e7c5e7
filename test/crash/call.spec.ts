import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { startServer } from '../e2e/harness.ts';
import { callRounds } from './callRounds.ts';
import { chromiumPath } from './chromium.ts';

/** SOUNDING_CRASH_ROUNDS asks for more, SOUNDING_CRASH_SEED repeats a run. */
const rounds = Number(process.env.SOUNDING_CRASH_ROUNDS ?? 30);
const seed = process.env.SOUNDING_CRASH_SEED ?? 'call';

test(`a call in the app itself, killed ${rounds} times while typing: every note counted as saved and the unfinished line are there`, async () => {
  test.setTimeout(90_000 + rounds * 6_000);
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

/** The way a user gets into a call: a survey, its people on the roster, consent. Answers the path of the call. */
async function beginCall(url: string, profile: string): Promise<string> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    locale: 'en-GB',
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const csv = [
      'Score,Comment,Name,Email,Company',
      '4,By hand.,Ines Duarte,ines@bright.example,Brightwater',
      '9,It works.,Bo Lindqvist,bo@north.example,Northpine',
      '7,The app lags.,Mara Okafor,mara@lattice.example,Lattice',
    ].join('\n');
    await page.goto(`${url}/survey`);
    const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('button', { name: /^Keep 3/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('NPS');
    await page.getByRole('link', { name: /^People/ }).click();
    await page.getByRole('button', { name: /on the roster/ }).click();
    const row = page.getByRole('row', { name: /Ines Duarte/ });
    await row.getByRole('button', { name: /^Call|^Start/ }).click();
    await page.getByRole('button', { name: 'Keep these answers' }).click();
    await expect(page.getByRole('combobox', { name: 'Note' })).toBeFocused();
    await expect(page.locator('.ctop .state')).toContainText('Saved here');
    return new URL(page.url()).pathname;
  } finally {
    await context.close();
  }
}
