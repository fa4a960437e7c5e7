import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeProblems, layoutProblems, looksRight, phone } from './face.ts';
import { expect, hasSharedData, sharedData, test } from './harness.ts';

/*
 * Every screen and every state of it, each looked at in four faces (face.ts). The journeys are made at 390 px, where a
 * press finds the least room.
 */
/** What each screen says of the invented company: its first sentence is the finding. */
const findings: readonly (readonly [string, RegExp])[] = [
  ['/survey', /^NPS fell 9 points .* 31 \(27 to 35\)/],
  ['/segments', /^NPS fell 9 points to 31 \(27 to 35\)/],
  ['/people', /^48 of 53 calls held; 1 declined and 1 did not appear/],
  ['/interviews', /^48 of 53 interviews/],
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

/** Whom the survey knows by e-mail only; every eighth must not be contacted, one is unknown to it, one was rejected. */
const contacts = [
  'E-mail,Phone,Job title,Do not contact',
  ...Array.from(
    { length: 48 },
    (_, i) => `person${i}@example.com,+44 20 7946 0${100 + i},Head of Finance,${i % 8 === 0 ? 'yes' : 'no'}`,
  ),
  'a-rather-long-address-of-nobody@unknown-to-the-survey.example,,,no',
].join('\n');

/** What screens hold only after a press: each step goes on from the one before it, on one page. */
const behindAPress: readonly (readonly [
  what: string,
  reach: (page: Page) => Promise<void>,
  size?: 'as it is',
])[] = [
  [
    'a file that is no survey',
    async (page) => {
      await page.goto('/survey');
      await give(page, 'report.pdf', '%PDF-1.7\n');
      await page.getByRole('alert').waitFor();
    },
  ],
  [
    'mapping with contacts',
    async (page) => {
      await choose(page, 'q4.csv', survey);
      await give(page, 'contacts.csv', contacts, '.contacts input[type=file]');
      await page.getByText('2 lines of the file found nobody').click();
      await page.getByText('Columns of the contacts file').click();
      await expect(page.locator('.preview')).toHaveAttribute('aria-busy', 'false');
    },
  ],
  [
    'undo of an import',
    async (page) => {
      await page.getByRole('button', { name: 'Keep 59 answers' }).click();
      await page.getByRole('button', { name: 'Undo the import of q4.csv' }).click();
      await page.getByRole('dialog').waitFor();
    },
    'as it is',
  ],
  [
    'the draw',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.goto('/people');
      await page.getByLabel('Seed of the draw').fill('a seed');
      await page
        .getByRole('spinbutton', { name: /^Detractors wanted/ })
        .first()
        .fill('40');
      await page.keyboard.press('Tab');
      await page.getByRole('heading', { name: 'Where the plan falls short' }).waitFor();
      await page.getByText('Asked not to be contacted').last().click();
    },
  ],
  [
    'a backup before it is opened',
    async (page) => {
      await page.goto('/settings');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save a backup file' }).click();
      const saved = readFileSync(await (await download).path());
      await give(page, 'backup.zip', saved, '.set-drop input[type=file]');
      await page.getByRole('dialog').waitFor();
    },
    'as it is',
  ],
  [
    'editing a theme',
    async (page) => {
      await page.goto('/themes');
      await page.locator('.thm-name').first().press('e');
      await page.getByRole('dialog').waitFor();
    },
    'as it is',
  ],
  [
    'merging a theme',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('.thm-name').first().press('m');
      await page.getByRole('option').or(page.getByRole('radio')).first().click();
    },
    'as it is',
  ],
];

async function openCompany(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the invented company' }).click();
  await page.waitForURL('**/segments');
}

async function give(page: Page, name: string, content: string | Buffer, field = 'input[type=file]') {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.locator(field).first().setInputFiles(file);
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  await give(page, name, text);
  await page.locator('.preview-nps').waitFor();
  await expect(page.locator('.preview')).toHaveAttribute('aria-busy', 'false');
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

test.describe('looked at', () => {
  test.use({ viewport: phone });
  test.slow();

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

  test('what stands behind a press', async ({ page }) => {
    for (const [what, reach, size = 'whole'] of behindAPress) {
      await reach(page);
      await looksRight(page, what, { size });
    }
  });

  test('all 97 columns of SFO 2017', async ({ page }) => {
    test.skip(!hasSharedData, '../shared/data is absent: SFO 2017 is not there to be mapped');
    const file = join(sharedData, 'surveys/sfo_2017_customer_survey.csv');
    await page.goto('/survey');
    await choose(page, 'sfo.csv', readFileSync(file, 'utf8'));
    await page.locator('.cols-more').click();
    await expect(page.locator('.col-vals')).toHaveCount(97);
    await looksRight(page, 'all columns');
  });

  test('every screen of the invented company', async ({ page }) => {
    await openCompany(page);
    for (const [path, finding] of findings) {
      await page.goto(path);
      await expect(page.locator('h1')).toHaveText(finding);
      await looksRight(page, path);
    }
    await page.keyboard.press('Control+k');
    await looksRight(page, 'palette');
    await page.keyboard.press('Escape');
    // the way to all screens that only a narrow window has
    await page.locator('.sheet-b').click();
    await looksRight(page, 'all screens', { windows: [phone] });
  });

  test('a call with somebody of the invented company', async ({ page }) => {
    await openCompany(page);
    await page.goto('/people');
    const ines = page.getByRole('row', { name: /Ines Duarte/ });
    await ines.getByRole('button', { name: /^Call/ }).click();
    await page.waitForURL('**/call/**');
    await looksRight(page, 'call', { size: 'as it is' });
    await page.getByRole('button', { name: /Keep these answers/ }).click();
    await page.getByRole('combobox').fill('"Nobody owns it" #support escalation !!');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Notes' }).getByText('Nobody owns it')).toBeVisible();
    await looksRight(page, 'call with a note', { size: 'as it is' });
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await looksRight(page, 'keys of the call', { size: 'as it is' });
  });
});
