import { test as base, type Frame, type Page } from '@playwright/test';
import { extensionId } from '../../core/browser/overlay/extensionId.ts';
import { type Crm, startCrm } from './crm.ts';
import {
  cardFrame,
  type ExtensionBrowser,
  expectHandle,
  expectNothing,
  findingOf,
  hasHandle,
  launchWithExtension,
  openCard,
  pairExtension,
  showCode,
  turnOffSite,
  turnOnSite,
} from './extension.ts';
import { looksRight } from './face.ts';
import { expect, startServer, watchForErrors } from './harness.ts';

/** The real extension, paired with the real app, on pages of a site that the user turned on. */
interface World {
  browser: ExtensionBrowser;
  /** The app's own tab. */
  app: Page;
  appUrl: string;
  crm: Crm;
  errors: string[];
}

const jane = 'jane@acme.example';
const bo = 'bo@acme.example';
const mallory = 'mallory@acme.example';
const hostileComment = `<img src=x onerror="alert(1)"> javascript:alert(1) \u202egnp.exe ${'long '.repeat(200_000)}`;

/** 90 answers: Enterprise 45, Small 45; Jane, Bo and Mallory are among them. */
function survey(): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = [
    [jane, 'Jane Doe', 4, 'The export fails on close day, and nobody calls back.', 'Enterprise', 'North'],
    [bo, 'Bo Birch', 10, 'It simply works.', 'Small', 'South'],
    [mallory, '<b>Mallory</b>\u0000 \u202e"x"', 0, hostileComment, 'Enterprise', 'South'],
    ...Array.from({ length: 87 }, (_, i) => {
      const enterprise = i % 2 === 0;
      // Enterprise answers 3 to 6, Small 8 to 10: apart beyond noise; North and South are alike.
      const score = enterprise ? 3 + (i % 4) : 8 + (i % 3);
      const region = i % 4 < 2 ? 'North' : 'South';
      return [`p${i}@acme.example`, `Person ${i}`, score, '', enterprise ? 'Enterprise' : 'Small', region];
    }),
  ];
  const lines = rows.map((row, i) =>
    [`R${i}`, ...row.slice(0, 2), 'Acme', `2026-10-${10 + (i % 9)}`, ...row.slice(2)]
      .map((cell) => quoted(String(cell)))
      .join(','),
  );
  return [
    'Response ID,Email,Name,Company,Date,How likely are you to recommend us,Comment,Tier,Region',
    ...lines,
  ].join('\n');
}

async function bringSurvey(app: Page, csv: string): Promise<void> {
  await app.goto(new URL('/survey', app.url()).href);
  const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await app.locator('input[type=file]').first().setInputFiles(file);
  await app.getByRole('button', { name: /^Keep \d+ answers/ }).click();
  await expect(app.getByRole('heading', { level: 1 })).toContainText('NPS is');
}

async function makeWorld(): Promise<World & { end(): Promise<void> }> {
  const server = await startServer();
  const crm = await startCrm();
  const browser = await launchWithExtension();
  const errors = watchForErrors(browser.context);
  const app = await browser.context.newPage();
  await app.goto(server.url);
  await bringSurvey(app, survey());
  await pairExtension(browser, app);
  await turnOnSite(browser, crm.origin);
  return {
    ...{ browser, app, appUrl: server.url, crm, errors },
    async end() {
      await browser.close();
      await crm.stop();
      await server.stop();
    },
  };
}

/** One world a worker; every test opens pages of its own and leaves the world as it found it. */
const test = base.extend<{ page: Page; clean: undefined }, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
    async ({}, use) => {
      const { end, ...world } = await makeWorld();
      await use(world);
      await end();
    },
    { scope: 'worker' },
  ],
  page: async ({ world }, use) => {
    const page = await world.browser.context.newPage();
    await use(page);
    await page.close();
  },
  clean: [
    async ({ world }, use) => {
      await use(undefined);
      // Also what was said since the test before; all of it when the world was made.
      const errors = world.errors.splice(0);
      // The hostile page is refused what it asks for; the browser says so on that page's console.
      expect(errors.filter((error) => !/hostile\.html|Denying load|hostile/.test(error))).toEqual([]);
    },
    { auto: true },
  ],
});
// In order, in one browser: some tests turn the site off and on again.
test.describe.configure({ mode: 'default' });

const textOf = (card: Frame) => card.locator('main').innerText();

test('a page with a respondent’s e-mail gets the handle, and behind it the card with the app’s figures', async ({
  world,
  page,
}) => {
  await page.goto(world.crm.page('record.html', jane));
  await expectHandle(page);
  expect(cardFrame(page), 'no frame before the user opens it').toBeUndefined();
  const card = await openCard(page);
  const text = await textOf(card);
  for (const said of [
    'Jane Doe',
    'detractor',
    '10 October',
    'Acme',
    'The export fails on close day',
    'Matched by e-mail',
    'Not interviewed yet',
  ])
    expect(text).toContain(said);
  await expect(card.locator('.score')).toHaveText('4 of 10');
  await world.app.goto(new URL('/segments', world.appUrl).href);
  for (const name of ['Enterprise', 'North']) {
    const row = card.locator('.segments div', { hasText: name });
    const [value, range] = [await row.locator('b').innerText(), await row.locator('.range').innerText()];
    const [low, high] = range.split(' to ');
    const inApp = world.app.locator('tr', { hasText: name }).first();
    for (const figure of [value, low, high]) await expect(inApp).toContainText(figure ?? '?');
  }
  // Beyond noise is a filled mark and a word; within it a hollow one.
  await expect(card.locator('.segments div', { hasText: 'Enterprise' }).locator('.dot')).not.toHaveClass(
    /\bo\b/,
  );
  await expect(card.locator('.segments div', { hasText: 'North' }).locator('.dot')).toHaveClass(/\bo\b/);
});

test('nothing where there is nobody, and an address that does not count is nobody', async ({
  world,
  page,
}) => {
  const { browser, crm } = world;
  await page.goto(crm.page('record.html', 'somebody.else@nowhere.example'));
  await expectNothing(page, browser, /^unknown$/);
  await page.goto(crm.page('record.html', ''));
  await expectNothing(page, browser, /^nobody$/);
  // Hidden, in the navigation, in a footer, a quotation, a signature, an editor, glued to other text.
  await page.goto(crm.page('quiet.html', jane));
  await expectNothing(page, browser, /^unknown$/);
  const many = Array.from({ length: 12 }, (_, i) => `email=p${i}@acme.example`).join('&');
  await page.goto(`${crm.origin}/people.html?${many}`);
  await expectNothing(page, browser, /^crowd$/);
  expect(cardFrame(page)).toBeUndefined();
});

test('going from one record to another clears the first at once and shows the second', async ({
  world,
  page,
}) => {
  await page.goto(world.crm.page('spa.html', jane));
  const first = await openCard(page);
  expect(await textOf(first)).toContain('Jane Doe');
  // The address moves first and Jane's record stands there for another moment, as on slow sites.
  const left = await page.evaluate(
    ([path, email]) => {
      (window as unknown as Spa).openRecord(path ?? '', email ?? '', 400);
      return document.documentElement.lastElementChild?.tagName;
    },
    ['/spa.html?to=bo', bo],
  );
  expect(left, 'gone before the script that navigated goes on').toBe('BODY');
  expect(await hasHandle(page), 'Jane’s handle under Bo’s address').toBe(false);
  const second = await openCard(page);
  expect(await textOf(second)).toContain('Bo Birch');
  // The same address, another record: clears as well.
  await page.evaluate((email) => (window as unknown as Spa).swapRecord(email), jane);
  await expect.poll(() => cardFrame(page)).toBeUndefined();
  expect(await textOf(await openCard(page))).toContain('Jane Doe');
  await page.evaluate(
    (path) => (window as unknown as Spa).openRecord(path ?? '', 'nobody at all'),
    '/spa.html?to=none',
  );
  await expectNothing(page, world.browser, /^nobody$/);
});
interface Spa {
  openRecord(path: string, email: string, after?: number): void;
  swapRecord(email: string): void;
}

test('records changing faster than answers come end with the last one', async ({ world, page }) => {
  await page.goto(world.crm.page('spa.html', jane));
  await expectHandle(page);
  await page.evaluate(
    ([a, b]) => {
      const spa = window as unknown as Spa;
      for (let i = 0; i < 40; i++) spa.openRecord(`/spa.html?n=${i}`, (i % 2 ? b : a) ?? '');
    },
    [jane, bo],
  );
  expect(await textOf(await openCard(page))).toContain('Bo Birch');
});

test('several people on a page: a chooser without scores, and the card of the one chosen', async ({
  world,
  page,
}) => {
  await page.goto(`${world.crm.origin}/people.html?email=${jane}&email=${bo}&email=x@nowhere.example`);
  const card = await openCard(page);
  const text = await textOf(card);
  expect(text).toContain('Who is this about?');
  expect(text).toContain('3 people');
  for (const score of ['detractor', 'promoter', 'close day', 'Enterprise']) expect(text).not.toContain(score);
  await card.getByRole('button', { name: /Bo Birch/ }).click();
  await expect(card.locator('.score')).toHaveText('10 of 10');
  expect(await textOf(card)).toContain('Chosen by you');
});

test('Request Tracker: the requestor, not owner, Cc or whoever the subject names', async ({
  world,
  page,
}) => {
  await page.goto(`${world.crm.origin}/Ticket/Display.html?id=2&to=${jane}`);
  expect(await textOf(await openCard(page))).toContain('Jane Doe');
});

test('a page that dumps, patches and listens gets nothing of the card', async ({ world, page }) => {
  await page.goto(world.crm.page('hostile.html', jane));
  await expectHandle(page);
  const pretended = await page.evaluate(() => (window as unknown as Hostile).pretend());
  expect(cardFrame(page), 'what a script clicks opens nothing').toBeUndefined();
  expect(pretended).not.toContain('iframe');
  const card = await openCard(page);
  await card.locator('footer').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  const secrets = [
    ...['Jane', 'Doe', 'close day', 'detractor', 'Enterprise', 'Q4 2026', 'Not interviewed', 'Matched by'],
    'card/index.html#',
  ];
  const { loot, found } = await page.evaluate(
    ({ id, words }) => (window as unknown as Hostile).search(id, words),
    {
      id: extensionId,
      words: secrets,
    },
  );
  expect(loot.length).toBeGreaterThan(1_000);
  expect(found, 'found by searching the page').toEqual([]);
  const lines = loot.split('\n');
  expect(secrets.flatMap((secret) => lines.filter((line) => line.includes(secret)))).toEqual([]);
  // The token stands behind the # of the frame's address; a pairing key would look the same.
  const nonce = '0'.repeat(64);
  expect([...loot.matchAll(/[0-9a-f]{64}/g)].filter(([hex]) => hex !== nonce)).toEqual([]);
  expect(loot).not.toMatch(
    /hit: .*IFRAME|fetched|"kind":"(person|someone|several|challenge|paired|welcome)"/,
  );
  expect(await textOf(card), 'the card is still there').toContain('Jane Doe');
  const frames = page.frames().map((frame) => frame.url());
  expect(frames.filter((url) => url.startsWith('chrome-extension:'))).toHaveLength(1);
});
interface Hostile {
  pretend(): string;
  search(id: string, words: readonly string[]): Promise<{ loot: string; found: string[] }>;
}

test('hostile text stays text', async ({ world, page }) => {
  let asked = false;
  page.on('dialog', (dialog) => {
    asked = true;
    void dialog.dismiss();
  });
  await page.goto(world.crm.page('record.html', mallory));
  const card = await openCard(page);
  await expect(card.locator('h1')).toHaveText('<b>Mallory</b> "x"');
  expect(await card.locator('img, b b, script:not([src])').count()).toBe(0);
  await card.getByRole('button', { name: 'Show all of it' }).click();
  const comment = await card.locator('.said').innerText();
  expect(comment).toContain('<img src=x onerror="alert(1)"> javascript:alert(1) gnp.exe');
  expect(comment.length).toBeLessThan(4_100);
  expect(await textOf(card)).toContain('The comment goes on in Sounding.');
  expect(asked).toBe(false);
});

test('all by keyboard: reached, opened, closed with Escape, the focus back where it was', async ({
  world,
  page,
}) => {
  await page.goto(world.crm.page('record.html', jane));
  await expectHandle(page);
  await page.locator('a').first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => cardFrame(page) !== undefined).toBe(true);
  const card = cardFrame(page) as Frame;
  await card.locator('footer').waitFor();
  await page.keyboard.press('Tab');
  expect(await card.evaluate(() => document.activeElement?.tagName)).toMatch(/^(A|BUTTON)$/);
  const gone = expect.poll(() => cardFrame(page)).toBeUndefined();
  // The key takes away the very frame it was pressed in, and Chromium then does not always say that it was pressed.
  await Promise.race([page.keyboard.press('Escape'), gone]);
  await gone;
  await page.keyboard.press('Enter');
  await expect
    .poll(() => cardFrame(page) !== undefined, { message: 'the handle had the focus again' })
    .toBe(true);
});

test('card, options and popup are sound at 1440 and 390 px, light and dark', async ({ world, page }) => {
  test.slow();
  const sound = (target: Frame | Page, what: string) => looksRight(target, what, { size: 'as it is' });
  await page.goto(world.crm.page('record.html', jane));
  await sound(await openCard(page), 'card of Jane');
  await page.goto(world.crm.page('record.html', mallory));
  const card = await openCard(page);
  await sound(card, 'card of Mallory');
  await card.getByRole('button', { name: 'Show all of it' }).click();
  await sound(card, 'card with all of the comment');
  await page.goto(`${world.crm.origin}/people.html?email=${jane}&email=${bo}`);
  await sound(await openCard(page), 'chooser');
  for (const own of ['options/index.html', 'popup/index.html']) {
    await page.goto(world.browser.own(own));
    await page.locator('main footer, main section').first().waitFor();
    await sound(page, own);
  }
});

test('turned off, the site loses handle and card without a reload; turned on, it has them again', async ({
  world,
  page,
}) => {
  await page.goto(world.crm.page('record.html', jane));
  await openCard(page);
  await turnOffSite(world.browser, world.crm.origin);
  await expect.poll(() => hasHandle(page)).toBe(false);
  expect(cardFrame(page)).toBeUndefined();
  await page.reload();
  await expectNothing(page, world.browser, /./);
  await turnOnSite(world.browser, world.crm.origin);
  await page.bringToFront();
  await expectHandle(page);
});

test('a site that is not on sees nothing, another port and another name of this machine included', async ({
  world,
  page,
}) => {
  const other = await startCrm();
  await page.goto(other.page('record.html', jane));
  await page.locator('a').first().waitFor();
  expect(await findingOf(page, world.browser)).toBe('null');
  expect(await hasHandle(page)).toBe(false);
  await page.goto(world.crm.page('record.html', jane).replace('127.0.0.1', 'localhost')).catch(() => null);
  expect(await hasHandle(page)).toBe(false);
  await other.stop();
});

test('hidden with one press on every page, and shown again', async ({ world, page }) => {
  await page.goto(world.crm.page('record.html', jane));
  await openCard(page);
  const options = await world.browser.context.newPage();
  await options.goto(world.browser.own('options/index.html'));
  await options.getByRole('button', { name: 'Hide Sounding on every page' }).click();
  await expect.poll(() => hasHandle(page)).toBe(false);
  expect(cardFrame(page)).toBeUndefined();
  await page.goto(world.crm.page('record.html', bo));
  await expectNothing(page, world.browser, /^hidden$/);
  await options.getByRole('button', { name: 'Show Sounding again' }).click();
  await page.bringToFront();
  await expectHandle(page);
  await options.close();
});

test('the worker’s death costs nothing but a moment', async ({ world, page }) => {
  await page.goto(world.crm.page('spa.html', jane));
  await expectHandle(page);
  await stopWorker(world.browser);
  await page.evaluate((email) => (window as unknown as Spa).swapRecord(email), bo);
  const card = await openCard(page);
  expect(await textOf(card)).toContain('Bo Birch');
  await stopWorker(world.browser);
  await page.goto(world.crm.page('record.html', jane));
  expect(await textOf(await openCard(page))).toContain('Jane Doe');
});

async function stopWorker(browser: ExtensionBrowser): Promise<void> {
  const own = await browser.context.newPage();
  await own.goto(browser.own('options/index.html'));
  const session = await browser.context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await own.close();
}

test('back from another page, the person is matched anew', async ({ world, page }) => {
  await page.goto(world.crm.page('record.html', jane));
  await openCard(page);
  await page.goto(world.crm.page('record.html', bo));
  await expectHandle(page);
  await page.goBack();
  expect(cardFrame(page)).toBeUndefined();
  expect(await textOf(await openCard(page))).toContain('Jane Doe');
});

test('a site that tries one address after another is answered no longer', async ({ world, page }) => {
  const { browser, crm } = world;
  const findingAt = async (address: string, expected: RegExp) => {
    await page.goto(address);
    await expect.poll(() => findingOf(page, browser)).toMatch(expected);
    return findingOf(page, browser);
  };
  const found: string[] = [];
  for (let i = 0; i < 14; i++) {
    // Between guesses a page without anybody, so that no answer is mistaken for the one before.
    await findingAt(crm.page('record.html', ''), /^nobody$/);
    const guesses = Array.from({ length: 5 }, (_, g) => `email=guess${i}x${g}@nowhere.example`).join('&');
    found.push(await findingAt(`${crm.origin}/people.html?${guesses}`, /^(unknown|tooMany)$/));
  }
  expect(found.slice(0, 4)).toEqual(Array(4).fill('unknown'));
  expect(found.at(-1)).toBe('tooMany');
  await page.goto(crm.page('record.html', jane));
  await expect.poll(() => findingOf(page, browser), { message: 'whom it asked for before' }).toBe('one');
});

test('guesses at the code are counted, whoever makes them', async ({ world, page }) => {
  const { app, browser, crm } = world;
  const options = await browser.context.newPage();
  await options.goto(browser.own('options/index.html'));
  await options.getByRole('button', { name: 'Unpair and delete everything here' }).click();
  await options.close();
  const other = await startServer();
  const code = await showCode(browser);
  await page.goto(`${other.url}/settings`);
  const pair = page.getByRole('button', { name: 'Pair with the extension' });
  await page.getByLabel('Pairing code').fill(code === 'BCDF-GHJK' ? 'BCDF-GHJM' : 'BCDF-GHJK');
  for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
    await pair.click();
    await expect(page.getByText(`That is not the code. ${left} left.`)).toBeVisible();
  }
  await pair.click();
  await expect(page.getByText('shows no such code any more')).toBeVisible();
  await page.getByLabel('Pairing code').fill(code);
  await pair.click();
  await expect(page.getByText('shows no such code any more')).toBeVisible();
  await pairExtension(browser, app);
  // Stopped while its service worker is put in place, the other app would rightly complain.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await other.stop();
  await page.goto(crm.page('record.html', jane));
  await expectHandle(page);
});

test('an import undone in the app is gone from open pages; brought in again, it is there again', async ({
  world,
  page,
}) => {
  const { app, appUrl, browser, crm } = world;
  await page.goto(crm.page('record.html', jane));
  await openCard(page);
  await app.goto(new URL('/survey', appUrl).href);
  await app.getByRole('button', { name: 'Undo' }).first().click();
  await app.getByRole('dialog').getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => hasHandle(page)).toBe(false);
  await page.reload();
  await expectNothing(page, browser, /^unknown$/);
  await bringSurvey(app, survey());
  await expectHandle(page);
});

test('unpaired in the app, the extension is empty; unpaired in the extension, the app says so', async ({
  world,
  page,
}) => {
  const { app, appUrl, browser, crm } = world;
  await page.goto(crm.page('record.html', jane));
  await openCard(page);
  await app.goto(new URL('/settings', appUrl).href);
  await app.getByRole('button', { name: 'Unpair and empty the extension' }).click();
  await expect(app.getByLabel('Pairing code')).toBeVisible();
  await expect.poll(() => hasHandle(page)).toBe(false);
  await page.reload();
  await expectNothing(page, browser, /^noData$/);

  await pairExtension(browser, app);
  await expectHandle(page);
  const options = await browser.context.newPage();
  await options.goto(browser.own('options/index.html'));
  await options.getByRole('button', { name: 'Unpair and delete everything here' }).click();
  await expect(options.getByText('Not paired yet.')).toBeVisible();
  await expect.poll(() => hasHandle(page)).toBe(false);
  await options.close();
  await app.reload();
  await expect(app.getByLabel('Pairing code')).toBeVisible();
  await pairExtension(browser, app);
  await expectHandle(page);
});

test('updated under an open page: one handle, that of the new version, and it works', async ({
  world,
  page,
}) => {
  const { browser, crm } = world;
  await page.goto(crm.page('record.html', jane));
  await openCard(page);
  await reloadExtension(browser);
  await expect.poll(() => cardFrame(page)).toBeUndefined();
  await expect.poll(() => countHosts(page)).toBe(1);
  expect(await textOf(await openCard(page))).toContain('Jane Doe');
});

const countHosts = (page: Page) => page.evaluate(() => document.documentElement.children.length - 2);

/** As pressing Reload on chrome://extensions does after an update of the files. */
async function reloadExtension(browser: ExtensionBrowser): Promise<void> {
  const furniture = await browser.context.newPage();
  await furniture.goto('chrome://extensions/');
  await furniture.evaluate(async (id) => {
    interface Developer {
      updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
      reload(id: string, how: { failQuietly: boolean }): Promise<unknown>;
    }
    const { developerPrivate } = chrome as unknown as { developerPrivate: Developer };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.reload(id, { failQuietly: true });
  }, extensionId);
  await furniture.close();
}
