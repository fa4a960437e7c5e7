import type { Page } from '@playwright/test';
import { expect } from './harness.ts';

const people = [
  [
    '4',
    'We rebuild it in Excel.',
    'Ines Duarte',
    'ines@brightwater.example',
    'Brightwater Logistics',
    'Enterprise',
  ],
  ['9', 'It simply works.', 'Bo Lindqvist', 'bo@northpine.example', 'Northpine Timber', 'Small'],
  ['7', 'The mobile app lags.', 'Mara Okafor', 'mara@lattice.example', 'Lattice Foods', 'Mid'],
  ['0', 'Nobody answers.', 'Piet Visser', 'piet@deltahaven.example', 'Deltahaven', 'Enterprise'],
];

/** A survey of four, all of them on the roster: the way a user gets there. */
export async function withRoster(page: Page, origin = ''): Promise<void> {
  const rows = people.map((row) => row.join(','));
  const csv = ['Score,Comment,Name,Email,Company,Tier', ...rows].join('\n');
  await page.goto(`${origin}/survey`);
  const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: /^Keep 4/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NPS');
  await page.getByRole('link', { name: /^People/ }).click();
  await page.getByRole('button', { name: /on the roster/ }).click();
  await expect(page.getByRole('row', { name: /Ines Duarte/ })).toBeVisible();
}

/** Begins the call of somebody on the roster who is on screen. */
export async function callWith(page: Page, name: string): Promise<void> {
  const row = page.getByRole('row', { name: new RegExp(name) });
  await row.getByRole('button', { name: /^Call|^Start/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /what may you keep/ })).toBeVisible();
}

/** The service worker holds the app, so that it opens without a network. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });
}

/** The capture line. */
export const line = (page: Page) => page.getByRole('combobox', { name: 'Note' });
/** The notes beside it, in order, and what they say. */
export const notes = (page: Page) => page.locator('.nl li');
export const texts = (page: Page) => page.locator('.nl li div > p:first-child').allInnerTexts();
/** Consent without a mouse: no recording, quotes without a name, may contact again. */
export async function consent(page: Page): Promise<void> {
  await expect(page.getByRole('radio').first()).toBeFocused();
  for (const key of ['Tab', 'ArrowRight', 'Tab', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('You answered 4 out of 10');
  await expect(line(page)).toBeFocused();
}
