import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { desk, looksRight, phone } from './face.ts';
import { expect, test } from './harness.ts';

/**
 * Whom to call, from the numbers to the substitute: tried before it is kept, drawn, claimed, invited, arranged with a
 * calendar file, refused and replaced; and somebody the survey does not know.
 */

const zones = ['Europe/London', '+02:00', 'America/New_York', ''];

/** 120 answers, every score, two tiers, two markets; some cannot be asked, one has a very long name. */
const survey = [
  'E-mail,Name,Company,Phone,Time zone,Opt out,How likely are you to recommend us?,Why?,Answered on,Tier,Market',
  ...Array.from({ length: 120 }, (_, i) =>
    [
      `person${i}@customer-${i % 30}.example`,
      i % 40 === 0
        ? `Maximiliana Featherstonehaugh-Wolfeschlegelsteinhausen the ${String(i).padStart(3, '0')}th`
        : `Person Number${String(i).padStart(3, '0')}`,
      `Company ${i % 30}`,
      i % 3 === 0 ? '' : `+44 20 7946 0${String(100 + i)}`,
      zones[i % zones.length],
      i % 15 === 4 ? 'yes' : 'no',
      i % 11,
      i % 4 === 0 ? 'The export failed on close day' : '',
      `2026-11-${String(14 + (i % 8)).padStart(2, '0')}`,
      i % 3 === 0 ? 'Enterprise' : 'Small',
      ['Nordics', 'UK and Ireland'][i % 2],
    ].join(','),
  ),
].join('\n');

async function bringSurvey(page: Page, csv = survey): Promise<void> {
  await page.goto('/survey');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'q4.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: /^Keep [\d,]+ answers/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NPS');
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const put = (page: Page) => page.getByRole('button', { name: /^Put \d+ people on the roster$/ });

/** An .ics file taken apart, its lines unfolded and its text unescaped. */
function calendarOf(file: string): Map<string, string> {
  expect(file.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
  return new Map(
    lines.filter(Boolean).map((line) => {
      const at = line.indexOf(':');
      return [
        line.slice(0, at),
        line.slice(at + 1).replace(/\\([\\;,n])/g, (_, c) => (c === 'n' ? '\n' : c)),
      ];
    }),
  );
}

async function menuOf(page: Page, name: string, item: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`^State of ${name}:`) });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: item, exact: true }).press('Enter');
}

// The whole way is gone on both, and each is looked at where it is gone.
for (const viewport of [desk, phone])
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });
    const windows = [viewport];

    test('from the numbers to a substitute', async ({ page }) => {
      test.slow();
      await bringSurvey(page);
      await page.goto('/people');
      await expect(put(page)).toBeVisible();
      await expect(heading(page)).toContainText('people to call');
      const total = Number(/\d+/.exec(await heading(page).innerText())?.[0]);
      await looksRight(page, 'choose', { windows });

      // tried before it is kept: one more, another segment, another seed, and back again
      const tried = page.getByRole('region', { name: 'What this would change' });
      await expect(tried).toHaveCount(0);
      const passives = page.getByRole('spinbutton', { name: /^Passives wanted/ }).first();
      await passives.fill(String(Number(await passives.inputValue()) + 1));
      await page.keyboard.press('Tab');
      await expect(tried).toContainText(`1 person would come; ${total} stay.`);
      await page.getByLabel('Seed of the draw').fill('another seed');
      await page.keyboard.press('Tab');
      await expect(tried).toContainText(/people would come and \d+ would go/);
      await page.getByLabel('Choose a segment to add').selectOption({ label: 'Nordics' });
      await expect(page.getByRole('spinbutton', { name: 'Passives wanted, Nordics' })).toBeVisible();
      await looksRight(page, 'what if', { windows });
      for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Undo the last change' }).click();
      await expect(tried).toHaveCount(0);

      // a plan without passives is flagged
      for (const field of await page.getByRole('spinbutton', { name: /^Passives wanted/ }).all()) {
        await field.fill('0');
        await page.keyboard.press('Tab');
      }
      await expect(page.getByText('Nobody in the middle')).toBeVisible();
      await page.getByLabel('What it is for').selectOption('company');
      await expect(heading(page)).toContainText('60 people');
      await page.getByRole('button', { name: 'Keep this plan' }).click();
      await expect(tried).toHaveCount(0);
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect(heading(page)).toContainText(`${total} people to call`);

      await put(page).click();
      await expect(heading(page)).toContainText('No call has been held yet');
      await expect(page.locator('.lede')).toContainText('24 are chosen, within this study’s 24 to 30.');
      await looksRight(page, 'roster', { windows });

      // claimed
      const claim = page.getByRole('button', { name: /^Claim the call with/ }).first();
      const name = ((await claim.getAttribute('aria-label')) ?? '').replace('Claim the call with ', '');
      const row = page.getByRole('row', { name: new RegExp(name) });
      await claim.click();
      await expect(row.getByText('You', { exact: true })).toBeVisible();

      // the mail holds the text of the person's band and no score
      const mail = new URL((await row.locator('a.mail').getAttribute('href')) ?? '');
      expect(mail.protocol).toBe('mailto:');
      expect(mail.pathname).toMatch(/^person\d+@customer-\d+\.example$/);
      const body = mail.searchParams.get('body') ?? '';
      expect(body).toContain(`Hello ${name.split(' ')[0]},\r\n\r\n`);
      expect(body).not.toMatch(/score|detractor|passive|promoter|\{\{/i);

      // invited; the same text stands in the dialog
      await menuOf(page, name, 'Invite');
      const invite = page.getByRole('dialog', { name: `Invite ${name}` });
      await expect(invite).toContainText(mail.searchParams.get('subject') ?? 'no subject');
      await expect(invite.getByRole('link', { name: 'Open in your mail program' })).toHaveAttribute(
        'href',
        mail.href,
      );
      await looksRight(page, 'invite', { windows, size: 'as it is' });
      await invite.getByRole('button', { name: 'Mark as invited' }).click();
      await expect(page.getByRole('button', { name: `State of ${name}: invited` })).toBeVisible();

      // arranged: the file says when, to the minute, in UTC
      await menuOf(page, name, 'Arrange a time');
      const arrange = page.getByRole('dialog', { name: `Arrange the call with ${name}` });
      await arrange.getByLabel('Day').fill('2020-01-01');
      await arrange.getByRole('button', { name: 'Arrange and save the calendar file' }).click();
      await expect(arrange.getByRole('alert')).toHaveText('Choose a day and time that are still to come.');
      await arrange.getByLabel('Day').fill('2031-05-06');
      await arrange.getByLabel('Time, as your clock has it').fill('10:40');
      await arrange.getByLabel('Minutes').selectOption('45');
      await looksRight(page, 'arrange', { windows, size: 'as it is' });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        arrange.getByRole('button', { name: 'Arrange and save the calendar file' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^call-.*\.ics$/);
      const event = calendarOf(readFileSync(await download.path(), 'utf8'));
      const utc = (iso: string) => `${iso.replace(/[-:]/g, '').slice(0, 15)}Z`;
      const starts = await page.evaluate(() => new Date('2031-05-06T10:40').toISOString());
      const ends = await page.evaluate(() => new Date('2031-05-06T11:25').toISOString());
      expect(event.get('DTSTART')).toBe(utc(starts));
      expect(event.get('DTEND')).toBe(utc(ends));
      expect(event.get('SEQUENCE')).toBe('0');
      expect(event.get('SUMMARY')).toContain(`Call with ${name}`);
      await expect(row).toContainText('6 May');

      // declined: one press draws somebody of the same stratum
      const reason = await row.locator('td.wy').innerText();
      await menuOf(page, name, 'Declined');
      const empty = page.getByRole('region', { name: 'Places that fell empty' });
      await expect(empty).toContainText(`${name} declined.`);
      await looksRight(page, 'empty place', { windows });
      await empty.getByRole('button', { name: `Draw a substitute for ${name}` }).click();
      await expect(empty).toHaveCount(0);
      const substitute = page.getByRole('row').filter({ hasText: `for ${name}, who declined` });
      await expect(substitute).toContainText(reason);
      await expect(page.locator('table.roster tbody tr')).toHaveCount(24);

      // somebody the survey does not know
      await page.getByRole('button', { name: 'Add somebody' }).click();
      const add = page.getByRole('dialog', { name: 'Add somebody from outside the survey' });
      await add.getByLabel('Name').fill('Ada Bell');
      await add.getByLabel('E-mail').fill('ada@new.example');
      await add.getByRole('button', { name: 'Add to the roster' }).click();
      await expect(add.getByRole('alert')).toContainText('Say why they should be asked');
      await add.getByLabel('Why they should be asked').fill('Left in June, and nobody asked why');
      await looksRight(page, 'add', { windows, size: 'as it is' });
      await add.getByRole('button', { name: 'Add to the roster' }).click();
      const ada = page.getByRole('row', { name: /Ada Bell/ });
      await expect(ada).toContainText('from outside the survey');
      await expect(ada).toContainText('score not known');

      // still there after a reload; a call with her begins with a score
      await page.reload();
      await ada.getByRole('button', { name: 'Call Ada Bell' }).click();
      const ask = page.getByRole('dialog', { name: 'First ask Ada Bell for a score' });
      await ask.getByLabel('3', { exact: true }).check();
      await looksRight(page, 'ask for a score', { windows, size: 'as it is' });
      await ask.getByRole('button', { name: 'Begin the call with a score of 3' }).click();
      await page.waitForURL(/\/call\//);
    });

    test('invitation texts: an unknown placeholder is named, a kept text is used', async ({ page }) => {
      await bringSurvey(page);
      await page.goto('/people');
      await put(page).click();
      await page.getByRole('button', { name: 'Invitation texts' }).click();
      const texts = page.getByRole('dialog', { name: 'Invitation texts' });
      await texts.getByLabel('Text', { exact: true }).fill('Hello {{frstName}}, you gave us {{score}}.');
      await expect(texts.getByRole('status')).toContainText('“{{frstName}}” is not known.');
      await expect(texts.getByRole('status')).toContainText('which this text does not allow');
      await looksRight(page, 'texts', { windows, size: 'as it is' });
      await texts.getByLabel('Text', { exact: true }).fill('Hello {{firstName}}, may I ring?');
      await expect(texts.getByText(/^Hello \S+, may I ring\?$/)).toBeVisible();
      await texts.getByRole('button', { name: 'Keep this text' }).click();
      await page.keyboard.press('Escape');
      const detractor = page
        .getByRole('row')
        .filter({ hasText: /\d, detractor/ })
        .first();
      const href = await detractor.locator('a.mail').getAttribute('href');
      expect(new URL(href ?? '').searchParams.get('body')).toMatch(/^Hello \S+, may I ring\?$/);
    });
  });

test('594 people on the roster are there at once, found by name and reached by scrolling', async ({
  page,
}) => {
  test.slow();
  const rows = Array.from(
    { length: 1400 },
    (_, i) => `p${i}@x.example,Person Number${i},${i % 11},2026-11-20,${i % 2 ? 'Small' : 'Large'}`,
  );
  const header = 'E-mail,Name,How likely are you to recommend us?,Answered on,Tier';
  await bringSurvey(page, [header, ...rows].join('\n'));
  await page.goto('/people');
  for (const tier of ['Large', 'Small'])
    await page.getByLabel('Choose a segment to add').selectOption({ label: tier });
  for (const tier of ['Large', 'Small'])
    for (const band of ['Detractors', 'Passives', 'Promoters']) {
      await page.getByRole('spinbutton', { name: `${band} wanted, ${tier}` }).fill('99');
      await page.keyboard.press('Tab');
    }
  await expect(heading(page)).toContainText('594 people to call');
  await put(page).click();
  await expect(heading(page)).toContainText('No call has been held yet');
  const took = await page.evaluate(async () => {
    const button = [...document.querySelectorAll<HTMLElement>('.sort')].find((b) => b.innerText === 'Person');
    const start = performance.now();
    button?.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
  });
  console.log(`594 people sorted and drawn in ${Math.round(took)} ms`);
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await page.locator('table.roster tbody tr').count()).toBe(594);
  }).toPass();
  await page.getByLabel('Find a person or account').fill('number69');
  await expect(page.locator('table.roster tbody tr').first()).toContainText('Number69');
});
