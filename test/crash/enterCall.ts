import { expect, type Page } from '@playwright/test';

/** The way a user gets into a call: a survey, its people on the roster, consent. The page then stands on the call. */
export async function enterCall(page: Page, url: string): Promise<void> {
  const csv = [
    'Score,Comment,Name,Email,Company',
    '4,By hand.,Ines Duarte,ines@bright.example,Brightwater',
    '9,It works.,Bo Lindqvist,bo@north.example,Northpine',
    '7,The app lags.,Mara Okafor,mara@lattice.example,Lattice',
  ].join('\n');
  await page.goto(`${url}/survey`);
  const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: /^Keep 3/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NPS');
  await page.getByRole('link', { name: /^People/ }).click();
  await page.getByRole('button', { name: /on the roster/ }).click();
  const row = page.getByRole('row', { name: /Ines Duarte/ });
  await row.getByRole('button', { name: /^Call|^Start/ }).click();
  await page.getByRole('button', { name: 'Keep these answers' }).click();
  await expect(page.getByRole('combobox', { name: 'Note' })).toBeFocused();
  await expect(page.locator('.ctop .state')).toContainText('Saved here');
}
