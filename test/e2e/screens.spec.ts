import type { Page } from '@playwright/test';
import { axeProblems, layoutProblems, settled } from './face.ts';
import { expect, test } from './harness.ts';

const windows = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const schemes = ['light', 'dark'] as const;

/** What each screen says of the invented company: its first sentence is the finding. */
const findings: readonly (readonly [string, RegExp])[] = [
  ['/survey', /^NPS fell 9 points .* 31 \(27 to 35\)/],
  ['/segments', /^NPS fell 9 points to 31 \(27 to 35\)/],
  ['/people', /^48 of 55 calls held/],
  ['/interviews', /^48 of 55 interviews/],
  ['/themes', /\d+ of \d+ themes|themes/],
  ['/drivers', /^14 of 30 detractors raised/],
  ['/team', /./],
  ['/settings', /^Settings$/],
];

/** 60 answers with people, accounts and two dimensions; one code for "no answer", one row to reject. */
const survey = [
  'E-mail,Name,Company,How likely are you to recommend us?,Why?,Answered on,Tier,Market,Speed,Help',
  ...Array.from({ length: 60 }, (_, i) =>
    [
      `person${i}@example.com`,
      `Person ${i}`,
      `Company ${i % 12}`,
      i === 7 ? 11 : [9, 10, 8, 6, 3, 9, 7, 10, 2, 9][i % 10],
      i % 4 === 0 ? '"The export failed on close day, again, and nobody owned it"' : '',
      `2026-10-${String(9 + (i % 8)).padStart(2, '0')}`,
      i % 3 === 0 ? 'Enterprise' : 'Small',
      ['Nordics', 'UK and Ireland'][i % 2],
      (i % 5) + 1,
      ((i + 2) % 5) + 1,
    ].join(','),
  ),
  'wrong@example.com,Wrong,Company 1,ten,,2026-10-12,Small,Nordics,3,3',
].join('\n');

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.locator('.preview-nps').waitFor();
  await expect(page.locator('.preview')).toHaveAttribute('aria-busy', 'false');
}

/** The window as tall as the page: nothing then lies under the bars that stick to its edges. */
async function unrolled(page: Page): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 1440 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, 844) });
}

/** A screen that fills its window is looked at in it; all others as a whole. */
async function looksRight(page: Page, what: string, size: 'whole' | 'as it is' = 'whole'): Promise<void> {
  const window = page.viewportSize();
  await settled(page);
  if (size === 'whole') await unrolled(page);
  expect(await layoutProblems(page), `${what}: layout`).toEqual([]);
  expect(await axeProblems(page), `${what}: axe`).toEqual([]);
  if (window) await page.setViewportSize(window);
}

test('the check itself objects to text that is cut, runs out of its box or leaves the window', async ({
  page,
}) => {
  await page.setContent(`<!doctype html><html lang="en"><body><h1>Checked</h1>
    <div style="width:40px;overflow:hidden;white-space:nowrap">cut by its box</div>
    <div style="width:40px;white-space:nowrap">runs out of it</div>
    <p style="position:absolute;left:1400px;white-space:nowrap">leaves the window</p>
    <div style="width:40px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">shortened on purpose</div>
    <button></button></body></html>`);
  const found = (await layoutProblems(page)).join('\n');
  expect(found).toContain('“cut by its box” is cut');
  expect(found).toContain('“runs out of it” runs');
  expect(found).toContain('“leaves the window” reaches beyond');
  expect(found).not.toContain('shortened on purpose');
  expect((await axeProblems(page)).join('\n')).toContain('button-name');
});

for (const viewport of windows)
  for (const colorScheme of schemes) {
    test.describe(`${viewport.width} px, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test('the first minute', async ({ page }) => {
        await page.goto('/');
        await looksRight(page, 'start');
      });

      test('places with nothing in them yet', async ({ page }) => {
        for (const path of [
          '/survey',
          '/segments',
          '/people',
          '/interviews',
          '/themes',
          '/drivers',
          '/team',
          '/settings',
          '/join',
          '/nowhere',
        ]) {
          await page.goto(path);
          await looksRight(page, path);
        }
      });

      test('from a file to a wave', async ({ page }) => {
        await page.goto('/survey');
        await choose(page, 'q4.csv', survey);
        await looksRight(page, 'mapping');
        await page.locator('.col-vals').first().click();
        await looksRight(page, 'values of a column');
        await page.getByRole('button', { name: 'See 2 rejected rows' }).click();
        await looksRight(page, 'rejected rows');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Keep 59 answers' }).click();
        await page.locator('.waves').waitFor();
        await looksRight(page, 'wave');
      });

      test('every screen of the invented company', async ({ page }) => {
        await page.goto('/');
        await page.getByRole('button', { name: 'Open the invented company' }).click();
        await page.waitForURL('**/segments');
        for (const [path, finding] of findings) {
          await page.goto(path);
          await expect(page.locator('h1')).toHaveText(finding);
          await looksRight(page, path);
        }
        await page.keyboard.press('Control+k');
        await looksRight(page, 'palette');
        await page.keyboard.press('Escape');
        if (viewport.width < 900) {
          await page.locator('.sheet-b').click();
          await looksRight(page, 'all screens');
          await page.keyboard.press('Escape');
        }
        await page.goto('/people');
        const ines = page.getByRole('row', { name: /Ines Duarte/ });
        await ines.getByRole('button', { name: /^Call/ }).click();
        await page.waitForURL('**/call/**');
        await looksRight(page, 'call', 'as it is');
        await page.getByRole('button', { name: /Keep these answers/ }).click();
        await page.getByRole('combobox').fill('"Nobody owns it" #support escalation !!');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('region', { name: 'Notes' }).getByText('Nobody owns it')).toBeVisible();
        await looksRight(page, 'call with a note', 'as it is');
      });
    });
  }
