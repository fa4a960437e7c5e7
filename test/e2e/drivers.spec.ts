import { looksRight, phone } from './face.ts';
import { expect, test } from './harness.ts';

test.use({ viewport: phone });
test.slow();

test('a driver is written about, quoted and pinned, and all of it is there after a reload', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the invented company' }).click();
  await page.waitForURL('**/segments');
  await page.goto('/drivers');
  const row = page.locator('table.drv > tbody > tr').first();
  await row.getByRole('button', { name: /^Evidence and paragraph/ }).click();
  const evidence = page.getByRole('region', {
    name: /^Report export reliability: 14 of 30 detractors, high/,
  });
  const box = evidence.getByRole('textbox', { name: 'Paragraph about Report export reliability' });
  await box.pressSequentially('Close day waits. ');
  const second = evidence.getByRole('listitem').nth(1);
  await second.getByRole('button', { name: 'Quote in the paragraph' }).first().click();
  await expect(box).toBeFocused();
  await page.keyboard.type(' <b>Nobody</b> owns it.');
  await second.getByRole('button', { name: 'Show these words in the table' }).first().click();
  await expect(page.getByText('These words now stand for Report export reliability.')).toBeVisible();
  const words = (await second.getByRole('blockquote').first().textContent())?.replace(/[“”]/g, '') ?? '';
  await expect(row.locator('.vb blockquote').first()).toContainText(words);
  await looksRight(page, 'the evidence of a driver');
  await page.getByText('Saved on this device').waitFor();

  await page.reload();
  await expect(row.locator('.vb')).toContainText(`Close day waits. ${words}`);
  // what looks like markup was typed, and is shown as typed
  await expect(row.locator('.vb')).toContainText('<b>Nobody</b> owns it.');
  await expect(row.locator('.vb blockquote').first()).toContainText(words);

  await page.getByRole('button', { name: 'Copy as image' }).click();
  await expect(page.getByText(/^The picture is in the clipboard|it was saved as a file/)).toBeVisible();
  await page.getByRole('button', { name: 'Everyone' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^An estimated \d+% of all who answered would raise/,
  );
  await looksRight(page, 'drivers of everyone', { windows: [phone] });
});
