import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { words as callWords } from '#pwa/screens/call/words.de.ts';
import { words as firstWords } from '#pwa/screens/first/words.de.ts';
import { words as settingsWords } from '#pwa/screens/settings/words.de.ts';
import { projectFiles } from '../meta/sources.ts';
import { fits } from './face.ts';
import { expect, root, test } from './harness.ts';

/** Every text of a module's words that stands there as it is shown, by its place: "words.noCycle.title". */
function textsOf(held: unknown, place = ''): [place: string, text: string][] {
  if (typeof held === 'string') return [[place, held.trim()]];
  if (typeof held !== 'object' || held === null) return [];
  return Object.entries(held).flatMap(([key, value]) => textsOf(value, `${place}.${key}`));
}

/** What the invented company calls a theme, a dimension or a product, and we something else. */
const namesOfTheCompany = new Set(['Speed', 'Product', 'Close']);

const read = (path: string) => import(pathToFileURL(join(root, path)).href);

/** The screens by their addresses; read as it is, since what it leads to is no part of a test. */
async function screens(): Promise<readonly { path: string; screen: string }[]> {
  return (await read('pwa/app/routes.ts')).routes;
}

/** Texts that are English alone: German says them otherwise, and nowhere says the same. */
async function englishAlone(): Promise<ReadonlySet<string>> {
  const english = new Set<string>();
  const german = new Set<string>();
  for (const path of projectFiles().filter((file) => /[wW]ords\.en\.ts$/.test(file))) {
    const said = new Map(textsOf({ ...(await read(path.replace('.en.', '.de.'))) }));
    for (const [place, text] of textsOf({ ...(await read(path)) }))
      if (text.length > 1 && said.get(place) !== text) english.add(text);
    for (const text of said.values()) german.add(text);
  }
  return english.difference(german).difference(namesOfTheCompany);
}

/** Everything on the page that is read or heard as one piece, but for names of themes, what was said, and other languages. */
const piecesOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pieces: (string | null)[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      if (!node.parentElement?.closest('.th, .said, body [lang]')) pieces.push(node.textContent);
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) pieces.push(element.getAttribute(name));
    return [...new Set(pieces.flatMap((piece) => piece?.trim() || []))];
  });

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const spoken = (page: Page) => page.locator('html').getAttribute('lang');

async function chooseByKey(page: Page, language: string): Promise<void> {
  const button = page.getByRole('button', { name: language, exact: true });
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press('Tab');
    if (await button.evaluate((b) => b === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
}

/** Once the app is kept for a time without a network. */
const keptForOffline = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated')
      await new Promise((done) => active?.addEventListener('statechange', done));
  });

test.use({ losesNetwork: true });

test('German is chosen, stays, and is spoken on every screen', async ({ page, context }) => {
  const english = await englishAlone();
  expect(english.size).toBeGreaterThan(300);
  const inGerman = async (what: string) => {
    await fits(page, what);
    const left = (await piecesOn(page)).filter((piece) => english.has(piece));
    expect.soft(left, `English on ${what}`).toEqual([]);
  };
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the invented company' }).click();
  await page.waitForURL('**/segments');
  await page.goto('/people');
  await page
    .getByRole('row', { name: /Ines Duarte/ })
    .getByRole('button', { name: /^Call/ })
    .click();
  await page.waitForURL('**/call/**');
  const call = new URL(page.url()).pathname;

  await page.goto('/settings');
  await chooseByKey(page, 'Deutsch');
  await expect(title(page)).toHaveText(settingsWords.title);
  expect(await spoken(page)).toBe('de');
  await keptForOffline(page);
  await context.setOffline(true);
  await page.reload();
  await expect(title(page)).toHaveText(settingsWords.title);
  expect(await spoken(page)).toBe('de');
  await context.setOffline(false);

  await page.goto(call);
  await expect(title(page)).toHaveText(callWords.ask.title);
  await inGerman('the consent of a call');
  await page.getByRole('button', { name: callWords.ask.go }).click();
  await page.getByRole('combobox').fill('"Niemand ist zuständig" #support escalation !!');
  await page.keyboard.press('Enter');
  await expect(page.locator('.call-notes .said')).toHaveText('„Niemand ist zuständig“');
  await inGerman('a call');
  await page.keyboard.press('?');
  await inGerman('the keys of a call');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: callWords.end }).click();
  await expect(page.getByRole('heading', { name: callWords.after.said })).toBeVisible();
  await inGerman('a call that is over');

  const interview = call.replace('/call/', '');
  for (const { path, screen } of await screens()) {
    if (screen === 'call' || screen === 'start') continue;
    await page.goto(path.replace(':id', interview));
    await inGerman(path);
  }
  await page.goto('/settings');
  await chooseByKey(page, 'English');
  await expect(title(page)).toHaveText('Settings');
  expect(await spoken(page)).toBe('en-GB');
});

test('a browser whose language is German starts in German', async ({ browser, server }) => {
  const context = await browser.newContext({ locale: 'de-DE', baseURL: server.url });
  const page = await context.newPage();
  await page.goto('/');
  await expect(title(page)).toHaveText(firstWords.title.join(' '));
  expect(await spoken(page)).toBe('de');
  await fits(page, 'the first minute in German');
  await context.close();
});
