import type { BrowserContext, Page } from '@playwright/test';
import { looksRight } from './face.ts';
import { expect, test } from './harness.ts';

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
async function withRoster(page: Page): Promise<void> {
  const rows = people.map((row) => row.join(','));
  const csv = ['Score,Comment,Name,Email,Company,Tier', ...rows].join('\n');
  await page.goto('/survey');
  const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: /^Keep 4/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NPS');
  await page.getByRole('link', { name: /^People/ }).click();
  await page.getByRole('button', { name: /on the roster/ }).click();
  await expect(page.getByRole('row', { name: /Ines Duarte/ })).toBeVisible();
}

async function callWith(page: Page, name: string): Promise<void> {
  const row = page.getByRole('row', { name: new RegExp(name) });
  await row.getByRole('button', { name: /^Call|^Start/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /what may you keep/ })).toBeVisible();
}

/** The service worker holds the app, so that it opens without a network. */
async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });
}

const line = (page: Page) => page.getByRole('combobox', { name: 'Note' });
const notes = (page: Page) => page.locator('.nl li');
const texts = (page: Page) => page.locator('.nl li div > p:first-child').allInnerTexts();
const saved = (page: Page, n: number) =>
  expect(page.locator('.ctop .state')).toContainText(`${n} notes saved here`);

async function seconds(page: Page): Promise<number[]> {
  const times = await page.locator('.call-at').allInnerTexts();
  return times.map((time) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
}

/** Consent without a mouse: no recording, quotes without a name, may contact again. */
async function consent(page: Page): Promise<void> {
  await expect(page.getByRole('radio').first()).toBeFocused();
  for (const key of ['Tab', 'ArrowRight', 'Tab', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('You answered 4 out of 10');
  await expect(line(page)).toBeFocused();
}

const spoken = [
  {
    type: 'Moved all 14 entities in May, on our advice. #reliability',
    text: 'Moved all 14 entities in May, on our advice.',
    tags: ['Reliability'],
  },
  {
    type: '"It failed on close day, three times." #reliab !!!',
    text: '“It failed on close day, three times.”',
    tags: ['reliab'],
  },
  { type: 'Board pack a day late in July #speed -', text: 'Board pack a day late in July', tags: ['Speed'] },
  {
    type: '"Everyone is polite. Nobody owns it." #resp',
    text: '“Everyone is polite. Nobody owns it.”',
    tags: ['Responsiveness'],
  },
  {
    type: 'Written in C#, ranked #1, it broke! again',
    text: 'Written in C#, ranked #1, it broke! again',
    tags: [],
  },
  {
    type: 'They keep a copy #Excel-as-a-safety-net !',
    text: 'They keep a copy',
    tags: ['Excel as a safety net'],
  },
  { type: 'The #price came up by itself', text: 'The price came up by itself', tags: ['Price'] },
  {
    type: 'Looked at two others #price #excel-as !!',
    text: 'Looked at two others',
    tags: ['Price', 'excel as'],
  },
  { type: '"One call would do" #communication', text: '“One call would do”', tags: ['Communication'] },
  {
    type: 'See https://example.com/a#b #integrations',
    text: 'See https://example.com/a#b',
    tags: ['Integrations'],
  },
  { type: 'Finance would defend us #speed +', text: 'Finance would defend us', tags: ['Speed'] },
  { type: '"Ring me on close day" #resp', text: '“Ring me on close day”', tags: ['Responsiveness'] },
] as const;

test.describe('without a network', () => {
  test.use({ losesNetwork: true });

  test('a call held without a network, by keyboard alone, with a reload in the middle of a line', async ({
    page,
    context,
  }) => {
    await withRoster(page);
    await readyForOffline(page);
    await context.setOffline(true);
    const began = Date.now();
    await callWith(page, 'Ines Duarte');
    await consent(page);
    const before: number[] = [];
    const after: number[] = [];
    const into = () => (Date.now() - began) / 1000;
    for (const [i, { type }] of spoken.entries()) {
      if (i === 3) await page.keyboard.press('Control+Enter');
      if (i === 5) {
        await page.keyboard.press('Control+Shift+Digit3');
        await expect(page.locator('.call-kick')).toContainText('Competitive context');
      }
      if (i === 6) {
        await page.keyboard.type('The #price came', { delay: 12 });
        await page.reload();
        await expect(line(page)).toHaveValue('The #price came');
        await expect(line(page)).toBeFocused();
        await expect(page.locator('.call-kick')).toContainText('Competitive context');
        await page.keyboard.type(' up by itself', { delay: 12 });
      } else await page.keyboard.type(type, { delay: 12 });
      before.push(into());
      await page.keyboard.press('Enter');
      await expect(notes(page)).toHaveCount(i + 1);
      after.push(into());
    }
    expect(await texts(page)).toEqual(spoken.map((s) => s.text));
    for (const [i, { tags }] of spoken.entries())
      expect(await notes(page).nth(i).locator('.th').allInnerTexts()).toEqual(
        expect.arrayContaining([...tags]),
      );
    expect(await page.locator('.nl .th').count()).toBe(spoken.flatMap((s) => s.tags).length);
    const shown = await seconds(page);
    for (const [i, at] of shown.entries()) {
      expect(at).toBeGreaterThanOrEqual(Math.floor((before[i] ?? 0) - (before[0] ?? 0)) - 1);
      expect(at).toBeLessThanOrEqual(Math.ceil(after[i] ?? 0) + 1);
    }
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    await saved(page, 12);

    // the last note again, corrected; then a slip taken back
    await page.keyboard.press('ArrowUp');
    await expect(line(page)).toHaveValue('"Ring me on close day #responsiveness');
    await page.keyboard.type(' !!!');
    await page.keyboard.press('Enter');
    await expect(notes(page).last()).toContainText('high');
    await page.keyboard.type('a slip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    await expect(notes(page)).toHaveCount(12);

    // ending by name, tagging what is untagged by digit
    await page.keyboard.press('Control+k');
    await page.keyboard.type('End call');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('12 notes');
    await expect(page.locator('.lede')).toContainText('1 note is not tagged yet');
    await page.getByRole('group', { name: 'Tag what is untagged' }).focus();
    await page.keyboard.press('1');
    await expect(page.locator('.lede')).toContainText('Every note is tagged');
    await page.getByRole('link', { name: 'Back to the interviews' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 4 interviews is held.');
    await expect(page.locator('.int')).toContainText('12 notes');
  });
});

test('no letter is lost however fast it is typed', async ({ page }) => {
  await withRoster(page);
  await callWith(page, 'Ines Duarte');
  await consent(page);
  const said = Array.from({ length: 20 }, (_, i) => `abcdefgh ${i} ijklmnop`);
  for (const text of said) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expect(notes(page)).toHaveCount(20);
  expect(await texts(page)).toEqual(said);
});

test('a letter typed anywhere lands in the line, a click gives it the focus back', async ({ page }) => {
  await withRoster(page);
  await callWith(page, 'Ines Duarte');
  await page.keyboard.type('during consent');
  await expect(line(page)).toHaveValue('during consent');
  await page.keyboard.press('Enter');
  await expect(notes(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Ask later' }).click();
  await expect(line(page)).toBeFocused();
  await page.getByRole('button', { name: 'Next question' }).click();
  await expect(line(page)).toBeFocused();
  await page.locator('.call-ask h1').click();
  await expect(line(page)).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(line(page)).toBeFocused();
});

test('the theme list works by keyboard and says so', async ({ page }) => {
  await withRoster(page);
  await callWith(page, 'Ines Duarte');
  await consent(page);
  await page.keyboard.type('They pay twice #pri');
  await expect(line(page)).toHaveAttribute('aria-expanded', 'true');
  const options = page.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(options.first()).toContainText('Price');
  expect(await line(page).getAttribute('aria-activedescendant')).toBe(
    await options.first().getAttribute('id'),
  );
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(line(page)).toHaveValue('They pay twice #price ');
  await expect(line(page)).toBeFocused();
  await expect(line(page)).toHaveAttribute('aria-expanded', 'false');
});

test('two windows on one call see each other and keep a line each', async ({ page, context }) => {
  await withRoster(page);
  await callWith(page, 'Ines Duarte');
  await consent(page);
  const other = await secondWindow(context, page.url());
  await page.keyboard.type('From the first');
  await page.keyboard.press('Enter');
  await expect(notes(other)).toHaveCount(1);
  await line(other).pressSequentially('From the second');
  await line(other).press('Enter');
  await expect(notes(page)).toHaveCount(2);
  await line(page).pressSequentially('half of mine');
  await line(other).pressSequentially('half of yours');
  await Promise.all([page.reload(), other.reload()]);
  await expect(line(page)).toHaveValue('half of mine');
  await expect(line(other)).toHaveValue('half of yours');
  expect(await texts(page)).toEqual(['From the first', 'From the second']);
  expect(await texts(other)).toEqual(await texts(page));
});

async function secondWindow(context: BrowserContext, url: string): Promise<Page> {
  const other = await context.newPage();
  await other.goto(url);
  await expect(other.getByRole('heading', { level: 1 })).toContainText('You answered 4');
  return other;
}

/** Wide, beside a video call and on a phone. */
const windows = [1440, 700, 390].map((width) => ({ width, height: 844 }));
const sound = (page: Page, what: string) => looksRight(page, what, { size: 'as it is', windows });

test('the interviews and every step of a call are sound at every width, in both modes', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await withRoster(page);
  await page.getByRole('link', { name: 'Interviews' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('None of the 4 interviews');
  await sound(page, 'interviews');
  await page.getByRole('link', { name: /^People/ }).click();
  await callWith(page, 'Ines Duarte');
  await sound(page, 'consent');
  await page.getByRole('button', { name: 'Keep these answers' }).click();
  await page.keyboard.type('"They pay twice, and the second time nobody could say why" #price !!! -');
  await page.keyboard.press('Enter');
  // known, and because of the first that is offered
  for (const key of ['F8', 'F4', 'Shift+F4', '1']) await page.keyboard.press(key);
  await page.keyboard.type('Untagged');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"They start at six, as they expect it to fail #Excel-as-a-safety-net !!! - #re');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Shift+F4');
  await sound(page, 'call');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'End call' }).click();
  await expect(page.getByRole('group', { name: 'Tag what is untagged' })).toBeVisible();
  await sound(page, 'after the call');
});
