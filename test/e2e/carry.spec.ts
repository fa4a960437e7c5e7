import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { secondSfoWave } from '../fixtures/sfoSecond.ts';
import { workbookOf } from '../fixtures/workbook.ts';
import { looksRight } from './face.ts';
import { expect, sharedData, test } from './harness.ts';

const sfo = join(sharedData, 'surveys', 'sfo_2017_customer_survey.csv');

async function open(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await page.goto('/survey?new');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  await page.locator('.preview-nps').waitFor();
}

async function keep(page: Page, cycle: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Cycle/ }).fill(cycle);
  await page.keyboard.press('Tab');
  await expect(page.locator('.preview')).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('button', { name: /^Keep [\d,]+ answers/ }).click();
  await page.getByRole('heading', { name: 'Surveys brought in' }).waitFor();
}

const carried = (page: Page, cycle: string) => page.getByRole('region', { name: `Read like ${cycle}` });
const asks = (page: Page) => page.locator('.ask b');

/** Counts of detractors, passives, promoters as NPS in points. */
const npsOf = (scores: readonly number[]): number =>
  (100 * (scores.filter((s) => s >= 9).length - scores.filter((s) => s <= 6).length)) / scores.length;

const people = 240;
const usual = [9, 10, 8, 9, 3, 9, 7, 10, 5, 9];
const before = Array.from({ length: people }, (_, i) => usual[i % 10] ?? 0);
/** Every fourth detractor is won over. */
let seen = 0;
const now = before.map((score) => (score <= 6 && seen++ % 4 === 0 ? 9 : score));

const ratings = ['Speed of help', 'Clarity of bills', 'Ease of setup'];
/** 0 stands in every rating for "not rated", 11 in every 40th score for "no answer"; nobody ever says so. */
const firstFile = [
  ['Customer id', 'How likely are you to recommend us?', ...ratings, 'Tier', 'Office'].join(),
  ...before.map((score, i) =>
    [
      `C-${i}`,
      score,
      i % 6,
      (i + 1) % 6,
      (i + 2) % 6,
      ['Big', 'Mid', 'Small'][i % 3],
      ['North', 'South'][i % 2],
    ].join(),
  ),
  ...[0, 1, 2].map((i) => `X-${i},11,1,2,3,Big,North`),
].join('\n');

/** Headers drift, 7 is a new code in two ratings, Office is gone, two columns are new, Small became Partner. */
const secondFile = [
  '*customer ID,How likely are you to recommend us ?,Speed of hepl,Clarity of bill,Ease of set-up,Tier,Region,Notes 1',
  ...now.map((score, i) =>
    [
      `C-${i}`,
      score,
      i % 8 === 7 ? 7 : i % 6,
      i % 16 === 9 ? 7 : (i + 1) % 6,
      (i + 2) % 6,
      ['Big', 'Mid', 'Partner'][i % 3],
      ['East', 'West'][i % 2],
      `n${i}`,
    ].join(),
  ),
  ...[0, 1, 2].map((i) => `X-${i},11,1,2,3,Big,East,`),
].join('\n');

test('the second wave shows what differs and asks about nothing else; the change in NPS is right', async ({
  page,
}) => {
  await open(page, 'q3.csv', firstFile);
  await expect(asks(page)).toContainText([/“11”/, /“0” stands 120 times in 3 columns/]);
  await keep(page, 'Q3 2026');

  await open(page, 'q4.csv', secondFile);
  const told = carried(page, 'Q3 2026');
  await expect(told).toContainText('but for 7 differences.');
  await expect(told).toContainText('3 headers are only spelled differently.');
  const lines = told.getByRole('listitem');
  await expect(lines).toHaveText([
    '“Speed of hepl” is taken for “Speed of help”: nearly the same letters.',
    '“Clarity of bill” is taken for “Clarity of bills”: nearly the same letters.',
    'Outside the scale 1 to 5 there is now “7” in 2 ratings.',
    '“Tier” has new values, “Partner”, and no longer has “Small”.',
    /^“Region” is new/,
  ]);
  await told.getByRole('button', { name: 'and 2 more' }).click();
  await expect(lines).toHaveCount(7);
  await expect(lines.nth(5)).toHaveText(/^“Notes 1” is new/);
  await expect(lines.nth(6)).toHaveText('“Office” is gone.');
  await expect(asks(page)).toHaveText([/^“7” stands \d+ times in 2 columns/]);

  await keep(page, 'Q4 2026');
  const [was, is] = [npsOf(before), npsOf(now)];
  await expect(page.locator('h1')).toHaveText(
    new RegExp(`^NPS rose ${Math.round(is - was)} points since Q3 2026, to ${Math.round(is)} `),
  );

  // what the second wave was left with is remembered in turn
  await open(page, 'q1.csv', secondFile.replace('C-0,', 'C-1000,'));
  await expect(carried(page, 'Q4 2026')).toContainText('Every column means what it meant then.');
  await expect(asks(page)).toHaveCount(0);
});

test('../shared/data/surveys/sfo_2017: a second wave with drifted headers asks about nothing that did not change', async ({
  page,
}) => {
  test.skip(!existsSync(sfo), `${sfo} is not there`);
  const text = readFileSync(sfo, 'utf8');
  await open(page, 'sfo_2017.csv', text);
  await expect(page.locator('.asks h2')).toHaveText(/^\d+ questions$/);
  await keep(page, 'Q3 2026');
  const figures = page.locator('h1');
  await expect(figures).toHaveText(/^NPS is 40 /);

  const second = secondSfoWave(text);
  await open(page, 'sfo_2018.csv', second.text);
  const told = carried(page, 'Q3 2026');
  await expect(told.getByRole('listitem')).toHaveText([
    '“Q7WALKWAY” is taken for “Q7WALKWAYS”: nearly the same letters.',
    '“Q9CLEAN” is new and ignored so far.',
    '“Q9RESTROOM” is gone.',
  ]);
  await expect(asks(page)).toHaveCount(0);
  await keep(page, 'Q4 2026');
  // 2,746 answers in both; each detractor won over moves the score by two people
  const points = Math.round((200 * second.won) / 2746);
  await expect(figures).toHaveText(new RegExp(`^NPS rose ${points} points since Q3 2026, to 46 `));
});

test('a cycle that holds a survey is filled again only by choice', async ({ page }) => {
  const cycle = page.getByRole('combobox', { name: /^Cycle/ });
  const bar = page.getByRole('region', { name: 'Next step' });
  await open(page, 'q3.csv', firstFile);
  const taken = await cycle.inputValue();
  await keep(page, taken);
  await open(page, 'q4.csv', secondFile);
  await expect(bar).toContainText(`${taken} already holds q3.csv (240 answers).`);
  const free = await cycle.inputValue();
  expect(free).not.toBe(taken);
  await bar.getByRole('button', { name: 'Put it beside that one' }).click();
  await expect(cycle).toHaveValue(taken);
  await expect(bar.getByRole('button', { name: 'Keep 240 answers beside them' })).toBeVisible();
  await bar.getByRole('button', { name: `Bring it in as ${free}` }).click();
  await expect(cycle).toHaveValue(free);
  await keep(page, taken);
  await expect(page.locator('.lede')).toContainText(`${taken} also holds q3.csv (240 answers)`);
});

test('a file without a 0 to 10 question leads with the satisfaction it could be measured by', async ({
  page,
}) => {
  const rows = Array.from({ length: 60 }, (_, i) => `C-${i},${1 + (i % 5)},${i % 2 ? 'Small' : 'Big'}`);
  await page.goto('/survey?new');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'csat.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Customer id,Overall satisfaction,Tier', ...rows].join('\n')),
    });
  await expect(page.locator('h1')).toContainText('No 0 to 10 score here.');
  await expect(page.getByText('Measure satisfaction by “Overall satisfaction” instead?')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Yes, measure satisfaction' }).click();
  await expect(page.getByRole('button', { name: 'Keep 60 answers' })).toBeVisible();
});

const answersOf = (n: number, from = 0) => [
  ['Email', 'How likely are you to recommend us?', 'Tier'],
  ...Array.from({ length: n }, (_, i) => [`p${i}@example.com`, (i + from) % 11, i % 2 ? 'Small' : 'Big']),
];

test('of a workbook the sheet is chosen that holds the answers, and read again in the next by its name', async ({
  page,
}) => {
  const codes = [
    ['Code', 'Meaning'],
    [1, 'Small'],
  ];
  await open(page, 'all.xlsx', workbookOf({ Autumn: answersOf(60), Spring: answersOf(33), Codes: codes }));
  const question = page.locator('.ask', { hasText: 'Which sheet of the workbook holds the answers?' });
  await expect(question.getByRole('button')).toHaveText([
    'Autumn, 60 rows',
    'Spring, 33 rows',
    'Codes, 1 row',
  ]);
  await expect(question.getByRole('button', { name: 'Autumn' })).toHaveAttribute('aria-pressed', 'true');
  await question.getByRole('button', { name: 'Spring' }).click();
  await expect(page.getByText('The sheet “Spring” of an Excel workbook.')).toBeVisible();
  await expect(page.getByText('The answers are read from the sheet “Spring”.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep 33 answers' })).toBeEnabled();
  await keep(page, 'Q3 2026');

  await open(
    page,
    'next.xlsx',
    workbookOf({ Autumn: answersOf(60, 4), Spring: answersOf(36, 4), Codes: codes }),
  );
  await expect(carried(page, 'Q3 2026')).toContainText('Every column means what it meant then.');
  await expect(page.getByText('The sheet “Spring” of an Excel workbook.')).toBeVisible();
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Keep 36 answers' })).toBeEnabled();
});

test('what differs from the wave before reads well', async ({ page }) => {
  await open(page, 'q3.csv', firstFile);
  await keep(page, 'Q3 2026');
  await open(page, 'q4.csv', secondFile);
  await carried(page, 'Q3 2026').waitFor();
  await looksRight(page, 'what differs');
});
