import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startCrm } from '#test/e2e/crm.ts';
import { launchWithExtension, openCard, pairExtension, turnOnSite } from '#test/e2e/extension.ts';
import { chromiumPath, root, startServer } from '#test/e2e/harness.ts';

/** The pictures of the README: the invented company on a fixed day, so that they change only when the screens do. */
const folder = join(root, 'docs/pictures');
const today = new Date('2026-10-22T14:02:00');
const looks = [
  { name: '1440-light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: '1440-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { name: '390', viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true },
] as const;
const screens = ['survey', 'segments', 'people', 'interviews', 'themes', 'drivers', 'quarter'];

/** What an interviewer types into the capture line, and seconds into the call. */
const typed: readonly (readonly [number, string])[] = [
  [130, 'Moved all 14 entities to Reports in May, on our advice. #report export reliability'],
  [
    221,
    '"It failed on close day in June, in July, and again on 30 September." #report export reliability !!!',
  ],
  [424, '"Everyone is polite. Nobody owns it." #support escalation !!'],
  [577, 'Rebuilt the pack by hand: four hours, two people.'],
];

mkdirSync(folder, { recursive: true });
const server = await startServer();
const browser = await chromium.launch({ executablePath: chromiumPath });
try {
  for (const look of looks) await picturesOf(browser, look);
  for (const colorScheme of ['light', 'dark'] as const) await pictureOfCard(colorScheme);
} finally {
  await browser.close();
  await server.stop();
}

async function picturesOf(browser: Browser, { name, ...look }: (typeof looks)[number]): Promise<void> {
  const context = await browser.newContext({
    ...look,
    baseURL: server.url,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.clock.install({ time: today });
  const shoot = async (what: string) => {
    await atRest(page);
    await page.screenshot({ path: join(folder, `${what}-${name}.png`) });
    console.log(`docs/pictures/${what}-${name}.png`);
  };
  await page.goto('/');
  await shoot('start');
  await page.getByRole('button', { name: 'Open the invented company' }).click();
  await page.waitForURL('**/segments');
  for (const screen of screens) {
    await page.goto(`/${screen}`);
    await shoot(screen);
  }
  await page.goto('/segments');
  await page.getByRole('button', { name: 'Two at a time' }).click();
  await page.getByRole('grid').waitFor();
  await shoot('cross');
  await holdCall(page);
  await shoot('call');
  await context.close();
}

/** The call with Ines Duarte, thirteen minutes in. */
async function holdCall(page: Page): Promise<void> {
  await page.goto('/people');
  const ines = page.getByRole('row', { name: /Ines Duarte/ });
  await ines.getByRole('button', { name: /^Call/ }).click();
  await page.waitForURL('**/call/**');
  await page.getByRole('radio', { name: 'Without their name' }).check();
  await page.getByRole('button', { name: /Keep these answers/ }).click();
  const line = page.getByRole('combobox').or(page.getByRole('textbox')).last();
  let at = 0;
  for (const [seconds, text] of typed) {
    await page.clock.fastForward(1000 * (seconds - at));
    at = seconds;
    // on to the second area, where the episode is told
    if (seconds > 400 && seconds < 500) for (let i = 0; i < 5; i++) await line.press('Control+Enter');
    await line.fill(text);
    await line.press('Enter');
  }
  await page.clock.fastForward(1000 * (782 - at));
  // the driver that matters in hand, what was heard of it confirmed
  await line.press('Shift+F2');
  await line.press('F8');
  const isNarrow = (page.viewportSize()?.width ?? 0) < 500;
  const wide = 'we start the Excel at six, because the export fails on close day';
  await line.pressSequentially(`"${isNarrow ? 'the export did not finish on close day' : wide}`);
  await page.locator('.call-sug button').first().waitFor();
  await page.mouse.move(0, 0);
  // A clock that leaps makes every write look late for a moment.
  await page.locator('.ctop .state', { hasText: `${typed.length} notes saved here` }).waitFor();
}

/** The card on the record page of a CRM, from the extension that is shipped. */
async function pictureOfCard(colorScheme: 'light' | 'dark'): Promise<void> {
  const extension = await launchWithExtension({ baseURL: server.url, colorScheme });
  const crm = await startCrm();
  try {
    const app = await extension.context.newPage();
    await app.goto('/');
    await app.getByRole('button', { name: 'Open the invented company' }).click();
    await app.waitForURL('**/segments');
    await pairExtension(extension, app);
    await turnOnSite(extension, crm.origin);
    const page = await extension.context.newPage();
    await page.goto(crm.page('record.html', 'ines.duarte@brightwater.example'));
    const card = await openCard(page);
    await card.evaluate(async () => {
      await document.fonts.ready;
      // A frame of another process is drawn some frames later than the page around it.
      for (let frames = 0; frames < 10; frames++) await new Promise((done) => requestAnimationFrame(done));
    });
    await page.screenshot({ path: join(folder, `card-1440-${colorScheme}.png`) });
    console.log(`docs/pictures/card-1440-${colorScheme}.png`);
  } finally {
    await extension.close();
    await crm.stop();
  }
}

/** Fonts are there, figures are read, nothing moves. */
async function atRest(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((a) => a.finished.catch(() => null)));
  });
}
