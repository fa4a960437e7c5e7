import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsWith, mentionOf, somethingElse } from '#test/fixtures/interviewFacts.ts';
import { bands } from '../waves/index.ts';
import {
  codebookOf,
  driverTable,
  type InterviewFacts,
  impactOf,
  type MentionFact,
  quoteOf,
  severityOf,
  starterId,
} from './index.ts';

const exports = starterId('product', 'reliability');
const price = starterId('value', 'price');
const book = codebookOf(new Map());

const mention = (over: Partial<MentionFact> = {}) => mentionOf(exports, over);
const many = (n: number, make: (i: number) => Partial<InterviewFacts>): InterviewFacts[] =>
  Array.from({ length: n }, (_, i) => factsWith(make(i)));
const raising = (tier: string, n: number, k: number, severity: 0 | 1 | 2 | 3 = 3) =>
  many(n, (i) => ({ segments: { Tier: tier }, mentions: [i < k ? mention({ severity }) : somethingElse()] }));

describe('the driver table', () => {
  const facts = [
    ...raising('Enterprise', 15, 10),
    ...raising('Mid-market', 10, 4, 2),
    ...raising('Small', 5, 0),
    ...many(11, (i) => ({ band: 'passive', mentions: [i < 3 ? mention() : somethingElse()] })),
    ...many(7, () => ({ band: 'promoter', mentions: [somethingElse()] })),
  ];
  const table = driverTable(facts, book, 'detractor');
  const row = table.rows[0];

  test('says "14 of 30 detractors, high, Enterprise and Mid-market" when the interviews say so', () => {
    expect(row?.name).toBe('Reliability');
    expect(row?.frequency).toMatchObject({ k: 14, n: 30 });
    // R: prop.test(14, 30, correct = FALSE)$conf.int
    expect(row?.frequency.low).toBeCloseTo(0.3023, 4);
    expect(row?.frequency.high).toBeCloseTo(0.6386, 4);
    expect(row?.severity).toEqual({ level: 3, reached: 10, of: 14 });
    expect(row?.reach.kind).toBe('named');
    expect(row?.reach.affected.map((s) => [s.value, s.k, s.n])).toEqual([
      ['Enterprise', 10, 15],
      ['Mid-market', 4, 10],
    ]);
    expect(row?.impact).toEqual({ accounts: 14, revenue: 14000, revenueKnown: 14, withoutAccount: 0 });
  });

  test('puts the bands side by side and never pools them', () => {
    expect(row?.byBand).toEqual({
      detractor: { k: 14, n: 30 },
      passive: { k: 3, n: 11 },
      promoter: { k: 0, n: 7 },
    });
    expect(table.interviews).toEqual({ detractor: 30, passive: 11, promoter: 7 });
  });

  test('counts an interview once, however often a theme came up, merged ones included', () => {
    const merged = codebookOf(new Map([[price, { mergedInto: exports }]]));
    const one = [factsWith({ mentions: [mention(), mention(), mention({ theme: price, severity: 1 })] })];
    const rows = driverTable(one, merged, 'detractor').rows;
    expect(rows.map((r) => [r.theme, r.frequency.k, r.frequency.n])).toEqual([[exports, 1, 1]]);
  });

  test('counts a call once it has a tag, and says how many have notes without any, or still run', () => {
    const t = driverTable(
      [
        ...[factsWith({ notes: 0 }), factsWith(), factsWith({ mentions: [mention()] })],
        factsWith({ mentions: [somethingElse()], endedAt: 0 }),
        factsWith({ band: 'passive' }),
      ],
      book,
      'detractor',
    );
    expect(t.rows[0]?.frequency).toMatchObject({ k: 1, n: 2 });
    expect([t.interviews.detractor, t.untagged, t.running]).toEqual([
      2,
      { detractor: 1, passive: 1, promoter: 0 },
      1,
    ]);
  });

  test('ten calls whose notes wait for their tags neither thin the share nor make a segment of the rest', () => {
    const waiting = many(10, () => ({ segments: { Tier: 'Small' } }));
    const [top] = driverTable([...raising('Enterprise', 10, 8), ...waiting], book, 'detractor').rows;
    expect(top?.frequency).toMatchObject({ k: 8, n: 10 });
    expect(top?.reach.all).toMatchObject([{ value: 'Enterprise', k: 8, n: 10 }]);
  });

  test('a theme this device has no name for still has its row', () => {
    const t = driverTable(
      [factsWith({ mentions: [mention({ theme: 'from-elsewhere' })] })],
      book,
      'detractor',
    );
    expect(t.rows[0]).toMatchObject({ theme: 'from-elsewhere', name: '', category: null });
  });

  test('is empty, not broken, without interviews', () => {
    expect(driverTable([], book, 'promoter')).toEqual({
      band: 'promoter',
      interviews: { detractor: 0, passive: 0, promoter: 0 },
      untagged: { detractor: 0, passive: 0, promoter: 0 },
      running: 0,
      rows: [],
    });
  });

  test('for any interviews: 1 <= k <= n, the interval holds the share, segment counts fit, order is by k', () => {
    const themes = fc.constantFrom(exports, price, 'x', 'y');
    const any = fc.record({
      band: fc.constantFrom(...bands),
      notes: fc.nat(3),
      tier: fc.constantFrom('A', 'B', ''),
      mentions: fc.array(fc.record({ theme: themes, severity: fc.constantFrom(0, 1, 2, 3) }), {
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), fc.constantFrom(...bands), (rows, band) => {
        const all = rows.map((r) =>
          factsWith({
            ...r,
            segments: r.tier ? { Tier: r.tier } : {},
            mentions: r.notes ? r.mentions.map((m) => mention(m)) : [],
          }),
        );
        const t = driverTable(all, book, band);
        for (const { frequency: f, severity, reach, byBand } of t.rows) {
          expect(f.k >= 1 && f.k <= f.n && f.n === t.interviews[band]).toBe(true);
          expect(f.low <= f.k / f.n && f.k / f.n <= f.high && f.low >= 0 && f.high <= 1).toBe(true);
          expect(byBand[band]).toEqual({ k: f.k, n: f.n });
          expect(severity.of).toBe(f.k);
          for (const s of reach.all) expect(s.k <= s.n && s.k <= f.k && !(s.tooFew && s.named)).toBe(true);
        }
        const ks = t.rows.map((r) => r.frequency.k);
        expect(ks).toEqual([...ks].sort((a, b) => b - a));
      }),
    );
  });
});

describe('severity', () => {
  const raised = (...levels: (0 | 1 | 2 | 3)[]) =>
    levels.map((severity) => ({ interview: factsWith(), mentions: [mention({ severity })] }));

  test('is the highest level that a third of the interviews raising it gave', () => {
    expect(severityOf(raised(3, 1, 1))).toEqual({ level: 3, reached: 1, of: 3 });
    expect(severityOf(raised(3, 2, 1, 1))).toEqual({ level: 2, reached: 2, of: 4 });
    expect(severityOf(raised(0, 0, 0, 3))).toEqual({ level: 0, reached: 1, of: 4 });
    expect(severityOf([])).toEqual({ level: 0, reached: 0, of: 0 });
  });

  test('by hand: 10 of 30 high is high, 9 of 30 is not; those who said high also said medium', () => {
    const of30 = (high: number, medium: number, low: number) =>
      raised(
        ...Array<3>(high).fill(3),
        ...Array<2>(medium).fill(2),
        ...Array<1>(low).fill(1),
        ...Array<0>(30 - high - medium - low).fill(0),
      );
    expect(severityOf(of30(10, 0, 0))).toEqual({ level: 3, reached: 10, of: 30 });
    expect(severityOf(of30(9, 1, 0))).toEqual({ level: 2, reached: 10, of: 30 });
    expect(severityOf(of30(3, 3, 4))).toEqual({ level: 1, reached: 10, of: 30 });
    expect(severityOf(of30(3, 3, 3))).toEqual({ level: 0, reached: 9, of: 30 });
  });

  test('is harm: praise states none, however strongly', () => {
    const both = mention({ valence: 'good', severity: 3 });
    expect(severityOf([{ interview: factsWith(), mentions: [both, mention({ severity: 1 })] }])).toEqual({
      level: 1,
      reached: 1,
      of: 1,
    });
  });

  test('lets an interview speak with the gravest of its mentions', () => {
    const both = [{ interview: factsWith(), mentions: [mention({ severity: 1 }), mention({ severity: 3 })] }];
    expect(severityOf(both)).toEqual({ level: 3, reached: 1, of: 1 });
  });
});

describe('where a theme was raised', () => {
  const reach = (...facts: InterviewFacts[][]) => driverTable(facts.flat(), book, 'detractor').rows[0]?.reach;

  test('names no segment when every one that can be read raises it', () => {
    expect(reach(raising('Enterprise', 6, 4), raising('Small', 6, 3))).toMatchObject({
      kind: 'across',
      affected: [],
    });
  });

  test('says too few below five interviews a segment, and nothing about the only segment there is', () => {
    expect(reach(raising('Enterprise', 4, 4), raising('Small', 4, 0))?.kind).toBe('tooFew');
    expect(reach(raising('Enterprise', 9, 9))?.kind).toBe('tooFew');
  });

  test('says scattered where segments can be read and none is raised by enough', () => {
    expect(reach(raising('Enterprise', 12, 2), raising('Small', 12, 1))?.kind).toBe('scattered');
  });
});

describe('the quote of a theme', () => {
  const said = (over: Partial<InterviewFacts>, ...mentions: MentionFact[]) => ({
    interview: factsWith(over),
    mentions,
  });

  test('is the gravest, then the longest that is not too long, then the earliest', () => {
    const long = mention({ text: 'x'.repeat(300) });
    const best = mention({ text: 'A sentence that tells what happened.' });
    expect(
      quoteOf([said({}, mention({ severity: 2, text: 'y'.repeat(100) }), long, best, mention())]),
    ).toMatchObject({
      kind: 'quote',
      note: best.note,
    });
    const praise = mention({ severity: 3, valence: 'good', text: 'It is so fast, we love it.' });
    const graver = mention({ severity: 2, text: 'An hour to load.' });
    expect(quoteOf([said({}, praise, graver)])).toMatchObject({ note: graver.note });
    const twin = mention({ text: best.text });
    expect(quoteOf([said({ startedAt: 9 }, best), said({ startedAt: 2 }, twin)])).toMatchObject({
      note: twin.note,
    });
  });

  test('without consent is not shown, and without consent to the name is shown without it', () => {
    expect(quoteOf([said({ consentQuote: 'no' }, mention())])).toEqual({ kind: 'withheld', verbatims: 1 });
    expect(quoteOf([said({ consentQuote: 'withoutName' }, mention())])).toMatchObject({
      kind: 'quote',
      name: '',
    });
    expect(quoteOf([said({ consentQuote: 'withName' }, mention())])).toMatchObject({ name: 'Ada Byron' });
    expect(
      quoteOf([
        said({ consentQuote: 'no' }, mention({ text: 'Longer than the other one.' })),
        said({}, mention({ severity: 1, text: 'Short.' })),
      ]),
    ).toMatchObject({ text: 'Short.' });
  });

  test('is never an interviewer’s own wording', () => {
    expect(quoteOf([said({}, mention({ verbatim: false }))])).toEqual({ kind: 'none' });
  });
});

describe('business impact', () => {
  test('counts an account once, keeps revenue of 0, and says where it is unknown', () => {
    const facts = [
      factsWith({ accountName: 'Acme', revenue: 0 }),
      factsWith({ accountName: ' acme ', revenue: 50 }),
      factsWith({ accountName: 'Bolt', revenue: null }),
      factsWith({ accountName: '', revenue: 7 }),
    ];
    expect(impactOf(facts)).toEqual({ accounts: 2, revenue: 0, revenueKnown: 1, withoutAccount: 1 });
    const spelled = ['Müller  GmbH', 'Mu\u0308ller GmbH', 'müller gmbh'].map((accountName) =>
      factsWith({ accountName, revenue: 5 }),
    );
    expect(impactOf(spelled)).toMatchObject({ accounts: 1, revenue: 5 });
  });
});
