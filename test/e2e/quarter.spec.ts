import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { looksRight, phone } from './face.ts';
import { expect, test } from './harness.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const part = (page: Page, name: string) => page.getByRole('article', { name });

/** The invented company as it stands on a day: its rounds are dated from it. */
async function companyOn(page: Page, today: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${today}T10:00:00`));
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the invented company' }).click();
  await page.waitForURL('**/segments');
  await page.goto('/quarter');
}

async function give(list: Locator, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await list.locator('input[type=file]').setInputFiles(file);
}

/** A survey of 60 people in 12 companies, brought into the round of today. */
const survey = [
  'E-mail,Name,Company,How likely are you to recommend us?,Answered on,Tier',
  ...Array.from({ length: 60 }, (_, i) =>
    [
      `person${i}@example.com`,
      `Person ${i}`,
      `Company ${i % 12}`,
      [9, 10, 8, 6, 3, 9, 7, 10, 2, 0][i % 10],
      `2026-10-${String(9 + (i % 8)).padStart(2, '0')}`,
      i % 12 < 4 ? 'Enterprise' : 'Small',
    ].join(','),
  ),
].join('\n');

/** 150 asked, Enterprise less willing to answer; one line without an address, one twice. */
const invited = [
  'E-mail,Company,Plan tier',
  ...Array.from(
    { length: 150 },
    (_, i) => `person${i}@example.com,Company ${i % 12},${i % 3 ? 'Small' : 'Enterprise'}`,
  ),
  ',Company 3,Small',
  'PERSON5@example.com,Company 5,Small',
].join('\n');

const renewals = [
  'Company,Outcome,Renewal date,ARR',
  ...Array.from(
    { length: 12 },
    (_, i) => `Company ${i},${i % 4 === 3 ? 'Churned' : 'Renewed'},2026-11-0${(i % 9) + 1},${1000 * (i + 1)}`,
  ),
  'Company that nobody knows,Churned,2026-11-01,500',
  'Company 1,Moved house,2026-12-01,500',
].join('\n');

async function bringSurvey(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date('2026-11-03T10:00:00'));
  await page.goto('/survey?new');
  const file = { name: 'q4.csv', mimeType: 'text/csv', buffer: Buffer.from(survey) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: 'Keep 60 answers' }).click();
  await page.locator('.waves').waitFor();
  await page.goto('/quarter');
}

test('the page tells the week of a fixed day, and what is next', async ({ page }) => {
  await companyOn(page, '2026-10-22');
  await expect(h1(page)).toHaveText(/^Week \d+ of 12: 48 of 53 interviews held; .* is next\.$/);
  const now = page.locator('.qtr-weeks > li[aria-current=date]');
  const week = Number(/Week (\d+) of/.exec((await h1(page).textContent()) ?? '')?.[1]);
  await expect(now.locator('summary')).toContainText(`Week ${week}`);
  await expect(now.locator('summary')).toContainText('this week');
  await expect(page.locator('.qtr-weeks > li')).toHaveCount(12);
});

test('a step is called done, says by whom, is undone, and stands after a reload', async ({ page }) => {
  await companyOn(page, '2026-10-22');
  const first = page.locator('.qtr-weeks > li').first();
  await first.locator('summary').focus();
  await page.keyboard.press('Enter');
  const targets = page.getByRole('checkbox', { name: /^Targets set/ });
  await targets.focus();
  await page.keyboard.press('Space');
  await expect(targets).toBeChecked();
  await expect(first.getByText(/called done by .+ on 22 October/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(targets).not.toBeChecked();
  await targets.check();
  await first.getByRole('textbox', { name: 'Owner of week 1' }).fill('Ines Duarte');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Ines Duarte owns week 1.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Note on week 1' }).fill('Targets agreed with the board');
  await page.keyboard.press('Tab');
  await expect(page.getByText('The note on week 1 is kept.')).toBeVisible();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(first.locator('summary')).toContainText('Ines Duarte');
  await first.locator('summary').click();
  await expect(targets).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Note on week 1' })).toHaveValue(
    'Targets agreed with the board',
  );
});

test('the first day moves every week, and never past a neighbouring quarter', async ({ page }) => {
  await companyOn(page, '2026-10-22');
  const before = await page.locator('.qtr-when').nth(11).textContent();
  await page.getByRole('button', { name: 'Change the first day' }).click();
  const field = page.getByLabel('First day of week 1');
  const day = await field.inputValue();
  await field.fill('2020-01-01');
  await page.getByRole('button', { name: 'Keep this day' }).click();
  await expect(page.getByRole('alert')).toContainText('quarters stay in their order');
  const later = new Date(Date.parse(`${day}T00:00:00Z`) + 3 * 86_400_000).toISOString().slice(0, 10);
  await field.fill(later);
  await page.getByRole('button', { name: 'Keep this day' }).click();
  await expect(page.locator('.qtr-when').nth(11)).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.qtr-when').nth(11)).toHaveText(before ?? '');
});

test('an invited list shows the response rate, what did not join, and is kept', async ({ page }) => {
  await bringSurvey(page);
  const list = part(page, 'Who was invited');
  await give(list, 'invited.csv', invited);
  await expect(list.getByText(/^60 of 150 people invited answered: 40% \(33 to 48%\)\./)).toBeVisible();
  await list.getByText('2 lines did not join or count').click();
  await expect(list.getByRole('row', { name: /152 .*nothing to join by/ })).toBeVisible();
  await expect(list.getByRole('row', { name: /153 PERSON5@example.com stands further up/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await list.getByRole('button', { name: 'Download as CSV' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('invited not joined.csv');
  expect(readFileSync(await saved.path(), 'utf8')).toContain(
    '153,PERSON5@example.com,stands further up already',
  );
  await list.getByRole('button', { name: 'Keep the response rate' }).click();
  await expect(page.getByText('Who was invited: kept.')).toBeVisible();
  await expect(list.getByRole('combobox', { name: 'By' })).toHaveValue('0');
  await expect(list.locator('.qtr-rates')).toContainText('Enterprise');
  await list.getByText('The table behind it').click();
  await expect(list.getByRole('row', { name: /^Small 40% / })).toBeVisible();
  // the same list again changes nothing
  await give(list, 'invited.csv', invited);
  await expect(list.getByText('This very list is kept already')).toBeVisible();
  await list.getByRole('button', { name: 'Discard this file' }).click();
  await list.getByRole('button', { name: 'Remove the list of those invited' }).click();
  await expect(list.locator('.qtr-rates')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(list.locator('.qtr-rates')).toContainText('Enterprise');
});

test('renewals are joined by exact name; a text that is not understood waits for its meaning', async ({
  page,
}) => {
  await bringSurvey(page);
  const list = part(page, 'Who renewed and who left');
  await give(list, 'renewals.csv', renewals);
  await expect(list.getByText(/^9 of 13 companies were kept/)).toBeVisible();
  await list.getByText('2 lines did not join or count').click();
  await expect(
    list.getByRole('row', { name: /Company that nobody knows no company of the survey/ }),
  ).toBeVisible();
  await expect(
    list.getByRole('row', { name: /moved house what became of it is not understood/ }),
  ).toBeVisible();
  await list.getByRole('combobox', { name: 'What “Moved house” means' }).selectOption('left');
  await expect(list.getByText(/^8 of 13 companies were kept/)).toBeVisible();
  await list.getByRole('button', { name: 'Keep the retention' }).click();
  await list.getByRole('combobox', { name: 'By' }).selectOption({ label: 'Lowest answer' });
  await expect(list.locator('.qtr-rates')).toContainText('A detractor in the company');
});

test('a date that can be read two ways is asked about', async ({ page }) => {
  await bringSurvey(page);
  const list = part(page, 'Who renewed and who left');
  await give(
    list,
    'dates.csv',
    'Company,Outcome,Date\nCompany 1,Renewed,03/04/2026\nCompany 1,Churned,02/05/2026\n',
  );
  await expect(list.getByText(/^0 of 1 company was kept/)).toBeVisible();
  await list.getByRole('combobox', { name: 'Dates such as' }).selectOption('month first');
  await expect(list.getByText(/^1 of 1 company was kept/)).toBeVisible();
});

test('a file that is no list is refused in words, and pasted rows are read', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await bringSurvey(page);
  const list = part(page, 'Who was invited');
  await give(list, 'tiers.csv', 'Company,Tier\nCompany 1,Small\nCompany 2,Small\n');
  await expect(list.getByRole('alert')).toContainText('No column says who was asked');
  await list.getByRole('button', { name: 'Discard this file' }).click();
  await give(list, 'report.pdf', '%PDF-1.7\n');
  await expect(list.getByRole('alert')).toContainText('a PDF');
  await page.evaluate((text) => navigator.clipboard.writeText(text), invited.replaceAll(',', '\t'));
  await list.getByText('click in this box and paste its rows').click();
  await page.keyboard.press('Control+v');
  await expect(list.getByText(/^60 of 150 people invited answered/)).toBeVisible();
});

test('the same people in two surveys are counted, and nobody is made one without being told', async ({
  page,
}) => {
  await companyOn(page, '2026-10-22');
  const people = part(page, 'The same people in two surveys');
  await people.getByRole('button', { name: 'Look for the same people' }).click();
  await expect(people.getByRole('status')).toContainText(/people are in this survey and in Q\d \d{4}/);
  await expect(people.getByText('Nobody in these surveys looks like somebody else.')).toBeVisible();
});

test('possible duplicates are listed with a reason, and what is said of them is kept', async ({ page }) => {
  const twins = [
    survey,
    'person.1+nps@example.com,Person One,Company 1,9,2026-10-10,Small',
    'p77@example.com,Person 7,Company 7,9,2026-10-10,Small',
  ].join('\n');
  await page.goto('/survey');
  const file = { name: 'q4.csv', mimeType: 'text/csv', buffer: Buffer.from(twins) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: 'Keep 62 answers' }).click();
  await page.locator('.waves').waitFor();
  await page.goto('/quarter');
  const people = part(page, 'The same people in two surveys');
  await people.getByRole('button', { name: 'Look for the same people' }).click();
  await expect(people.getByRole('row', { name: /differ only in spelling/ })).toContainText('Person One');
  await expect(people.getByRole('row', { name: /same name at the same company/ })).toContainText(
    'p77@example.com',
  );
  await people.getByRole('button', { name: 'Two people: Person 7 and Person 7' }).click();
  await expect(people.getByText(/two people, says/)).toBeVisible();
  await people.getByRole('button', { name: 'Take it back: Person 7 and Person 7' }).click();
  await expect(people.getByText(/two people, says/)).toHaveCount(0);
});

test.describe('looked at', () => {
  test.use({ viewport: phone });
  test.slow();

  test('the quarter can be read in every state', async ({ page }) => {
    await page.goto('/quarter');
    await looksRight(page, 'quarter-empty');
    await companyOn(page, '2026-10-22');
    await h1(page).waitFor();
    await looksRight(page, 'quarter');
    await page.getByText('The table behind it').first().click();
    await page.locator('.qtr-weeks > li').first().locator('summary').click();
    await looksRight(page, 'quarter-open');
    await page.getByRole('button', { name: 'Change the first day' }).click();
    await page.getByRole('dialog').waitFor();
    await looksRight(page, 'quarter-first-day', { size: 'as it is' });
    await page.keyboard.press('Escape');
    await bringSurvey(page);
    const list = part(page, 'Who was invited');
    await give(list, 'invited.csv', invited);
    await list.getByText('2 lines did not join or count').click();
    await list.getByText('What the columns mean').click();
    const left = part(page, 'Who renewed and who left');
    await looksRight(page, 'quarter-review');
    await list.getByRole('button', { name: 'Keep the response rate' }).click();
    await give(left, 'renewals.csv', renewals);
    await left.getByText('2 lines did not join or count').click();
    await looksRight(page, 'quarter-renewals');
    await left.getByRole('button', { name: 'Keep the retention' }).click();
    await give(
      part(page, 'Who could have been invited'),
      'all.csv',
      invited.replaceAll('Enterprise', 'Small'),
    );
    await page.getByRole('button', { name: 'Keep these shares' }).click();
    for (const behind of await page.getByText('The table behind it').all()) await behind.click();
    await looksRight(page, 'quarter-kept');
  });
});
