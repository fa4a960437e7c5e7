import { looksRight, phone } from './face.ts';
import { expect, startServer, test } from './harness.ts';
import { setUpLink, share, somebodyElse } from './sharing.ts';

test('the owner shares by the set-up link, and somebody else joins by the invitation', async ({
  page,
  browser,
  server,
}) => {
  const invitation = await share(page, server);
  expect(invitation).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/join#w=[\w-]+&s=[\w-]{43}$/);
  expect(page.url()).toBe(`${server.url}/team`);
  const other = await somebodyElse(browser);
  await other.page.goto(invitation);
  await expect(other.page.getByRole('heading', { level: 1 })).toHaveText(
    'You are invited to work in a workspace',
  );
  expect(other.page.url()).toBe(`${server.url}/join`);
  expect(await other.page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  await other.page.getByLabel('Your name').fill('Ada');
  await other.page.keyboard.press('Enter');
  await other.page.waitForURL(`${server.url}/`);
  await other.page.goto('/team');
  await expect(other.page.getByRole('heading', { level: 1 })).toHaveText('Your team has everything you have');
  await expect(other.page.getByLabel('Your name')).toHaveValue('Ada');
  expect(server.output()).not.toContain(new URL(invitation).hash.split('s=')[1]);
  expect(other.errors).toEqual([]);
  await other.page.context().close();
});

test('a link that is no invitation, or no longer one, says what to do', async ({ browser, server }) => {
  const { page, errors } = await somebodyElse(browser);
  await page.goto(`${server.url}/join`);
  await expect(page.getByRole('alert')).toContainText('There is no invitation in this address');
  await page.goto(`${server.url}/join#w=nowhere&s=${'x'.repeat(43)}`);
  await expect(page.getByRole('alert')).toContainText('Ask for a new link');
  await page.goto(`${server.url}/team`);
  await page.getByLabel('Set-up link').fill(`${server.url}/team#key=${'x'.repeat(43)}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('does not accept this key');
  // The browser itself notes each refusal.
  expect(errors.filter((error) => !error.includes('401 (Unauthorized)'))).toEqual([]);
  await page.context().close();
});

test('new invitations end the old ones', async ({ page, browser, server }) => {
  const old = await share(page, server);
  await page.getByText('Make new invitations').first().click();
  await page.getByLabel('Set-up link').fill(setUpLink(server));
  await page.getByRole('button', { name: 'Make new invitations' }).click();
  await expect(page.getByLabel('To work with you')).not.toHaveValue(old);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your team has everything you have');
  const other = await somebodyElse(browser);
  await other.page.goto(old);
  await expect(other.page.getByRole('alert')).toContainText('Ask for a new link');
  await other.page.context().close();
});

test.describe('without the server', () => {
  test.use({ losesNetwork: true });

  test('when the server goes the team screen says so, and when it is back all is sent', async ({ page }) => {
    const own = await startServer();
    await share(page, own);
    // Otherwise the kill may hit the service worker while it fetches what it keeps.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    own.process.kill('SIGKILL');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('No connection');
    const again = await startServer({ port: own.port, data: own.data });
    await page.getByRole('button', { name: 'Try again now' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your team has everything you have');
    await again.stop();
    await own.stop();
  });
});

test.describe('looked at', () => {
  test.use({ viewport: phone });

  test('alone, shared and joining look right', async ({ page, browser, server }) => {
    await page.goto('/team');
    await page.getByLabel('Set-up link').waitFor();
    await looksRight(page, 'alone');
    const invitation = await share(page, server);
    await looksRight(page, 'shared');
    const context = await browser.newContext({ viewport: phone });
    const other = await context.newPage();
    await other.goto(invitation);
    await other.getByLabel('Your name').waitFor();
    await looksRight(other, 'invited');
    await context.close();
  });
});
