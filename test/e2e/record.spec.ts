import type { Page } from '@playwright/test';
import { looksRight, phone } from './face.ts';
import { chromiumPath, expect, test } from './harness.ts';

test.use({
  launchOptions: {
    executablePath: chromiumPath,
    args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
});

const transcript = `WEBVTT

00:00.000 --> 00:03.000
<v Ana Reis>You gave us a four. What made it a four?

00:03.500 --> 00:09.000
<v Ines Duarte>The export failed on close day, three times. Everyone is polite, nobody owns it.

00:15.000 --> 00:19.000
<v Ines Duarte>We rebuild it in Excel & keep a copy <b>just in case</b>.
`;

async function inCall(page: Page): Promise<void> {
  const csv =
    'Score,Comment,Name,Email,Company\n4,Slow,Ines Duarte,ines@brightwater.example,Brightwater Logistics\n';
  await page.goto('/survey');
  const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: /^Keep 1/ }).click();
  await page.getByRole('link', { name: /^People/ }).click();
  await page.getByRole('button', { name: /on the roster/ }).click();
  const row = page.getByRole('row', { name: /Ines Duarte/ });
  await row.getByRole('button', { name: /^Call|^Start/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /what may you keep/ })).toBeVisible();
}

const strip = (page: Page) => page.getByRole('region', { name: 'Recording', exact: true });
/** Seconds of sound on disk, as the strip says them. */
const heard = async (page: Page) => {
  const said = /(\d+):(\d\d), /.exec(await strip(page).innerText());
  return said ? Number(said[1]) * 60 + Number(said[2]) : 0;
};

test('with consent a call is recorded, over a reload, and heard again; its transcript is tagged by selecting', async ({
  page,
}) => {
  await inCall(page);
  await expect(strip(page)).toHaveCount(0);
  await page.getByRole('group', { name: 'Record the call' }).getByLabel('Yes').check();
  await page.getByRole('button', { name: /Keep these answers/ }).click();
  await strip(page).getByRole('button', { name: 'Record' }).click();
  await expect.poll(() => heard(page)).toBeGreaterThanOrEqual(2);
  await page.keyboard.type('They rebuild it #price');
  await page.keyboard.press('Enter');
  // Cut off in the middle: what was heard is there, and it goes on by itself.
  const before = await heard(page);
  await page.reload();
  await expect(strip(page).getByRole('button', { name: 'Stop recording' })).toBeVisible();
  await expect.poll(() => heard(page)).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'End call' }).click();
  await expect(strip(page).getByRole('slider')).toBeVisible();
  await page.getByRole('button', { name: /^Listen at/ }).click();
  const audio = page.locator('audio');
  await expect.poll(() => audio.evaluate((a: HTMLAudioElement) => a.currentTime)).toBeGreaterThan(0.5);
  await strip(page).getByRole('button', { name: 'Pause' }).click();
  await looksRight(page, 'a call that was recorded', { size: 'as it is', windows: [phone] });

  await page.getByRole('link', { name: 'Read and tag the transcript' }).click();
  const file = { name: 'call.vtt', mimeType: 'text/vtt', buffer: Buffer.from(transcript) };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '36 words by 2 speakers, nothing tagged yet.',
  );
  // With the mouse: two clicks select a word, the bar tags it and covers nothing of it.
  await page.getByText('Everyone is polite').dblclick({ position: { x: 12, y: 10 } });
  const bar = page.getByRole('region', { name: 'Tag the selection' });
  await bar.getByRole('button', { name: /^1 / }).click();
  await expect(page.locator('mark')).toHaveCount(1);
  const [low, high] = await page.evaluate(() => {
    const selected = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
    return [selected?.bottom ?? 0, document.querySelector('.tx-bar')?.getBoundingClientRect().top ?? 0];
  });
  expect(low).toBeLessThan(high);
  // By keyboard: the turn below, its first three words, the second theme.
  for (const key of ['Escape', 'ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', '2'])
    await page.keyboard.press(key);
  await expect(page.locator('mark').nth(1)).toHaveText('We rebuild it');
  await looksRight(page, 'a transcript with words selected', { size: 'as it is' });
  await page.keyboard.press('Escape');
  await page.setViewportSize(phone);
  await page.getByRole('link', { name: 'Back to the notes' }).click();
  await expect(page.locator('.nl li')).toHaveCount(3);
  await page.locator('.nl li').nth(2).getByRole('link', { name: 'in the transcript' }).click();
  await expect(page.locator('mark.tx-wanted')).toHaveText('We rebuild it');
});
