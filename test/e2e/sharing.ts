import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, type RunningServer, watchForErrors } from './harness.ts';

const keyOf = (server: RunningServer) => readFileSync(join(server.data, 'owner-key'), 'utf8').trim();
/** The link that the owner of a server sets up a team with. */
export const setUpLink = (server: RunningServer) => `${server.url}/team#key=${keyOf(server)}`;

/** Shares the workspace of this page and answers with the invitation for those who work with it. */
export async function share(page: Page, server: RunningServer): Promise<string> {
  await page.goto(setUpLink(server));
  await expect(page.getByText('The set-up link was read')).toBeVisible();
  await page.getByRole('button', { name: 'Share this workspace' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your team has everything you have');
  return page.getByLabel('To work with you').inputValue();
}

/** A browser of somebody else: nothing is shared with the page's own but the server. */
export async function somebodyElse(
  browser: Browser,
  { offline = false } = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const errors = watchForErrors(context, { offline });
  return { page: await context.newPage(), errors };
}

/** Joins by an invitation under a name. */
export async function joinAs(page: Page, invitation: string, name: string): Promise<void> {
  await page.goto(invitation);
  await page.getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${new URL(invitation).origin}/`);
}
