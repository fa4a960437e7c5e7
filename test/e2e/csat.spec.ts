import type { Page } from '@playwright/test';
import { looksRight, phone } from './face.ts';
import { expect, test } from './harness.ts';

const usual = [5, 4, 3, 4, 2, 5, 4, 1, 5, 3];
const tiers = ['Enterprise', 'Mid-market', 'Small'];

/** 400 answers from 1 to 5; `worse`: half of the Enterprise customers answer a point lower. */
const surveyOf = (day: string, worse: boolean) =>
  [
    'Customer id,E-mail,Overall satisfaction,Rate speed,Rate help,Tier,Region,Answered on',
    ...Array.from({ length: 400 }, (_, i) => {
      const tier = tiers[i % 3];
      const base = usual[(i * 7 + (i >> 3)) % 10] ?? 3;
      const score = tier === 'Enterprise' && worse ? Math.max(1, base - ((i >> 2) % 2)) : base;
      const ratings = [1 + ((i * 3 + score) % 5), Math.min(5, Math.max(1, score + (i % 3) - 1))];
      return [`C-${i}`, `p${i}@example.com`, score, ...ratings, tier, i % 2 ? 'North' : 'South', day].join();
    }),
  ].join('\n');

async function open(page: Page, csv: string): Promise<void> {
  await page.goto('/survey?new');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'satisfaction.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.locator('.imp').waitFor();
}

async function keep(page: Page, cycle: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Cycle/ }).fill(cycle);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Keep 400 answers' }).click();
  await page.getByRole('heading', { name: 'Surveys brought in' }).waitFor();
}

test('two satisfaction surveys, from the file to every screen, and nowhere an NPS', async ({ page }) => {
  await page.setViewportSize(phone);
  await open(page, surveyOf('2026-07-08', false));
  await page.getByRole('button', { name: 'Yes, measure satisfaction' }).click();
  const preview = page.locator('.preview-nps');
  await expect(preview).toHaveText('60%CSAT 55 to 65%');
  await expect(page.locator('h1')).toContainText('Satisfaction is measured by “Overall satisfaction”.');
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.locator('h1')).toContainText('No 0 to 10 score here.');
  await page.getByRole('button', { name: 'Yes, measure satisfaction' }).click();
  await expect(preview).toContainText('CSAT');
  await looksRight(page, 'the import of a satisfaction survey');
  await keep(page, 'Q3 2026');

  await open(page, surveyOf('2026-10-08', true));
  await expect(page.getByRole('region', { name: 'Read like Q3 2026' })).toBeVisible();
  await expect(preview).toContainText('CSAT');
  await keep(page, 'Q4 2026');
  await expect(page.locator('h1')).toHaveText(/^CSAT (is|fell)/);
  await expect(
    page.getByText('Less satisfied than everyone else, beyond noise: Enterprise (Tier).'),
  ).toBeVisible();
  const lowest = page.locator('.satisfied tbody tr').first();
  await expect(lowest).toHaveText(/^Enterprise Tier4\d%.*134below$/);
  await expect(page.locator('main')).not.toContainText('NPS');
  await looksRight(page, 'a satisfaction wave');

  for (const [path, said] of [
    ['/segments', 'This map compares Net Promoter Scores'],
    ['/people?choose', 'People are chosen by band'],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('h1')).toHaveText(
      'Q4 2026 measured satisfaction, not the likelihood to recommend',
    );
    await expect(page.locator('.lede')).toContainText(/^CSAT is 5\d% /);
    await expect(page.locator('.lede')).toContainText(said);
    await looksRight(page, path);
  }
});
