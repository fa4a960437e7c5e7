import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { desk, looksRight, phone } from './face.ts';
import { expect, hasSharedData, sharedData, test } from './harness.ts';

async function openCompany(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the invented company' }).click();
  await page.waitForURL('**/segments');
  await expect(page.locator('h1')).toHaveText(
    'NPS fell 9 points to 31 (27 to 35). First year lost the most, with Enterprise at −15.',
  );
  await page.getByRole('checkbox', { name: 'Interview Enterprise, Tier' }).waitFor();
}

/** Opens the picker of one side by keyboard, types a few letters and takes what is found. */
async function chooseSide(page: Page, side: 'Rows' | 'Columns', letters: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`^${side}: `) });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
  await expect(button).toBeFocused();
}

async function crossTierWithTenure(page: Page): Promise<void> {
  const way = page.getByRole('button', { name: 'Two at a time' });
  await way.focus();
  await page.keyboard.press('Enter');
  await chooseSide(page, 'Rows', 'tier');
  await chooseSide(page, 'Columns', 'tenu');
  await page.getByRole('grid', { name: 'Net Promoter Score by Tier and Tenure' }).waitFor();
}

const detail = (page: Page) => page.locator('.cross-detail');

async function textOfDownload(page: Page, button: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('a cross is chosen, read and ticked by keyboard, and its people can be called', async ({ page }) => {
  await openCompany(page);
  await crossTierWithTenure(page);
  await expect(page.locator('h1')).toContainText('Enterprise × First year');
  const cell = page.getByRole('gridcell', { name: /NPS −15/ });
  await cell.focus();
  await expect(detail(page)).toContainText('Enterprise × First year');
  await expect(detail(page)).toContainText(
    'NPS −15 (−30 to 2) from 96 answers: 41 detractors, 28 passives and 27 promoters.',
  );
  await expect(detail(page)).toContainText('48 points below everyone else, beyond noise.');
  await page.keyboard.press('ArrowRight');
  await expect(detail(page)).toContainText('Enterprise × Second year');
  await expect(detail(page)).toContainText('which could be noise');
  await page.keyboard.press('ArrowLeft');
  // it is proposed, and so ticked; the space bar takes it out and in again
  await expect(cell).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Space');
  await expect(cell).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Space');
  await expect(cell).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.nextbar')).toContainText('Enterprise × First year');
  await page.getByRole('button', { name: 'Untick Enterprise × Reports, Tier × Product' }).click();
  await expect(page.locator('.nextbar')).toContainText('1 segment ticked: Enterprise × First year.');
  await page.getByRole('link', { name: /Choose 15 people to call/ }).click();
  await expect(page.getByText('Enterprise × First year').first()).toBeVisible();
});

/** Two dimensions of 50 values each: more segments than the map shows at first. */
const manySegments = [
  'Respondent ID,How likely are you to recommend us?,Branch,City',
  ...Array.from({ length: 2000 }, (_, i) => `r${i},${(i * 7) % 11},Branch ${i % 50},City ${(i >> 2) % 50}`),
].join('\n');

test('what lies below the fold is drawn after the rest and moves nothing', async ({ page }) => {
  await page.goto('/survey');
  const file = { name: 'branches.csv', mimeType: 'text/csv', buffer: Buffer.from(manySegments) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: 'Keep 2,000 answers' }).click();
  await expect(page.getByRole('link', { name: 'Bring another survey' })).toBeVisible();
  for (const height of [900, 2000]) {
    await page.setViewportSize({ width: 1440, height });
    await page.goto('/survey');
    await page.locator('.waves').waitFor();
    const segments = page.getByRole('navigation').getByRole('link', { name: 'Segments' });
    await segments.focus();
    await page.evaluate(noteWhatMoves);
    await page.keyboard.press('Enter');
    await expect(page.locator('.map .rows li')).toHaveCount(40);
    await expect(page.locator('.seg-table tbody tr')).toHaveCount(80);
    await expect(page.getByRole('button', { name: 'Show 60 more segments' })).toHaveCount(1);
    expect(await page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)).toEqual([]);
  }
});

/** Runs in the page: from now on, the texts of what stood in view on a screen and then moved. */
function noteWhatMoves(): void {
  const moved: string[] = [];
  Object.assign(globalThis, { moved });
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries() as (PerformanceEntry & { sources: { node?: Node }[] })[])
      for (const { node } of sources)
        if (document.querySelector('main')?.contains(node ?? null)) moved.push(node?.textContent ?? '');
  }).observe({ type: 'layout-shift' });
}

test('a value is renamed, merged and both are undone', async ({ page }) => {
  await openCompany(page);
  await page.getByRole('button', { name: 'Edit values' }).click();
  const dialog = page.getByRole('dialog', { name: 'Values of Tier' });
  await dialog.getByRole('button', { name: 'Rename Small' }).click();
  await dialog.getByLabel('New name of Small').fill('Small firms');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('rowheader', { name: 'Small firms' })).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Choose Small firms to merge' }).check();
  await dialog.getByRole('checkbox', { name: 'Choose Mid-market to merge' }).check();
  await dialog.getByLabel(/Merge into/).fill('Below enterprise');
  await dialog.getByRole('button', { name: 'Merge 2 values' }).click();
  await expect(dialog.getByRole('row', { name: /Below enterprise/ })).toContainText('1,236');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByRole('rowheader', { name: 'Small firms' })).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Choose Small firms to merge' }).check();
  await dialog.getByRole('checkbox', { name: 'Choose Mid-market to merge' }).check();
  await dialog.getByLabel(/Merge into/).fill('Below enterprise');
  await dialog.getByRole('button', { name: 'Merge 2 values' }).click();
  await expect(dialog.getByRole('row', { name: /Below enterprise/ })).toContainText('1,236');
  await page.keyboard.press('Escape');
  const merged = page.getByRole('checkbox', { name: 'Interview Below enterprise, Tier' });
  await expect(merged).toBeVisible();
  // it is there for whoever comes next
  await page.reload();
  await expect(merged).toBeVisible();
  await page.getByRole('button', { name: 'Edit values' }).click();
  await dialog.getByRole('button', { name: 'Separate Below enterprise again' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: 'Interview Mid-market, Tier' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(merged).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Interview Mid-market, Tier' })).toHaveCount(0);
});

test('a view is saved and comes back, and the last one used is there after a reload', async ({ page }) => {
  await openCompany(page);
  await crossTierWithTenure(page);
  await page.getByRole('button', { name: /^Views of the map/ }).click();
  await page.getByRole('menuitem', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Tier by tenure');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Views of the map, now Tier by tenure' })).toBeVisible();
  await page.getByRole('button', { name: /^Views of the map/ }).click();
  await page.getByRole('menuitemradio', { name: 'Whole map' }).click();
  await expect(page.getByRole('heading', { name: /by segment, lowest first/ })).toBeVisible();
  await page.getByRole('button', { name: /^Views of the map/ }).click();
  await page.getByRole('menuitemradio', { name: 'Tier by tenure' }).click();
  await page.getByRole('grid', { name: 'Net Promoter Score by Tier and Tenure' }).waitFor();
  await page.reload();
  await page.getByRole('grid', { name: 'Net Promoter Score by Tier and Tenure' }).waitFor();
  await expect(page.getByRole('button', { name: 'Views of the map, now Tier by tenure' })).toBeVisible();
});

test('the file of a cross holds every cell with its base; the picture goes out as an image', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCompany(page);
  await crossTierWithTenure(page);
  const { name, text } = await textOfDownload(page, 'Download CSV');
  expect(name).toMatch(/^segments-tier-by-tenure-q\d-\d{4}\.csv$/);
  const [head, ...lines] = text.replace('\ufeff', '').trim().split('\r\n');
  expect(head).toMatch(
    /^Tier,Tenure,Answers,Detractors,Passives,Promoters,NPS,95% low,95% high,NPS Q\d \d{4},/,
  );
  expect(lines).toHaveLength(12);
  expect(lines[0]).toMatch(/^Enterprise,First year,96,41,28,27,-14\.6,/);
  expect(lines.reduce((n, line) => n + Number(line.split(',')[2]), 0)).toBe(1648);
  await page.getByRole('button', { name: 'Copy as image' }).click();
  await expect(page.getByText('The picture is in the clipboard.')).toBeVisible();
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item?.getType('image/png');
    const image = blob && (await createImageBitmap(blob));
    return image ? [image.width, image.height] : [];
  });
  expect(size[0]).toBeGreaterThan(1000);
  expect(size[1]).toBeGreaterThan(300);
});

test('all 97 columns of SFO 2017 can be crossed and searched', async ({ page }) => {
  test.skip(!hasSharedData, '../shared/data is absent: SFO 2017 is not there to be imported');
  await page.goto('/survey');
  const file = join(sharedData, 'surveys/sfo_2017_customer_survey.csv');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'sfo.csv', mimeType: 'text/csv', buffer: readFileSync(file) });
  await page.locator('.preview-nps').waitFor();
  await page.getByRole('button', { name: /^Keep / }).click();
  await page.locator('.waves').waitFor();
  await page.goto('/segments');
  await page.locator('.map .rows').waitFor();
  await looksRight(page, 'the map of SFO 2017', { windows: [desk] });
  await page.getByRole('button', { name: 'Two at a time' }).click();
  await page.getByRole('grid').or(page.locator('.callout')).first().waitFor();
  await looksRight(page, 'a cross of SFO 2017', { windows: [desk] });
});

test.describe('looked at', () => {
  test.use({ viewport: phone });
  test.slow();

  test('the map, the cross, the choices and the dialogs look right', async ({ page }) => {
    await openCompany(page);
    await looksRight(page, 'map');
    await crossTierWithTenure(page);
    await looksRight(page, 'cross');
    await page.getByRole('button', { name: /^Change since/ }).click();
    await looksRight(page, 'change');
    await page.getByRole('button', { name: /^Rows: / }).click();
    await looksRight(page, 'picker', { size: 'as it is' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More' }).click();
    await looksRight(page, 'menu', { size: 'as it is', windows: [phone] });
    await page.getByRole('menuitem', { name: 'Edit values' }).click();
    await page.getByRole('button', { name: 'Rename Small' }).click();
    await looksRight(page, 'values', { size: 'as it is' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Views of the map/ }).click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    await looksRight(page, 'saving a view', { size: 'as it is' });
  });
});
