import type { Page } from '@playwright/test';
import { looksRight, phone } from './face.ts';
import { expect, test } from './harness.ts';

/** As long as a name may nearly be. */
const part = 'Export on close day, when the whole finance team waits';
const line = (page: Page, name: string) => page.locator('.thm-name').filter({ hasText: name }).first();
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test('a theme is split, put under another, measured and taken back, by keyboard', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the invented company' }).click();
  await page.waitForURL('**/segments');
  await page.goto('/themes');
  const first = page.locator('.thm-name').first();
  const whole = (await first.innerText()).trim();

  // some of its notes go to a theme of their own
  await first.press('s');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the new theme').fill(part);
  const notes = dialog.getByRole('group', { name: 'Notes to move' }).getByRole('checkbox');
  await notes.nth(0).press('Space');
  await notes.nth(1).press('Space');
  await expect(dialog.getByText(/^2 of \d+ notes ticked/)).toBeVisible();
  await looksRight(page, 'splitting a theme', { size: 'as it is' });
  await page.keyboard.press('Enter');
  await expect(said(page, `2 notes moved to ${part}.`)).toBeVisible();

  // it becomes a part of the whole, which counts what its parts count
  await line(page, part).press('p');
  await dialog.getByRole('searchbox').fill(whole);
  await page.keyboard.press('Enter');
  await expect(said(page, `${part} is now a part of ${whole}.`)).toBeVisible();
  await line(page, whole).press('ArrowLeft');
  await expect(line(page, part)).toBeHidden();
  await line(page, whole).press('ArrowRight');

  // many at once
  await line(page, 'Mobile').press('x');
  await line(page, 'Speed').press('x');
  await looksRight(page, 'themes with some ticked', { windows: [phone] });
  await page.getByRole('region', { name: 'Ticked themes' }).getByRole('button', { name: 'Retire' }).click();
  await expect(said(page, '2 themes retired.')).toBeVisible();
  await expect(line(page, 'Mobile')).toHaveCount(0);
  await line(page, whole).press('Control+z');
  await expect(line(page, 'Mobile')).toBeVisible();

  // all of one theme
  await line(page, whole).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('button', { name: 'Add a figure' }).press('Enter');
  await page.keyboard.type('Response time');
  await dialog.getByLabel('Before').fill('3');
  await dialog.getByLabel('After').fill('18 hours');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('“18 hours” is no number');
  await dialog.getByLabel('After').fill('18');
  await dialog.getByLabel('Unit').fill('h');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 h → after 18 h')).toBeVisible();
  await page.getByRole('button', { name: 'Add a competitor' }).press('Enter');
  await page.keyboard.type('Northwind Ledger');
  await dialog.getByRole('combobox').first().selectOption('Evaluated');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Named in 1 call \(1 \w+\): evaluated in 1\./)).toBeVisible();
  await looksRight(page, 'one theme');

  // a change of one's own is taken back from the history, whatever came after it
  await page.getByRole('link', { name: 'All themes' }).click();
  await page.getByRole('button', { name: 'History' }).press('Enter');
  await looksRight(page, 'the history of the codebook', { size: 'as it is', windows: [phone] });
  await dialog.getByRole('button', { name: /^Take back: split Export/ }).click();
  await page.keyboard.press('Escape');
  await expect(line(page, part)).toHaveCount(0);
});
