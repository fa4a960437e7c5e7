import { afterEach, describe, expect, test, vi } from 'vitest';
import { speak } from '#core/model/language.ts';
import { codebookOf, type InterviewFacts, mergeThemes, starterId, theme } from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';
import { driverDocs, driverMember, driversWorld as world } from '#test/fixtures/driversWorld.ts';
import { mentionOf, raisedBy, somethingElse } from '#test/fixtures/interviewFacts.ts';
import { finding, lede, nextStep } from './findingWords.ts';
import { makeDriversModel } from './model.ts';

const reliability = starterId('product', 'reliability');
const price = starterId('value', 'price');
/** Who raises none of the themes raises something else. What was said and whose account it was would be formulas where a table is opened. */
const interview = (band: Band, themes: readonly string[], tier = 'Enterprise') =>
  raisedBy(band, [], {
    accountName: '=Account',
    segments: { Tier: tier },
    mentions:
      themes.length === 0
        ? [somethingElse()]
        : themes.map((t) => mentionOf(t, { text: '=HYPERLINK("x") it fails' })),
  });

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

describe('the driver table on screen', () => {
  test('opens with a sentence that the counts support', async () => {
    const facts = [
      ...times(16, (i) => interview('detractor', i < 11 ? [reliability] : [])),
      ...times(14, (i) => interview('detractor', i < 3 ? [reliability, price] : [], 'Small')),
    ];
    const { table, lines, interviewed } = await world(facts).ready();
    expect(finding(table, lines)).toBe(
      '14 of 30 detractors raised reliability (30 to 64%), 11 of them in Enterprise.',
    );
    expect(lede(table, lines)).toContain('30 detractors, 0 passives and 0 promoters');
    expect(lede(table, lines)).not.toContain('chance');
    expect(nextStep(interviewed).strong).toBe('No passives or promoters interviewed.');
  });

  test('names a tie as a tie, and says when the first two could stand the other way round', async () => {
    const tie = await world(times(6, () => interview('detractor', [reliability, price]))).ready();
    expect(finding(tie.table, tie.lines)).toBe(
      'Price and reliability were each raised by 6 of 6 detractors (61 to 100%).',
    );
    const near = await world([
      ...times(3, () => interview('detractor', [reliability])),
      ...times(3, (i) => interview('detractor', i < 2 ? [price] : [])),
    ]).ready();
    expect(lede(near.table, near.lines)).toContain('could be chance');
  });

  test('moves when an interview is tagged in another tab', async () => {
    const w = world([interview('detractor', [reliability])]);
    expect((await w.ready()).rows.length).toBe(1);
    w.tag([interview('detractor', [price])]);
    await vi.waitFor(() => {
      const view = w.model.view.value;
      expect(view.kind === 'ready' && view.rows.length).toBe(2);
    });
  });

  test('follows a merge made in the codebook at once, and can be told to show another band', async () => {
    const w = world([
      interview('detractor', [price]),
      interview('detractor', [reliability]),
      interview('passive', [price]),
    ]);
    expect((await w.ready()).rows.length).toBe(2);
    const doc = await w.replica.open(driverDocs.codebook);
    const merge = mergeThemes(
      codebookOf(doc.read(theme.collection)),
      driverDocs.codebook,
      price,
      reliability,
    );
    if (!merge.ok) throw new Error(merge.why.kind);
    await w.replica.apply(merge.value, driverMember);
    const view = await w.ready();
    expect(view.rows.map((r) => [r.theme, r.frequency.k])).toEqual([[reliability, 2]]);
    w.model.show('passive');
    expect((await w.ready()).table.rows[0]?.frequency).toMatchObject({ k: 1, n: 1 });
  });

  test('reads another cycle when the cycle changes, and never shows the first one late', async () => {
    const w = world([]);
    await w.ready();
    const answer = new Map<string, (rows: InterviewFacts[]) => void>();
    w.deps.facts.ofCycle = (cycle) => new Promise((done) => answer.set(cycle, done));
    w.deps.state.cycle.value = 'q3';
    w.deps.state.cycle.value = 'q2';
    expect(w.model.view.value.kind).toBe('loading');
    answer.get('q2')?.([]);
    expect((await w.ready()).rows).toEqual([]);
    answer.get('q3')?.([interview('detractor', [reliability])]);
    await Promise.resolve();
    await Promise.resolve();
    expect((await w.ready()).rows).toEqual([]);
  });

  test('without a cycle says so, and a store that fails says so', async () => {
    expect(world([], { cycle: '' }).model.view.value.kind).toBe('noCycle');
    const w = world([]);
    w.deps.facts.ofCycle = () => Promise.reject(new Error('disk'));
    w.model.dispose();
    const again = makeDriversModel(w.deps);
    await vi.waitFor(() => expect(again.view.value).toEqual({ kind: 'failed', reason: 'disk' }));
  });

  test('lets go of what it watches', async () => {
    const w = world([]);
    await w.ready();
    w.model.dispose();
    expect(w.watchers.size).toBe(0);
  });

  test('downloads what is on screen, with nothing a spreadsheet would run', async () => {
    const w = world([interview('detractor', [reliability]), interview('passive', [])]);
    await w.ready();
    w.model.downloadCsv();
    const file = w.saved[0];
    expect(file?.name).toBe('drivers-q4-2026-detractors.csv');
    expect(file?.text).toContain('Reliability,Product,detractor,1,1,');
    expect(file?.text).toContain('"\'=HYPERLINK(""x"") it fails"');
    expect(file?.text).not.toMatch(/NaN|undefined/);
  });
});

describe('the driver table in German', () => {
  afterEach(() => speak('en'));

  test('says one, many and a tie in the number that they are', async () => {
    await speak('de');
    const many = await world([
      ...times(16, (i) => interview('detractor', i < 11 ? [reliability] : [])),
      ...times(14, (i) => interview('detractor', i < 3 ? [reliability, price] : [], 'Small')),
    ]).ready();
    expect(finding(many.table, many.lines)).toBe(
      '14 von 30 Detraktoren nannten „Reliability“ (30 bis 64\u00a0%), 11 davon in Enterprise.',
    );
    expect(lede(many.table, many.lines)).toMatch(
      /^30 Personen befragt: 30 Detraktoren, 0 Passive und 0 Promotoren\./,
    );
    expect(nextStep(many.interviewed).strong).toBe('Noch wurden keine Passiven oder Promotoren befragt.');
    const tie = await world(times(6, () => interview('detractor', [reliability, price]))).ready();
    expect(finding(tie.table, tie.lines)).toBe(
      '„Price“ und „Reliability“ kamen bei je 6 von 6 Detraktoren zur Sprache (61 bis 100\u00a0%).',
    );
    const one = await world([interview('detractor', [price])]).ready();
    expect(finding(one.table, one.lines)).toMatch(/^1 von 1 Detraktor nannte „Price“/);
  });
});
