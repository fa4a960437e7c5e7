import type { Page } from '@playwright/test';
import { looksRight, phone } from './face.ts';
import { expect, test } from './harness.ts';

interface Answer {
  id: string;
  email: string;
  score: number;
  weight?: number;
}

const header = 'Customer id,E-mail,How likely are you to recommend us?,Weight,Answered on';
const csvOf = (day: string, answers: readonly Answer[]) =>
  [header, ...answers.map((a) => `${a.id},${a.email},${a.score},${a.weight ?? 1},${day}`)].join('\n');

const usual = [9, 10, 8, 9, 3, 9, 7, 10, 5, 9];
/** 300 people; the weights count the unhappy for more. */
const before = Array.from({ length: 300 }, (_, i) => {
  const score = usual[i % 10] ?? 0;
  return { id: `C-${i}`, email: `p${i}@example.com`, score, weight: score <= 6 ? 2.5 : 0.8 };
});
/** 200 of them again, half known by e-mail alone, every fifth promoter lost; and 150 others. */
const now = [
  ...before.slice(0, 200).map((a, i) => ({
    ...a,
    id: i % 2 === 0 ? a.id : '',
    score: a.score >= 9 && i % 5 === 0 ? 4 : a.score,
  })),
  ...Array.from({ length: 150 }, (_, i) => ({
    id: `N-${i}`,
    email: `new${i}@example.com`,
    score: usual[(i + 3) % 10] ?? 0,
    weight: 1,
  })),
];

async function keep(page: Page, name: string, csv: string, cycle: string): Promise<void> {
  await page.goto('/survey?new');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.locator('.preview-nps').waitFor();
  await page.getByRole('combobox', { name: /^Cycle/ }).fill(cycle);
  await page.keyboard.press('Tab');
  await expect(page.locator('.preview')).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('button', { name: /^Keep \d+ answers/ }).click();
  await page.getByRole('heading', { name: 'Surveys brought in' }).waitFor();
}

async function twoWaves(page: Page): Promise<void> {
  await keep(page, 'before.csv', csvOf('2026-07-09', before), 'Q3 2026');
  await keep(page, 'now.csv', csvOf('2026-10-09', now), 'Q4 2026');
}

test('people who answered both surveys are found by id and e-mail and compared as pairs', async ({
  page,
}) => {
  await twoWaves(page);
  await expect(page.getByRole('heading', { name: '200 people answered both times' })).toBeVisible();
  await expect(page.getByText('100 matched by id, 100 by e-mail.')).toBeVisible();
  await expect(
    page.getByText(/^Their NPS went from 40 to 0: −40 \(−\d+ to −\d+\), beyond noise\.$/),
  ).toBeVisible();
  const moves = page.getByRole('table', { name: 'People by band in Q3 2026, down, and in Q4 2026, across' });
  await expect(moves.getByRole('row', { name: /^promoters/ })).toHaveText(/promoters80040120/);
  await expect(page.getByText('200 people answered both times and are compared as pairs.')).toBeVisible();
  await expect(page.locator('h1')).toHaveText(/^NPS fell 2\d points since Q3 2026, to 1\d/);
});

test('weights are shown beside the plain figure, with what they cost', async ({ page }) => {
  await twoWaves(page);
  const rows = page.locator('.weighted tbody tr');
  await expect(rows.nth(0)).toHaveText(/Every answer alike.*350 answers/);
  await expect(rows.nth(1)).toHaveText(/Weighted.*2\d\d answers/);
  await expect(page.getByText(/^Weighted, NPS is .* instead of /)).toBeVisible();
});

test('the calculator answers as one types, and says where no number is enough', async ({ page }) => {
  await twoWaves(page);
  const row = (name: RegExp) => page.locator('.needed tbody tr').filter({ hasText: name });
  await page.getByLabel('Margin wanted, points').fill('10');
  await expect(row(/^the score to ±10/)).toHaveText(/\d+ answers350, enough/);
  await page.getByLabel('Change to be found, points').fill('2');
  await expect(row(/from this survey to the next/)).toHaveText(/no number: this survey alone/);
  await page.getByLabel('Margin wanted, points').fill('');
  await expect(row(/^the score to/)).toHaveText(/a number above 0/);
  await expect(page.locator('.needed')).not.toHaveText(/NaN|undefined|Infinity/);
});

test('on paper the tables are open and nothing stands that is pressed or typed into', async ({ page }) => {
  await twoWaves(page);
  const table = page.locator('.trend-table');
  await expect(table).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(table).toBeVisible();
  await expect(page.getByRole('textbox').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ }).filter({ visible: true })).toHaveCount(0);
});

test.describe('looked at', () => {
  test.use({ viewport: phone });

  test('the survey page with pairs, trend and weights looks right', async ({ page }) => {
    await twoWaves(page);
    const again = before.slice(50).map((a) => ({ ...a, weight: 1 }));
    await keep(page, 'third.csv', csvOf('2027-01-09', again), 'Q1 2027');
    await page.getByRole('heading', { name: /people answered both times/ }).waitFor();
    await expect(
      page.getByRole('img', { name: 'NPS of 3 surveys, each with its 95% interval' }),
    ).toBeVisible();
    await page.getByText('The table behind it').last().click();
    await expect(page.locator('.trend-table tbody tr')).toHaveCount(3);
    await looksRight(page, 'pairs, trend and weights');
  });
});
