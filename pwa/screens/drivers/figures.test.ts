import { describe, expect, test, vi } from 'vitest';
import { Doc } from 'yjs';
import { projectDoc } from '#core/browser/facts/project.ts';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { captureNote, interviewHead, orderBetween, readLine, themeIndex } from '#core/notes/index.ts';
import { applyChanges } from '#core/replica/index.ts';
import { codebookOf, type InterviewFacts, starterId, starterThemes, theme } from '#core/themes/index.ts';
import { driverDocs, driverMember, driversWorld } from '#test/fixtures/driversWorld.ts';
import { factsWith, mentionOf, raising } from '#test/fixtures/interviewFacts.ts';
import { idOf, rolesOf, waveFrom } from '#test/fixtures/waves.ts';
import { concentrationText, figureWords, sinceText, whereText } from './figureWords.ts';
import { finding, lede, nextStep } from './findingWords.ts';
import { rowText } from './words.ts';

const reliability = starterId('product', 'reliability');
const price = starterId('value', 'price');
const q3 = { cycle: 'q3' };
const tier = (value: string) => ({ segments: { Tier: value } });

/** A call as it is typed, through its document and the projection, to what figures read. */
function held(serial: number, value: string, lines: readonly string[]): InterviewFacts {
  const id = `i${serial}`;
  const doc = docName(idOf<'workspace'>('w'), 'interview', id);
  const known = themeIndex(codebookOf(new Map()).open);
  const chance = seededChance(id);
  const head = {
    cycle: 'q4',
    person: `p${serial}`,
    name: 'Ada Byron',
    accountName: `Account ${serial}`,
    band: 'detractor' as const,
    score: serial % 7,
    segments: { Tier: value },
    interviewer: 'm',
    guide: 'g',
    guideVersion: 1,
    startedAt: serial,
    endedAt: serial + 1,
    consentAsked: true,
    consentQuote: 'withoutName' as const,
  };
  const notes = lines.flatMap((line, i) => {
    const read = readLine(line, known);
    return captureNote({
      doc,
      id: idOf<'note'>(`${id}-n${i}`),
      read,
      themes: read.themes.flatMap((t) => (t.id === null ? [] : [t.id])),
      order: orderBetween(i === 0 ? null : `${i}`, null, chance),
      at: i,
      area: 'scoreDrivers',
      question: '',
      author: 'm',
      authorName: 'Mo',
    });
  });
  const stored = new Doc();
  applyChanges(stored, [interviewHead.put(doc, 'head', head), ...notes], null);
  const facts = projectDoc(id, stored);
  if (!facts) throw new Error('no head');
  return facts;
}

test('"14 of 30 detractors, high, Enterprise and Mid-market" is said when thirty calls say so', async () => {
  const grave = ['"It fails on close day #reliability !!!', 'Keeps a spreadsheet #reliability'];
  const milder = ['Export came a day late #reliability !!'];
  const quiet = ['The invoice rose #price !'];
  const calls = (n: number, value: string, raise: number, lines: readonly string[]) =>
    Array.from({ length: n }, (_, i) => [value, i < raise ? lines : quiet] as const);
  const thirty = [
    ...calls(15, 'Enterprise', 10, grave),
    ...calls(10, 'Mid-market', 4, milder),
    ...calls(5, 'Small', 0, quiet),
  ].map(([value, lines], i) => held(i, value, lines));
  const { rows } = await driversWorld(thirty).ready();
  const row = rows.find((r) => r.theme === reliability);
  if (!row) throw new Error('no row');
  expect(rowText(row, 'detractor')).toBe('14 of 30 detractors, high, Enterprise and Mid-market');
  expect(row.quote).toMatchObject({ kind: 'quote', text: 'It fails on close day', name: '' });
  // 10 of 15 against 4 of 15: R fisher.test p = .066, no claim
  expect(row.concentration?.kind).toBe('across');
  expect(whereText(row.reach, row.concentration)).toBe('Enterprise and Mid-market');
});

test('a broader theme tagged itself keeps its severity and its words beside the part raised as often', async () => {
  const part = mentionOf(price, { severity: 1 });
  const whole = mentionOf(reliability, { severity: 3, verbatim: true, text: 'We lost a day.' });
  const call = { consentQuote: 'withoutName' as const };
  const w = driversWorld([
    factsWith({ ...call, mentions: [part, whole] }),
    factsWith({ ...call, mentions: [part] }),
  ]);
  await w.replica.apply([theme.put(driverDocs.codebook, price, { parent: reliability })], driverMember);
  await vi.waitFor(async () => expect((await w.ready()).rows).toHaveLength(2));
  const row = (await w.ready()).rows.find((r) => r.theme === reliability);
  expect(row).toMatchObject({ frequency: { k: 2 }, quote: { text: 'We lost a day.' } });
  // tagged nowhere itself it would say what its part says
  w.become([factsWith({ ...call, mentions: [part] })]);
  await vi.waitFor(async () => expect((await w.ready()).rows.map((r) => r.theme)).toEqual([price]));
});

describe('the segment on screen', () => {
  const facts = [
    ...raising(reliability, 11, 15, tier('Enterprise')),
    ...raising(reliability, 3, 15, tier('Small')),
    ...raising(price, 1, 4, { ...tier('Small'), band: 'passive' }),
  ];

  test('narrows the counts, and changes nothing that is said against other segments', async () => {
    const w = driversWorld(facts);
    await w.ready();
    expect(w.model.segments.value).toEqual([
      { dimension: 'Tier', value: 'Enterprise', n: 15 },
      { dimension: 'Tier', value: 'Small', n: 15 },
    ]);
    w.model.showSegment({ dimension: 'Tier', value: 'Enterprise' });
    const { rows, table, lines } = await w.ready();
    expect(rows[0]?.frequency).toMatchObject({ k: 11, n: 15 });
    expect(finding(table, lines, 'Enterprise')).toBe(
      '11 of 15 detractors in Enterprise raised reliability (48 to 89%).',
    );
    expect(rows[0]?.concentration && concentrationText(rows[0].concentration)).toBe(
      'concentrated in Enterprise',
    );
    w.model.downloadCsv();
    expect(w.saved[0]?.name).toBe('drivers-q4-2026-detractors-enterprise.csv');
  });

  test('is let go in another cycle, as is what was open', async () => {
    const w = driversWorld([...facts, ...raising(reliability, 1, 5, q3)]);
    await w.ready();
    w.model.showSegment({ dimension: 'Tier', value: 'Enterprise' });
    w.model.open(reliability);
    w.deps.state.cycle.value = 'q3';
    expect([w.model.segment.value, w.model.opened.value]).toEqual([null, '']);
    expect((await w.ready()).rows[0]?.frequency).toMatchObject({ k: 1, n: 5 });
  });

  test('is not used for everyone, and the next step looks at all who were interviewed', async () => {
    const w = driversWorld(facts);
    await w.ready();
    w.model.showSegment({ dimension: 'Tier', value: 'Enterprise' });
    const narrow = await w.ready();
    expect(lede(narrow.table, narrow.lines, 'Enterprise')).toMatch(/^15 people interviewed in Enterprise:/);
    expect(nextStep(narrow.interviewed).strong).toBe('No promoters interviewed.');
    w.model.show('everyone');
    const all = await w.ready();
    expect(w.model.segment.value).toBeNull();
    expect(lede(all.table, [])).toMatch(/^34 people interviewed: 30 detractors, 4 passives/);
    w.model.show('detractor');
    expect(w.model.segment.value).toMatchObject({ value: 'Enterprise' });
  });

  test('is let go where the other band has nobody in it', async () => {
    const w = driversWorld(facts);
    await w.ready();
    w.model.showSegment({ dimension: 'Tier', value: 'Enterprise' });
    w.model.show('passive');
    expect(w.model.segment.value).toBeNull();
    expect((await w.ready()).rows[0]?.frequency).toMatchObject({ k: 1, n: 4 });
  });

  test('the picture draws each segment with its count, a claim filled', async () => {
    const w = driversWorld(facts);
    await w.ready();
    const matrix = w.model.matrix.value;
    expect(matrix?.columns).toEqual([
      { value: 'Enterprise', n: 15 },
      { value: 'Small', n: 15 },
    ]);
    expect(matrix?.rows.slice(0, 1).map((r) => r.cells.map((c) => [c.k, c.beyondNoise]))).toEqual([
      [
        [11, true],
        [3, true],
      ],
    ]);
    expect(matrix && figureWords.matrix.finding(matrix)).toBe(
      'Reliability is concentrated in Enterprise: 11 of 15 there, 3 of 15 elsewhere',
    );
    w.model.downloadMatrix();
    expect(w.saved[0]?.text).toContain(
      'Reliability,detractor,Tier,Enterprise,11,15,0.4805,0.891,3,15,0.0092,0.0092,yes',
    );
    w.model.show('promoter');
    expect(w.model.matrix.value).toBeNull();
  });
});

describe('over cycles', () => {
  test('the row says how it moved, and what fell silent is listed', async () => {
    const facts = [
      ...raising(reliability, 14, 30),
      ...raising(reliability, 4, 28, q3),
      ...raising(price, 9, 28, q3).map((f, i) => ({ ...f, interview: `more${i}`, mentions: f.mentions })),
    ];
    const then = facts.filter((f) => f.cycle === 'q3');
    // one set of 28 calls: 4 raise reliability, 9 others price
    const once = then.slice(0, 28).map((f, i) => (i >= 19 ? { ...f, mentions: [mentionOf(price)] } : f));
    const w = driversWorld([...facts.filter((f) => f.cycle === 'q4'), ...once]);
    await w.ready();
    await vi.waitFor(async () => expect((await w.ready()).compared).toBe(true));
    const { rows, gone, table, lines } = await w.ready();
    expect(rows[0]?.trajectory).toMatchObject({ kind: 'rising', beyondNoise: true });
    expect(rows[0]?.trajectory && sinceText(rows[0].trajectory)).toBe('4 of 28 in Q3 2026');
    expect(finding(table, lines)).toBe(
      '14 of 30 detractors raised reliability (30 to 64%). In Q3 2026 it was 4 of 28.',
    );
    expect(gone.filter((g) => g.theme === price).map((g) => figureWords.gone(g))).toEqual([
      '9 of 28 in Q3 2026, none of 30 now, beyond noise',
    ]);
  });

  test('the first cycle is compared with nothing and says nothing of it', async () => {
    const { compared, rows, gone } = await driversWorld(raising(reliability, 4, 9)).ready();
    expect([compared, rows[0]?.trajectory, gone]).toEqual([false, null, []]);
  });

  test('earlier cycles are read once, however often this one changes', async () => {
    const w = driversWorld(raising(reliability, 1, 3));
    await w.ready();
    w.tag([factsWith()]);
    w.tag([factsWith()]);
    await vi.waitFor(async () => expect((await w.ready()).table.untagged.detractor).toBe(2));
    expect(w.asked.filter((cycle) => cycle === 'q3')).toHaveLength(1);
  });
});

describe('everyone', () => {
  const facts = [
    ...raising(reliability, 14, 30),
    ...raising(reliability, 3, 11, { band: 'passive' }),
    ...raising(price, 2, 7, { band: 'promoter' }),
  ];
  /** 10 detractors, 3 passives, 37 promoters answered. */
  const scores = [...Array<number>(10).fill(3), ...Array<number>(3).fill(7), ...Array<number>(37).fill(10)];
  const built = waveFrom({
    id: 'q4',
    csv: `nps\n${scores.join('\n')}\n`,
    columns: rolesOf({ nps: 'score' }),
  });
  const wave = { ...built.head, cycle: idOf<'cycle'>('q4') };

  test('is weighted to the survey, and says so', async () => {
    const w = driversWorld(facts, { waves: [wave] });
    await w.ready();
    expect(w.model.everyone.value).toEqual([]);
    w.model.show('everyone');
    expect(
      w.model.everyone.value
        .filter((r) => r.name)
        .map((r) => [r.theme, r.pooled.kind === 'weighted' && r.pooled.value]),
    ).toEqual([
      [price, expect.closeTo(0.74 * (2 / 7), 12)],
      [reliability, expect.closeTo(0.2 * (14 / 30) + 0.06 * (3 / 11), 12)],
    ]);
    w.model.downloadCsv();
    expect(w.saved[0]?.name).toBe('drivers-q4-2026-everyone-weighted.csv');
    expect(w.saved[0]?.text).toContain('Price,Value,0.211,');
  });

  test('without a survey, or with a band nobody was called of, gives no share', async () => {
    const alone = driversWorld(facts);
    await alone.ready();
    alone.model.show('everyone');
    expect(alone.model.everyone.value.every((r) => r.pooled.kind === 'noWave')).toBe(true);
    const few = driversWorld(facts.slice(0, 41), { waves: [wave] });
    await few.ready();
    few.model.show('everyone');
    expect(few.model.everyone.value[0]?.pooled).toEqual({ kind: 'missing', bands: ['promoter'] });
    few.model.downloadCsv();
    expect(few.saved[0]?.text).not.toMatch(/NaN|undefined/);
  });
});

test('a broader driver is listed where it says more than its parts, and the sentence names the part', async () => {
  const facts = [
    ...raising('part', 5, 5),
    factsWith({ mentions: [mentionOf(reliability)] }),
    factsWith({ mentions: [mentionOf('other')] }),
  ];
  const w = driversWorld(facts);
  const under = (name: string, parent: string) => ({ name, category: 'product' as const, parent });
  await w.replica.apply(
    [
      theme.put(driverDocs.codebook, 'part', under('Exports', reliability)),
      theme.put(driverDocs.codebook, 'other', under('Old screens', starterId('product', 'usability'))),
    ],
    driverMember,
  );
  await vi.waitFor(async () =>
    expect((await w.ready()).rows.map((r) => [r.name, r.partOf, r.frequency.k])).toEqual([
      ['Reliability', '', 6],
      ['Exports', 'Reliability', 5],
      ['Old screens', 'Hard to use', 1],
    ]),
  );
});

test('below five calls the lede says what cannot be said, and nothing is claimed', async () => {
  const { table, lines, rows } = await driversWorld(raising(reliability, 4, 4, tier('Enterprise'))).ready();
  expect(lede(table, lines)).toContain(
    'cannot say how common a driver is, where it belongs or whether it grows',
  );
  expect(rows[0]?.concentration?.kind).toBe('tooFew');
});

test('300 drivers over 2,000 calls: every order keeps every driver', async () => {
  const names = Array.from({ length: 300 }, (_, i) => starterThemes[i]?.id ?? `theme-${i}`);
  const facts = Array.from({ length: 2000 }, (_, i) =>
    factsWith({
      segments: { Tier: ['Enterprise', 'Small'][i % 2] ?? '', Market: `Market ${i % 12}` },
      mentions: [0, 1, 2, 3].map((j) => mentionOf(names[(i * 7 + j * j * 31) % 300] ?? '')),
    }),
  );
  const w = driversWorld(facts);
  await w.ready();
  for (const order of ['severity', 'change', 'segments', 'accounts', 'name', 'frequency'] as const) {
    w.model.orderBy(order);
    expect(new Set((await w.ready()).rows.map((r) => r.theme)).size).toBe(300);
  }
});
