import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';

const survey = [
  'Score,Comment,Name,Email,Company,Tier',
  '4,We rebuild it in Excel.,Ines Duarte,ines@brightwater.example,Brightwater Logistics,Enterprise',
].join('\n');

async function callBegun(page: Page): Promise<void> {
  await page.goto('/survey');
  const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(survey) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: /^Keep 1/ }).click();
  await page.getByRole('link', { name: /^People/ }).click();
  await page.getByRole('button', { name: /on the roster/ }).click();
  await page
    .getByRole('row', { name: /Ines Duarte/ })
    .getByRole('button', { name: /^Call|^Start/ })
    .click();
  await page.getByRole('button', { name: 'Keep these answers' }).click();
}

test('a driver is understood by keyboard alone, with a line half typed and over a reload', async ({
  page,
}) => {
  await callBegun(page);
  const line = page.getByRole('combobox', { name: 'Note' });
  const coach = page.getByRole('region', { name: 'Probe coach' });
  const probe = coach.locator('.coach-say');
  const part = (name: string) => coach.getByRole('button', { name, exact: true });
  const keep = async (text: string) => {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await expect(page.getByText(/^Fills 1 of \d+ open places?: /)).toHaveCount(1);
  await keep('"Everyone is polite. Nobody owns it." #resolution');
  await expect(probe).toHaveText('“Nobody owns it”?');
  await keep('"It failed on close day, three times since May" #reliability !!!');
  await expect(part('How often')).toHaveAttribute('aria-pressed', 'mixed');

  // by key, while the line is half typed: nothing of it is lost, nor does the focus leave it
  await page.keyboard.type('Four hours');
  await page.keyboard.press('F8');
  await expect(part('How often')).toHaveAttribute('aria-pressed', 'true');
  await expect(coach.getByRole('status')).toHaveText('How often: known.');
  await page.keyboard.press('Control+Shift+Digit5');
  await expect(part('Episode')).toHaveAttribute('aria-pressed', 'true');
  const before = await probe.innerText();
  await page.keyboard.press('F2');
  await expect(probe).not.toHaveText(before);
  await page.keyboard.press('F2');
  await expect(line).toHaveValue('Four hours');
  await expect(line).toBeFocused();
  await keep(' by hand, two people #reliability');
  await expect(part('Consequence')).toHaveAttribute('aria-pressed', 'mixed');
  await page.keyboard.press('F9');
  await expect(part('Consequence')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Control+z');
  await expect(part('Consequence')).toHaveAttribute('aria-pressed', 'mixed');
  await page.keyboard.press('F8');

  for (const key of ['F4', 'F4']) await page.keyboard.press(key);
  await expect(page.locator('.nl li').last()).toContainText('consequence');
  await page.keyboard.press('Shift+F4');
  await expect(page.getByRole('group', { name: 'Reliability, because of' })).toBeFocused();
  await page.keyboard.press('1');
  await expect(line).toBeFocused();
  await expect(coach).toContainText('Because of Resolution');

  // all of it is in the interview, and counts after it
  await page.reload();
  await expect(part('Consequence')).toHaveAttribute('aria-pressed', 'true');
  await expect(coach).toContainText('Because of Resolution');
  await page.getByRole('button', { name: 'End call' }).click();
  const open = page.locator('.coach-open summary');
  await expect(open).toHaveText([/Reliability\s*3 of 5 known/, /Resolution\s*0 of 5 known/]);
  // filled in afterwards, by keyboard: the focus stays where it is
  for (const name of ['Expected', 'What would fix it']) {
    const button = page.locator('.coach-open').getByRole('button', { name }).first();
    await button.focus();
    await page.keyboard.press('Space');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(button).toBeFocused();
  }
  await expect(open).toHaveText([/Reliability\s*5 of 5 known/, /Resolution\s*0 of 5 known/]);
  await expect(page.getByText('1 of 2 themes has all five parts yet')).toBeVisible();
});
