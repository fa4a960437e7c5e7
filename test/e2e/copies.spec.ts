import type { Page } from '@playwright/test';
import { looksRight } from './face.ts';
import { expect, test } from './harness.ts';
import { callWith, consent, line, notes, withRoster } from './inCall.ts';
import { readBackup, recordsIn } from './savedBackup.ts';

/** The picker alone is replaced: the folder is a real one, in the part of the disk that is the origin's own. */
function folderInPlaceOfPicker(): void {
  Object.assign(globalThis, {
    showDirectoryPicker: async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Sounding', { create: true }),
  });
}

/** The names of its files, the newest of them, and the notes in that. */
async function inFolder(page: Page): Promise<{ names: string[]; notes: string[]; bytes: Buffer }> {
  const read = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Sounding');
    const all = await Array.fromAsync(
      folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>,
      async ([name, file]) => ({
        name,
        bytes: [...new Uint8Array(await (await file.getFile()).arrayBuffer())],
      }),
    );
    return all.sort((a, b) => (a.name < b.name ? -1 : 1));
  });
  const bytes = Buffer.from(read.at(-1)?.bytes ?? []);
  const notes = bytes.length > 0 ? recordsIn(await readBackup(new Uint8Array(bytes)), 'note') : [];
  return { names: read.map(({ name }) => name), notes: notes.map(({ text }) => String(text)), bytes };
}

async function hold(page: Page, name: string, text: string): Promise<void> {
  await callWith(page, name);
  await page.keyboard.press('Enter');
  await line(page).fill(text);
  await line(page).press('Enter');
  await expect(notes(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'End call' }).click();
  await expect(page.getByRole('link', { name: 'Back to the interviews' })).toBeVisible();
}

test('copies go into a folder by themselves, survive a start, and bring everything back after the browser lost it', async ({
  page,
  context,
  server,
}) => {
  await page.addInitScript(folderInPlaceOfPicker);
  await withRoster(page);
  await callWith(page, 'Ines Duarte');
  await consent(page);
  await line(page).fill('Moved in May #reliability !!');
  await line(page).press('Enter');
  await page.getByRole('button', { name: 'End call' }).click();
  await page.getByRole('link', { name: 'Back to the interviews' }).click();

  const offer = page.getByRole('complementary', { name: 'A copy of your work' });
  await expect(offer).toBeVisible();
  await looksRight(page, 'the interviews with a copy on offer');
  await offer.getByRole('button', { name: 'Choose a folder for copies' }).click();
  await expect(offer).toBeHidden();
  expect((await inFolder(page)).notes).toEqual(['Moved in May']);

  // the next call is in the folder soon after its end, and the folder is known after a start
  await page.reload();
  await page
    .getByRole('link', { name: /^People/ })
    .first()
    .click();
  await hold(page, 'Bo Lindqvist', 'It simply works');
  await expect
    .poll(async () => (await inFolder(page)).notes.toSorted())
    .toEqual(['It simply works', 'Moved in May']);
  const kept = await inFolder(page);
  expect(kept.names).toHaveLength(1);
  await page.goto('/settings');
  await expect(page.getByText(/^Last copy today at \d\d:\d\d, in the folder “Sounding”\.$/)).toBeVisible();
  await looksRight(page, 'the settings with copies');

  // the folder is gone
  await page.evaluate(async () =>
    (await navigator.storage.getDirectory()).removeEntry('Sounding', { recursive: true }),
  );
  await page.getByRole('button', { name: 'Copy now' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'The folder is not there any more' }),
  ).toBeVisible();
  await expect(page.getByText('The folder “Sounding” is not there any more, so')).toBeVisible();
  await looksRight(page, 'a folder that is gone');

  // and so is everything the browser had
  await page.goto('about:blank');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'all' });
  await page.goto('/');
  await page.getByRole('link', { name: 'Bring back a backup' }).click();
  await page
    .locator('.set-drop input[type=file]')
    .setInputFiles({ name: kept.names[0] ?? '', mimeType: 'application/zip', buffer: kept.bytes });
  await page.getByRole('button', { name: 'Open it as a workspace' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NPS');
  await page.getByRole('link', { name: 'Interviews' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 of 4 interviews are held.');
});
