import type { BrowserContext, Locator, Page } from '@playwright/test';
import { looksRight } from './face.ts';
import { expect, startServer, test } from './harness.ts';
import { callWith, consent, line, notes, readyForOffline, texts, withRoster } from './inCall.ts';
import { joinAs, share, somebodyElse } from './sharing.ts';

const saved = (page: Page, n: number) =>
  expect(page.locator('.ctop .state')).toContainText(`${n} notes saved here`);

async function seconds(page: Page): Promise<number[]> {
  const times = await page.locator('.call-at').allInnerTexts();
  return times.map((time) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
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
    await expect(page.locator('.call-choices button:disabled')).toHaveCount(0);
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

  // a note is dragged by its time: behind another, then onto an area
  await page.keyboard.type('the second');
  await page.keyboard.press('Enter');
  await drag(page, 'during consent', notes(page).nth(1), 0.9);
  await expect.poll(() => texts(page)).toEqual(['the second', 'during consent']);
  await drag(page, 'during consent', page.getByRole('button', { name: /^Competitive context/ }), 0.5);
  await expect(notes(page).nth(1)).toContainText('Competitive context');
  await expect(line(page)).toHaveValue('');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => texts(page)).toEqual(['during consent', 'the second']);
});

/** Takes a note by its time to a place of another element: `down` is the share of its height. */
async function drag(page: Page, text: string, to: Locator, down: number): Promise<void> {
  await notes(page).filter({ hasText: text }).locator('.call-at').hover();
  await page.mouse.down();
  const box = await to.boundingBox();
  if (!box) throw new Error('nowhere to drag to');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * down, { steps: 4 });
  await page.mouse.up();
}

test('the list of themes, and of competitors, works by keyboard and says so; what is pasted is text', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
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
  await page.keyboard.press('Enter');

  await page.keyboard.type('They tried @Ledgerly');
  await expect(options).toHaveText(/^Ledgerly\s*new competitor\s*Tab$/);
  await page.keyboard.press('Tab');
  await page.keyboard.type('in spring #speed');
  await page.keyboard.press('Enter');
  await expect(notes(page).last()).toContainText('They tried Ledgerly in spring');
  await expect(notes(page).last().locator('.call-tags')).toContainText('Ledgerly competitor');
  await page.keyboard.type('Cheaper #ledg');
  await expect(options.first()).toContainText('competitor');
  await page.keyboard.press('Enter');
  await expect(notes(page).last().locator('.call-tags')).toContainText('Ledgerly competitor');

  await page.evaluate(() => {
    const as = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
    const html = as('text/html', '<b>They pay</b><br>twice');
    return navigator.clipboard.write([
      new ClipboardItem({ ...html, ...as('text/plain', '<b>They pay</b>\ntwice &amp; more') }),
    ]);
  });
  await page.keyboard.press('Control+v');
  await expect(line(page)).toHaveValue('<b>They pay</b> twice &amp; more');
  await page.keyboard.press('Enter');
  await expect(notes(page).last()).toContainText('<b>They pay</b> twice &amp; more');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('End call');
  await page.keyboard.press('Enter');
  const went = page.getByRole('group', { name: 'How far they went with Ledgerly' });
  await went.getByRole('button', { name: 'Weighed it' }).press('Enter');
  await expect(went.getByRole('button', { name: 'Weighed it' })).toHaveAttribute('aria-pressed', 'true');
  await looksRight(page, 'the alternatives of a call');
});

test('a theme is suggested while typing, taken with one key, and learned from the first tag on', async ({
  page,
}) => {
  await withRoster(page);
  await callWith(page, 'Ines Duarte');
  await consent(page);
  const suggested = page.locator('.call-sug button');
  await page.keyboard.type('Hello, how was the summer');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The price is too expensive');
  await expect(suggested.first()).toContainText('Price');
  await looksRight(page, 'a suggested theme', { size: 'as it is' });
  await line(page).focus();
  await page.keyboard.press('Tab');
  await expect(line(page)).toHaveValue('The price is too expensive #price');
  await expect(line(page)).toBeFocused();
  await page.keyboard.type(' for a team of four');
  await page.keyboard.press('Enter');
  await expect(notes(page).last()).toContainText('The price is too expensive for a team of four');
  await expect(notes(page).last().locator('.th')).toHaveText(['Price']);

  await page.keyboard.type('The carousel stutters #carousel');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Their carousel stutters');
  await expect(suggested.first()).toContainText('carousel');
  await page.keyboard.press('Enter');
  await expect(suggested).toHaveCount(0);
  await page.keyboard.press('ArrowUp');
  await expect(suggested.first()).toContainText('carousel');
  await looksRight(page, 'an edited note with a suggested theme', { size: 'as it is' });
  await line(page).focus();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'End call' }).click();
  const first = page.getByRole('list', { name: 'Themes by number' }).getByRole('button').first();
  await expect(first).toContainText('carousel');
  await page.getByRole('group', { name: 'Tag what is untagged' }).focus();
  await page.keyboard.press('1');
  await expect(notes(page).last().locator('.th')).toHaveText(['carousel']);
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

test.describe('together', () => {
  test.use({ losesNetwork: true });

  test('two people note in one call that was begun before the workspace was shared, both without the server for a while; a reader sees who is here and the tags as they come', async ({
    page: ana,
    browser,
  }) => {
    const server = await startServer();
    await ana.goto(`${server.url}/settings`);
    await ana.getByLabel('Your name').fill('Ana');
    await ana.getByLabel('Your name').press('Tab');
    await withRoster(ana, server.url);
    await callWith(ana, 'Ines Duarte');
    await consent(ana);
    // shared in another tab while the call goes on: it is connected as it stands
    const besides = await ana.context().newPage();
    const invitation = await share(besides, server);
    const toRead = await besides.getByLabel('To read only').inputValue();
    await besides.close();
    await expect(ana.locator('.ctop .state')).toContainText('Synced');
    const others = [
      await somebodyElse(browser, { offline: true }),
      await somebodyElse(browser, { offline: true }),
    ];
    const [tom, mara] = others.map((other) => other.page);
    if (!tom || !mara) throw new Error('nobody came');
    await joinAs(tom, invitation, 'Tom');
    await joinAs(mara, toRead, 'Mara');
    const everybody = [ana, tom, mara];
    const here = (page: Page) => page.locator('.call-here');
    for (const page of [tom, mara]) {
      await page.goto(ana.url());
      await expect(page.getByRole('heading', { level: 1 })).toContainText('You answered 4');
    }
    await expect(tom.locator('.call-led')).toContainText('Ana leads this call');
    await expect(mara.locator('.call-cap')).toContainText('You are watching');
    await expect(here(ana)).toContainText('Mara watches');
    await line(tom).pressSequentially('Tom is typ');
    for (const page of [ana, mara]) await expect(here(page)).toContainText('Tom is typing in Score drivers');
    await line(tom).fill('');
    await line(ana).fill('They pay twice #price');
    await line(ana).press('Enter');
    for (const page of everybody) await expect(page.locator('.nl .th')).toHaveText(['Price']);

    // both go on without the server, in the same note too; their apps are whole by then
    for (const page of everybody) await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    server.process.kill('SIGKILL');
    await expect(here(ana)).toHaveCount(0);
    await line(ana).fill('"Since May" #reliability !!');
    await line(ana).press('Enter');
    await line(tom).press('ArrowUp');
    await line(tom).press('End');
    await line(tom).pressSequentially(' !!!');
    await line(tom).press('Enter');
    await line(tom).fill('They rebuild it #Excel-as-a-safety-net');
    await line(tom).press('Enter');
    const again = await startServer({ port: server.port, data: server.data });
    for (const page of everybody) {
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await expect(notes(page)).toHaveCount(3);
    }
    const said = ['They pay twice', '“Since May”', 'They rebuild it'];
    expect((await texts(ana)).toSorted()).toEqual(said.toSorted());
    for (const page of everybody) {
      await expect.poll(() => texts(page)).toEqual(await texts(ana));
      await expect(notes(page).first()).toContainText('high');
      await expect(page.locator('.nl .th').filter({ hasText: 'Excel as a safety net' })).toHaveCount(1);
    }

    // Ana takes back what is hers, Tom takes over
    await expect(here(ana)).toContainText('Tom is here');
    await line(ana).press('Control+z');
    await expect(notes(mara)).toHaveCount(2);
    expect((await texts(mara)).toSorted()).toEqual(['They pay twice', 'They rebuild it']);
    await sound(mara, 'a call that is watched', [480]);
    await sound(tom, 'a call that somebody else leads', [480]);
    await tom.keyboard.press('Control+Shift+Space');
    await tom.keyboard.press('Control+Shift+Digit3');
    for (const page of [ana, mara])
      await expect(page.locator('.call-kick')).toContainText('Competitive context');
    await expect(ana.locator('.call-led')).toContainText('Tom leads this call');
    for (const other of others) {
      expect(other.errors).toEqual([]);
      await other.page.context().close();
    }
    await again.stop();
    await server.stop();
  });
});

/** Wide, beside a video call and on a phone. */
const sound = (page: Page, what: string, widths = [1440, 700, 390]) =>
  looksRight(page, what, { size: 'as it is', windows: widths.map((width) => ({ width, height: 844 })) });

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
