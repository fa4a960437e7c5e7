import type { Page } from '@playwright/test';
import { phone } from './face.ts';
import { expect, test } from './harness.ts';

/** Every question the call screen brings up, from the first on, in the order of the guide. */
async function askedInCall(page: Page, most: number): Promise<string[]> {
  const asked: string[] = [];
  for (let i = 0; i < most; i++) {
    const heading = page.locator('.call-ask h1');
    if (i > 0) await expect(heading).not.toHaveText(asked.at(-1) ?? '');
    asked.push((await heading.textContent()) ?? '');
    await page.keyboard.press('Control+Enter');
  }
  return asked;
}

test.describe('the guide', () => {
  test.use({ viewport: phone });

  test('is edited by keyboard, survives a reload, and the call asks what the preview showed', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Open the invented company' }).click();
    await page.waitForURL('**/segments');
    await page.goto('/interviews');
    await page.getByRole('link', { name: 'The guide' }).click();
    await expect(page.locator('h1')).toHaveText(
      /^Detractors are asked 17 questions, passives 17 and promoters 18/,
    );

    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'x.json', mimeType: 'application/json' },
      buffer: Buffer.from('{"format":"sounding-guide","formatVersion":7}'),
    });
    await expect(page.getByText('This file was written by a newer Sounding')).toBeVisible();

    const second = page.locator('.gd-line').nth(1);
    await second.press('Alt+ArrowDown');
    await expect(page.locator('.gd-line').nth(2)).toBeFocused();
    await page.locator('.gd-line').first().press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('You gave {score}. What led to it?');
    await expect(page.getByLabel('Question', { exact: true })).toHaveValue(
      'You gave {score}. What led to it?',
    );
    await page.reload();
    await expect(page.locator('.gd-line').first()).toContainText('You gave {score}. What led to it?');

    await page.getByRole('button', { name: 'Save as version 3' }).click();
    await page.getByRole('button', { name: 'Test both in the calls' }).click();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByLabel('Respondent').selectOption({ label: 'Ines Duarte, Brightwater Logistics' });
    const shown = page.locator('.gd-q span[lang]');
    await expect(shown.first()).toHaveText(/^You gave \d. What led to it\?$/);
    const preview = await shown.allTextContents();
    expect(preview).toContain('What do you need from us that other kinds of customer may not?');

    await page.goto('/people');
    await page
      .getByRole('row', { name: /Ines Duarte/ })
      .getByRole('button', { name: /^Call/ })
      .click();
    await page.getByRole('button', { name: /Keep these answers/ }).click();
    await page.locator('.call-ask h1').waitFor();
    expect(await askedInCall(page, preview.length)).toEqual(preview);
  });
});
