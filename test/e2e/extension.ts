import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Frame, type Page } from '@playwright/test';
import { extensionId } from '../../core/browser/overlay/extensionId.ts';
import { chromiumPath, dist, expect } from './harness.ts';

/** A real browser with the real extension, built by `vite build --mode extension`, in a profile of its own. */
export interface ExtensionBrowser {
  context: BrowserContext;
  profile: string;
  /** Address of one of the extension's own pages: `options/index.html`. */
  own(page: string): string;
  close(): Promise<void>;
}

type Launch = Parameters<typeof chromium.launchPersistentContext>[1];

/** Starts it. Give `profile` to start again on what an earlier browser left; then it is not deleted on closing. */
export async function launchWithExtension(
  options: Launch & { profile?: string } = {},
): Promise<ExtensionBrowser> {
  const { profile: given, ...launch } = options;
  const profile = given ?? mkdtempSync(join(tmpdir(), 'sounding-profile-'));
  const built = join(dist, 'extension');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    ...launch,
    args: [`--disable-extensions-except=${built}`, `--load-extension=${built}`, ...(launch.args ?? [])],
  });
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return {
    context,
    profile,
    own: (page) => `chrome-extension://${extensionId}/${page}`,
    async close() {
      await context.close();
      if (!given) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/**
 * Turns the overlay on for the site of an address, as the user does on the options page.
 *
 * Chromium's prompt ("Allow Sounding to read and change your data on …?") is browser furniture that nothing in a test
 * can press. So the grant is given beforehand the other way a user can give it: on chrome://extensions, under the
 * extension's "Site access". Chromium then answers `chrome.permissions.request` at once, as it does for a site that was
 * granted before. Manifest and extension are those that are shipped; without this the request waits for ever.
 */
export async function turnOnSite(browser: ExtensionBrowser, address: string): Promise<void> {
  const site = `${new URL(address).origin}/*`;
  const furniture = await browser.context.newPage();
  await furniture.goto('chrome://extensions/');
  await furniture.evaluate(
    ([id, host]) =>
      (
        chrome as unknown as {
          developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
        }
      ).developerPrivate.addHostPermission(id ?? '', host ?? ''),
    [extensionId, site],
  );
  await furniture.close();
  const options = await browser.context.newPage();
  await options.goto(browser.own('options/index.html'));
  await options.getByLabel('Address of a page').fill(address);
  await options.getByRole('button', { name: 'Turn on for this site' }).click();
  await expect(options.getByRole('button', { name: /^Turn off for/ })).toBeVisible();
  await options.close();
}

/** Turns a site off again on the options page; no page is reloaded. */
export async function turnOffSite(browser: ExtensionBrowser, address: string): Promise<void> {
  const options = await browser.context.newPage();
  await options.goto(browser.own('options/index.html'));
  const host = new URL(address).host;
  const off = options.getByRole('button', {
    name: new RegExp(`^Turn off for .*${host.replace('.', '\\.')}`),
  });
  await off.click();
  await expect(off).toHaveCount(0);
  await options.close();
}

/** Shows a code on the options page and types it into the app's settings; waits until the extension holds all. */
export async function pairExtension(browser: ExtensionBrowser, app: Page): Promise<void> {
  const code = await showCode(browser);
  await app.goto(new URL('/settings', app.url()).href);
  await app.getByLabel('Pairing code').fill(code);
  await app.getByRole('button', { name: 'Pair with the extension' }).click();
  // everything the app has is handed over, which on a busy machine takes its time
  await expect(app.getByText('It has what this device has')).toBeVisible({ timeout: 40_000 });
}

/** A fresh pairing code from the options page. */
export async function showCode(browser: ExtensionBrowser): Promise<string> {
  const options = await browser.context.newPage();
  await options.goto(browser.own('options/index.html'));
  await options.getByRole('button', { name: /pairing code|another code/ }).click();
  const code = (await options.locator('output').textContent()) ?? '';
  await options.close();
  return code;
}

interface Node {
  nodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
  shadowRootType?: string;
}

/** Our host on a page: the element of the top level whose closed shadow root holds the handle. */
async function findHandle(session: CDPSession): Promise<Node | null> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  const html = root.children?.find((node) => node.nodeName === 'HTML');
  for (const host of html?.children ?? []) {
    const shadow = host.shadowRoots?.find((r) => r.shadowRootType === 'closed');
    const button = shadow?.children?.find((node) => node.nodeName === 'BUTTON');
    if (button && JSON.stringify(button.attributes).includes('Sounding')) return button;
  }
  return null;
}

async function withSession<T>(page: Page, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}

/** Whether the handle stands on the page. Only the debugger sees it: the shadow root is closed to everybody else. */
export function hasHandle(page: Page): Promise<boolean> {
  return withSession(page, async (session) => (await findHandle(session)) !== null);
}

export async function expectHandle(page: Page): Promise<void> {
  await expect.poll(() => hasHandle(page), { message: 'the handle stands on the page' }).toBe(true);
}

/**
 * That nothing is drawn, judged only after the extension has surely read the page: the popup's own account of the page
 * says what was found there.
 */
export async function expectNothing(page: Page, browser: ExtensionBrowser, finding: RegExp): Promise<void> {
  await expect
    .poll(() => findingOf(page, browser), { message: 'what was found on the page' })
    .toMatch(finding);
  expect(await hasHandle(page), 'a handle stands on the page').toBe(false);
}

const askers = new WeakMap<ExtensionBrowser, Promise<Page>>();

/** A page of the extension's own, kept open to ask from. */
function askerOf(browser: ExtensionBrowser): Promise<Page> {
  const open = async () => {
    const page = await browser.context.newPage();
    await page.goto(browser.own('options/index.html'));
    return page;
  };
  const asker = askers.get(browser) ?? open();
  askers.set(browser, asker);
  return asker;
}

/** What the extension found on the page in a tab, as it would tell its popup. */
export async function findingOf(page: Page, browser: ExtensionBrowser): Promise<string> {
  const asker = await askerOf(browser);
  return asker.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
    const status = await chrome.runtime.sendMessage({ kind: 'status', tab: tab?.id });
    return String(status?.page);
  }, page.url());
}

/** Presses the handle as a hand would, at its place on the screen. */
export async function pressHandle(page: Page): Promise<void> {
  await expectHandle(page);
  const box = await withSession(page, async (session) => {
    const button = await findHandle(session);
    const { model } = await session.send('DOM.getBoxModel', { nodeId: button?.nodeId });
    return model.content;
  });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = box;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
}

/** The card's frame, if it is open. The page cannot reach it; Playwright lists every frame of a tab. */
export function cardFrame(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.url().includes('/card/index.html'));
}

/** Presses the handle and waits for the card. */
export async function openCard(page: Page): Promise<Frame> {
  await pressHandle(page);
  await expect.poll(() => cardFrame(page) !== undefined, { message: 'the card is open' }).toBe(true);
  const frame = cardFrame(page) as Frame;
  await frame.locator('main').waitFor();
  return frame;
}
