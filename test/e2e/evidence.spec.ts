import { looksRight, phone } from './face.ts';
import { expect, test } from './harness.ts';

/** The evidence page in four faces, and an interview coded with the keyboard alone. */
test('the evidence of the invented company is looked at, and an interview is coded blind by keyboard', async ({
  page,
}) => {
  test.slow();
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the invented company' }).click();
  await page.waitForURL('**/segments');
  await page.goto('/drivers');
  await page.getByRole('link', { name: 'How far to trust these' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/^Hardly anything is new: calls 47 and 48/);
  await looksRight(page, 'when to stop');
  await page.getByRole('button', { name: 'What goes together' }).click();
  await expect(heading).toHaveText(/go together/);
  await looksRight(page, 'what goes together');
  await page.getByRole('button', { name: 'Passives and promoters' }).click();
  await expect(heading).toHaveText(/^Passives and promoters/);
  await looksRight(page, 'passives and promoters', { windows: [phone] });
  await page.getByRole('button', { name: 'Competitors' }).click();
  await expect(heading).toHaveText('Ledgerline and Tallyhouse are named in 6 calls each.');
  await looksRight(page, 'competitors');
  await page.getByRole('button', { name: 'Two coders' }).click();
  await expect(heading).toHaveText(/alpha 0\.\d\d/);
  await looksRight(page, 'two coders');

  await page
    .getByRole('button', { name: /^It was raised/ })
    .first()
    .click();
  await expect(page.getByText(/^Agreed: .* was raised\. The call is tagged with it\./)).toBeVisible();

  await page.getByRole('link', { name: 'Code an interview' }).click();
  await expect(heading).toHaveText(/^Tag what .* said, on your own$/);
  await page.getByRole('textbox', { name: 'Theme for note 1' }).focus();
  await page.keyboard.type('ease');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take off Ease of use' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('textbox', { name: 'Theme for note 2' })).toBeFocused();
  await looksRight(page, 'coding');
  await page.getByRole('button', { name: 'Hand in 1 tag' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in 1 tag' }).click();
  await expect(heading).toHaveText('You have handed in your coding');
});
