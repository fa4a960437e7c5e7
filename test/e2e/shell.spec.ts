import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { workbookOf } from '#test/fixtures/workbook.ts';
import { dist, expect, startServer, test } from './harness.ts';

const csv = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const survey = csv(
  'autumn.csv',
  [
    'Email,How likely are you to recommend us?,Answered on,Tier',
    ...Array.from(
      { length: 40 },
      (_, i) =>
        `p${i}@example.com,${i === 3 ? 11 : i % 11},2026-10-1${i % 9},${i % 2 ? 'Small' : 'Enterprise'}`,
    ),
    '=cmd@example.com,ten,2026-10-12,Small',
  ].join('\n'),
);

const fileField = (page: Page) => page.locator('input[type=file]').first();

async function bring(page: Page): Promise<void> {
  await fileField(page).setInputFiles(survey);
  await expect(page.getByRole('button', { name: 'Keep 39 answers' })).toBeEnabled();
}

test('from the file to the finding by keyboard alone', async ({ page }) => {
  await page.goto('/survey');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, 'Choose a survey file');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(survey);
  await expect(page.locator('.preview')).toHaveAttribute('aria-busy', 'false');
  await tabTo(page, 'Yes, no answer');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“11” means no answer')).toBeVisible();
  await expect(page.locator('.preview')).toContainText('no answer1');
  await tabTo(page, 'Keep 39 answers');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^NPS is /);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('segm');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/segments$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('Segments · Sounding');
});

/** Moves on by Tab until something of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (at.trim() === name) return;
  }
  throw new Error(`Tab never reached "${name}"`);
}

test('the same file twice changes nothing; an import can be undone', async ({ page }) => {
  await page.goto('/survey');
  await bring(page);
  await page.getByRole('button', { name: 'Keep 39 answers' }).click();
  await expect(page.locator('.waves tbody tr')).toHaveCount(1);
  await page.getByRole('link', { name: 'Bring another survey' }).click();
  await bring(page);
  await expect(page.getByText('The same file was brought in on')).toBeVisible();
  await page.getByRole('button', { name: 'Keep 39 answers' }).click();
  await expect(page.getByText('This very file is already here')).toBeVisible();
  await expect(page.locator('.waves tbody tr')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo the import of autumn.csv' }).click();
  await page.getByRole('button', { name: 'Undo the import', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring your survey');
  await page.reload();
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Open the invented company' })).toBeVisible();
});

test('rejected rows come as a file that runs nothing in a spreadsheet', async ({ page }) => {
  await page.goto('/survey');
  const scores = Array.from({ length: 30 }, (_, i) => `${i % 11},${i % 2 ? 'A' : 'B'}`);
  const run = csv('run.csv', ['NPS score,Tier', '=1+1,A', ...scores, '@cmd,B'].join('\n'));
  await fileField(page).setInputFiles(run);
  await expect(page.locator('.preview')).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('button', { name: 'Keep 30 answers' }).click();
  await page.getByRole('button', { name: 'See 2 rejected rows' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text.split('\r\n').slice(0, 3)).toEqual([
    '\ufeffLine,Column,Value,Why',
    "2,NPS score,'=1+1,not a whole number",
    "33,NPS score,'@cmd,not a whole number",
  ]);
});

test('a contacts file is joined by id; whom it did not find is listed', async ({ page }) => {
  await page.goto('/survey');
  const rows = Array.from({ length: 40 }, (_, i) => `R${i},${i % 11},${i % 2 ? 'Small' : 'Enterprise'}`);
  await fileField(page).setInputFiles(csv('ids.csv', ['Respondent ID,NPS score,Tier', ...rows].join('\n')));
  await expect(page.getByText('Can be called', { exact: true })).toBeVisible();
  await expect(page.locator('.preview')).toContainText('a contacts file is needed');
  const people = Array.from({ length: 30 }, (_, i) => `R${i},p${i}@example.com,Person ${i},Company ${i % 7}`);
  const contacts = ['Respondent ID,Email,Name,Company', ...people, 'R900,nobody@example.com,Nobody,None'];
  await page.locator('.contacts input[type=file]').setInputFiles(csv('contacts.csv', contacts.join('\n')));
  await expect(page.getByText('30 of 40 people found their contact.')).toBeVisible();
  await page.getByText('1 line of the file found nobody').click();
  await expect(page.getByRole('cell', { name: 'R900' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep 40 answers' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^NPS is /);
});

/** Presses Cancel the moment the page says how far it is: on a quick machine the whole is done before a pointer arrives. */
function cancelOnce(page: Page, says: string): Promise<void> {
  return page.evaluate(
    (pattern) =>
      new Promise<void>((done) => {
        const watch = new MutationObserver(() => {
          const cancel = [...document.querySelectorAll('button')].find((b) => b.textContent === 'Cancel');
          if (!cancel || !new RegExp(pattern).test(document.body.innerText)) return;
          watch.disconnect();
          cancel.click();
          done();
        });
        watch.observe(document.body, {
          childList: true,
          subtree: true,
          characterData: true,
          attributes: true,
        });
      }),
    says,
  );
}

test('a long file shows how far it is and can be stopped; nothing is kept', async ({ page }, info) => {
  await page.goto('/survey');
  const rows = Array.from({ length: 120_000 }, (_, i) => `p${i}@example.com,${i % 11},comment number ${i}`);
  const long = info.outputPath('long.csv');
  writeFileSync(long, ['Email,NPS score,Comment', ...rows].join('\n'));
  const stopped = cancelOnce(page, '.');
  await fileField(page).setInputFiles(long);
  await stopped;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring your survey');
  await fileField(page).setInputFiles(long);
  const keep = page.getByRole('button', { name: 'Keep 120,000 answers' });
  await keep.waitFor();
  const stoppedAgain = cancelOnce(page, '[1-9][0-9,]* of 120,000');
  await keep.click();
  await stoppedAgain;
  // written already in part, so it has to be taken back
  await expect(page.getByRole('button', { name: 'Keep 120,000 answers' })).toBeVisible({ timeout: 90_000 });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Open the invented company' })).toBeVisible();
});

const long = 'x'.repeat(10_000_000);
const tooLong =
  'The cell in column “Comment” that begins on line 2 holds 10.0 MB, more than the 2.0 MB a cell may have';
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const utf32 = (text: string) =>
  Buffer.from(
    [0xfeff, ...Array.from(text, (c) => c.codePointAt(0) ?? 0)].flatMap((c) => [c & 255, c >> 8, 0, 0]),
  );
/** “Score,Comment / 9,very good service / 3,slow support” as a Japanese and a Russian Windows write it. */
const shiftJis = Buffer.from(
  'Score,Comment\n9,\x82\xc6\x82\xc4\x82\xe0\x97\xc7\x82\xa2\n3,\x83\x54\x83\x7c\x81\x5b\x83\x67\n',
  'latin1',
);
const windows1251 = Buffer.from('Score,Comment\n9,\xcf\xf0\xe5\xea\xf0\xe0\xf1\xed\xee\n', 'latin1');

/** Files that are refused before there is anything to choose. */
const bad: readonly (readonly [string, string | Buffer, string])[] = [
  ['empty.csv', '', 'This file is empty.'],
  ['blank.csv', '\n \r\n', 'This file is empty.'],
  ['header.csv', 'Email,Score\n', 'This file has a header with 2 columns and not one row below it.'],
  ['wide header.csv', utf16('Score\n'), 'This file has a header with 1 column and not one row below it.'],
  [
    'report.pdf',
    '%PDF-1.7\n%âãÏÓ\n',
    'This is a PDF, not a CSV or XLSX file: export the answers from your survey tool as CSV.',
  ],
  [
    'binary.csv',
    Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)),
    'This is no text at all, not a CSV or XLSX file: export the answers from your survey tool as CSV.',
  ],
  [
    'utf32.csv',
    utf32('Score,Tier\n9,A\n3,B\n'),
    'This is no text at all, not a CSV or XLSX file: export the answers from your survey tool as CSV.',
  ],
  ['japanese.csv', shiftJis, 'The text in this file cannot be read from line 2 on: save it again as UTF-8.'],
  [
    'russian.csv',
    windows1251,
    'The text in this file cannot be read from line 2 on: save it again as UTF-8.',
  ],
  ['long.csv', `Score,Comment\n9,${long}\n`, `${tooLong}.`],
  [
    'long quoted.csv',
    `Score,Comment\n9,"${long}"\n`,
    `${tooLong}: a quotation mark is probably never closed.`,
  ],
];

/** Files whose columns can be read, and none of them as a score. */
const scoreless: readonly (readonly [string, string | Buffer, string])[] = [
  [
    'names.csv',
    'Name,Town\nAnna,Bonn\nBert,Ulm\n',
    'No column could be the 0 to 10 score: none of the 2 consists of numbers.',
  ],
  [
    'letter.csv',
    'Dear all\nthank you for the talk.\nSee you soon\n',
    'No column could be the 0 to 10 score: the only one does not consist of numbers.',
  ],
  [
    'percent.csv',
    utf16('Rating,Tier\n21,A\n60,B\n44,A\n'),
    'No column could be the 0 to 10 score: the nearest, “Rating”, holds 21 to 60.',
  ],
  [
    'far.csv',
    'NPS score,Tier\n77,A\n78,B\n79,A\n',
    'No cell of “NPS score” is a whole number from 0 to 10: its 3 filled rows hold values such as “77”, “78” and “79”.',
  ],
];

/** The page of the survey, which asks for one only while not one is kept. */
async function openWithoutSurvey(page: Page, after: string): Promise<void> {
  await page.goto('/survey');
  await expect(page.getByRole('heading', { level: 1 }), after).toHaveText('Bring your survey');
}

/** Nor does the start page offer the invented company once one is kept. */
async function expectNothingKept(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Open the invented company' })).toBeVisible();
}

test('a file that cannot become a survey is one sentence, and nothing is kept', async ({ page }) => {
  await openWithoutSurvey(page, 'nothing');
  for (const [name, content, sentence] of bad) {
    await fileField(page).setInputFiles(csv(name, content));
    await expect(page.getByRole('alert'), name).toHaveText(sentence);
    await openWithoutSurvey(page, name);
  }
  await expectNothingKept(page);
});

test('a file without a score says so first; it cannot be kept before one is chosen by hand', async ({
  page,
}) => {
  await openWithoutSurvey(page, 'nothing');
  for (const [name, content, sentence] of scoreless) {
    await fileField(page).setInputFiles(csv(name, content));
    await expect(page.getByRole('alert'), name).toHaveText(sentence);
    await expect(page.getByRole('alert'), name).toBeInViewport();
    const keep = page.getByRole('button', { name: 'Keep answers' });
    await expect(keep).toBeDisabled();
    await keep.click({ force: true });
    await expect(page.getByRole('alert'), name).toHaveText(sentence);
    await openWithoutSurvey(page, name);
  }
  await expectNothingKept(page);
  await openWithoutSurvey(page, 'files without a score');
  await fileField(page).setInputFiles(csv('visits.csv', 'Stars,Town\n1,Bonn\n5,Ulm\n4,Bonn\n'));
  await expect(page.getByRole('alert')).toHaveText(
    'No column could be the 0 to 10 score: the nearest, “Stars”, holds 1 to 5.',
  );
  await page.getByLabel('Score, 0 to 10').selectOption({ label: 'Stars' });
  await expect(page.getByRole('button', { name: 'Keep 3 answers' })).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an Excel workbook is read like any other file', async ({ page }) => {
  const rows = Array.from({ length: 40 }, (_, i) => [
    `p${i}@example.com`,
    i % 11,
    i % 2 ? 'Small' : 'Enterprise',
  ]);
  const buffer = Buffer.from(
    workbookOf({
      Notes: [['Autumn survey'], ['Ask Ann']],
      Answers: [['Email', 'How likely are you to recommend us?', 'Tier'], ...rows],
      Codes: [
        ['Code', 'Meaning'],
        [1, 'Small'],
      ],
    }),
  );
  await page.goto('/survey');
  await fileField(page).setInputFiles({ name: 'autumn.xlsx', mimeType: 'application/octet-stream', buffer });
  await expect(page.getByText('The sheet “Answers” of an Excel workbook.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Codes, 1 row' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep 40 answers' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^NPS is /);
});

test('the invented company is marked on every screen and goes in one step', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the invented company' }).click();
  await page.waitForURL('**/segments');
  await page.getByRole('link', { name: 'Drivers' }).first().click();
  await expect(page.getByText('Quillon is an invented company')).toBeVisible();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The score shows where it hurts/);
  const left = await page.evaluate(async () =>
    (await indexedDB.databases())
      .map((d) => d.name ?? '')
      .filter((n) => n.includes('/interview/') || n.includes('/cycle/')),
  );
  expect(left).toEqual([]);
});

test('a backup goes out and comes back as a workspace of its own', async ({ page }) => {
  await page.goto('/survey');
  await bring(page);
  await page.getByRole('button', { name: 'Keep 39 answers' }).click();
  await page.locator('.waves').waitFor();
  await page.goto('/settings');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup file' }).click();
  const saved = await (await download).path();
  await page
    .locator('.set-drop input[type=file]')
    .setInputFiles({ name: 'backup.zip', mimeType: 'application/zip', buffer: readFileSync(saved) });
  await expect(page.getByRole('dialog')).toContainText('Q4 2026');
  await page.getByRole('button', { name: 'Open it as a workspace' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^NPS is /);
});

test.describe('without a network', () => {
  test.use({ losesNetwork: true });

  test('after the first load it opens without a network, also where nobody has been', async ({
    page,
    context,
  }) => {
    await page.goto('/');
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state !== 'activated')
        await new Promise((done) => active?.addEventListener('statechange', done));
    });
    await context.setOffline(true);
    await page.goto('/settings');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
    await page.goto('/people');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('a new version waits until it is asked for', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'sounding-update-'));
  cpSync(join(dist, 'pwa'), folder, { recursive: true });
  const server = await startServer({ args: ['--dist', folder] });
  const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' });
  try {
    const page = await context.newPage();
    await page.goto('/settings');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.getByLabel('Your name').fill('typed and not yet kept');
    writeFileSync(
      join(folder, 'sw.js'),
      `${readFileSync(join(folder, 'sw.js'), 'utf8')}\n// the next version\n`,
    );
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect(page.getByText('A new version is ready.')).toBeVisible();
    await expect(page.getByLabel('Your name')).toHaveValue('typed and not yet kept');
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).click();
    await reloaded;
    await expect(page.getByText('A new version is ready.')).toBeHidden();
  } finally {
    await context.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a browser without storage says so at once and goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('This browser gives Sounding no storage');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
