import type { Locator, Page } from '@playwright/test';
import { expect, test } from './harness.ts';

/** 240 answers; Enterprise is weak beyond noise, in both markets alike; everybody can be reached but one. */
const survey = [
  'E-mail,Name,Company,How likely are you to recommend us?,Why?,Answered on,Tier,Market',
  ...Array.from({ length: 240 }, (_, i) => {
    const enterprise = i % 3 === 0;
    const score = enterprise ? [3, 5, 6, 7, 9, 2, 8, 6][i % 8] : [9, 10, 8, 7, 9, 10, 6, 9][i % 8];
    const answered = new Date(Date.now() - (i % 5) * 86_400_000).toISOString().slice(0, 10);
    const [mail, name] = [i === 9 ? '' : `person${i}@example.com`, `Person ${i}`];
    return [
      ...[mail, name, `Company ${i % 24}`, score, 'It fails on close day', answered],
      ...[enterprise ? 'Enterprise' : 'Small', ['Nordics', 'UK and Ireland'][(i >> 3) % 2]],
    ].join(',');
  }),
].join('\n');

async function bringSurvey(page: Page): Promise<void> {
  await page.goto('/survey');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'q4.csv', mimeType: 'text/csv', buffer: Buffer.from(survey) });
  await page.getByRole('button', { name: 'Keep 240 answers' }).click();
  await page.locator('.waves').waitFor();
  await saved(page);
}

/** What was done is on disk: the page may be left. */
async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: 'Saved on this device.' })).toBeVisible();
}

/** Presses Tab until the thing has the focus: what the mouse can do, the keyboard must reach. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press('Tab');
    if (await target.first().evaluate((el) => el === document.activeElement)) return;
  }
  throw new Error(`Tab never reaches ${target}`);
}

async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const bandTabs = { detractor: 'Detractors', passive: 'Passives', promoter: 'Promoters' } as const;

/** Types into the capture line, which has the focus, and waits until it is empty again. */
async function note(page: Page, text: string): Promise<void> {
  const line = page.locator(':focus');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(line).toHaveValue('');
}

/** From the map to the roster. */
async function choosePeople(page: Page): Promise<void> {
  await page.goto('/segments');
  await pressOn(page, page.getByRole('link', { name: /^Choose \d+ people to call$/ }));
  await pressOn(page, page.getByRole('button', { name: /^Put \d+ people on the roster$/ }));
  await page.getByRole('heading', { level: 1, name: /people to call\. No call has been held yet/ }).waitFor();
}

test('from the map to a claimed call, by keyboard only', async ({ page }) => {
  await bringSurvey(page);
  await page.goto('/segments');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'Enterprise scores lower than the rest by more than noise.',
  );

  // the proposed segment is ticked; the arrow keys go to another and Space ticks it
  const enterprise = page.getByRole('checkbox', { name: 'Interview Enterprise, Tier' });
  await expect(enterprise).toBeChecked();
  await tabTo(page, enterprise);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.locator('.rows input:checked')).toHaveCount(2);
  await expect(page.locator('.nextbar')).toContainText('2 segments ticked: Enterprise');

  await pressOn(page, page.getByRole('link', { name: 'Choose 24 people to call' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '24 people to call: 11 detractors, 8 passives and 5 promoters.',
  );
  await expect(page.locator('table.ppl tbody tr').first()).toContainText('Enterprise × detractor');
  await expect(page.getByText('No e-mail and no telephone number')).toBeVisible();

  // one more passive from the first segment: the plan follows, and so does the draw
  const field = page.getByRole('spinbutton', { name: 'Passives wanted, Enterprise' });
  await tabTo(page, field);
  await page.keyboard.type('5');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '25 people to call: 11 detractors, 9 passives and 5 promoters.',
  );
  await pressOn(page, page.getByRole('button', { name: 'Put 25 people on the roster' }));

  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('25 people to call. No call has been held yet.');
  await expect(heading).toBeFocused();
  const claim = page.getByRole('button', { name: /^Claim the call with/ });
  await pressOn(page, claim);
  await expect(page.locator('table.roster').getByText('You', { exact: true })).toHaveCount(1);
  await expect(claim).toHaveCount(24);
  await expect(page.locator('.lede')).toContainText('1 yours, 24 free.');
  await saved(page);

  // still there after a reload, and given back from the same place
  await page.reload();
  await expect(page.locator('table.roster').getByText('You', { exact: true })).toHaveCount(1);
  await pressOn(page, page.getByRole('button', { name: /^Give back the call with/ }));
  await expect(claim).toHaveCount(25);
});

test('the driver table moves in a second tab while somebody tags, and a merge moves it again', async ({
  page,
  context,
}) => {
  await bringSurvey(page);
  await choosePeople(page);
  const drivers = await context.newPage();
  await drivers.goto('/drivers');
  await expect(drivers.getByRole('heading', { level: 1 })).toHaveText('No call has been held yet');

  const first = page.locator('table.roster tbody tr').first();
  const says = await first.textContent();
  const band = (Object.keys(bandTabs) as (keyof typeof bandTabs)[]).find((b) => says?.includes(`× ${b}`));
  if (!band) throw new Error(`the roster does not say what for: ${says}`);
  await pressOn(page, first.getByRole('button', { name: /^Call/ }));
  await page.waitForURL(/\/call\//);
  // no consent to be quoted
  await pressOn(page, page.getByRole('button', { name: /^Keep these answers/ }));
  await page.getByRole('combobox').or(page.getByRole('textbox')).first().waitFor();
  await note(page, '"It fails on the day that matters #reliability !!!');
  await note(page, 'The invoice rose without a letter #price !');

  await drivers.getByRole('button', { name: bandTabs[band] }).click();
  const rows = drivers.locator('table.drv tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Reliability' })).toContainText('1 of 1');
  await expect(rows.filter({ hasText: 'Reliability' })).toContainText('high');
  // nobody has said yet that these words may be shown
  await expect(rows.filter({ hasText: 'Reliability' })).toContainText('has not allowed it to be shown');
  await expect(drivers.getByText('It fails on the day that matters')).toHaveCount(0);

  // by keyboard: Price is merged into Reliability, and one interview counts once
  await page.goto('/themes');
  await tabTo(page, page.getByRole('button', { name: /^Price, 1 call/ }));
  await page.keyboard.press('m');
  await page.getByRole('searchbox', { name: 'Find the theme to keep' }).fill('reliab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText('1 call tagged Price will count for Reliability.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('1 of 1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);
});

test('a number being typed stays while another plan is kept in another tab', async ({ page, context }) => {
  await bringSurvey(page);
  await page.goto('/people');
  const other = await context.newPage();
  await other.goto('/people');
  const wanted = (on: Page, band: string) => on.getByRole('spinbutton', { name: `${band} wanted` }).first();
  // what is tried changes nothing for anybody until it is kept
  const keep = (on: Page) => on.getByRole('button', { name: 'Keep this plan' }).click();
  await wanted(page, 'Detractors').fill('9');
  await wanted(other, 'Passives').fill('6');
  await other.keyboard.press('Tab');
  await keep(other);
  await expect(wanted(page, 'Passives')).toHaveValue('6');
  await expect(wanted(page, 'Detractors')).toHaveValue('9');
  await wanted(page, 'Detractors').press('Tab');
  await keep(page);
  await expect(wanted(other, 'Detractors')).toHaveValue('9');
  await expect(wanted(other, 'Passives')).toHaveValue('6');
  // what is no number is not kept, and does not stay standing either
  await wanted(page, 'Promoters').fill('');
  const promoters = await wanted(other, 'Promoters').inputValue();
  await page.keyboard.press('Tab');
  await expect(wanted(page, 'Promoters')).toHaveValue(promoters);
});
