import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsWith, mentionOf, raising } from '#test/fixtures/interviewFacts.ts';
import { codebookOf, concentrationsOf, type InterviewFacts, raisedByTheme } from './index.ts';

const book = codebookOf(new Map());
const read = (facts: readonly InterviewFacts[]) => concentrationsOf(raisedByTheme(facts, book), facts);
const tier = (name: string) => ({ segments: { Tier: name } });

test('11 of 15 in Enterprise against 3 of 15 elsewhere is concentrated there', () => {
  const found = read([
    ...raising('x', 11, 15, tier('Enterprise')),
    ...raising('x', 3, 15, tier('Small')),
  ]).get('x');
  expect(found?.kind).toBe('concentrated');
  const [first, ...others] = found?.segments ?? [];
  expect(others).toEqual([]);
  // by hand: 2 x (364 x 1820 + 91 x 560 + 14 x 120 + 16) of 155,117,520 ways; the mirror test has the same p
  expect(first).toMatchObject({ value: 'Enterprise', k: 11, n: 15, elseK: 3, elseN: 15, beyondNoise: true });
  expect(first?.p).toBeCloseTo(0.0092206, 7);
  expect(first?.adjusted).toBeCloseTo(0.0092206, 7);
});

test('many tests are counted: what is clear alone is said to lean once others were asked too', () => {
  const facts = [...raising('x', 9, 12, tier('Enterprise')), ...raising('x', 3, 12, tier('Small'))];
  expect(read(facts).get('x')?.kind).toBe('concentrated');
  const busy = facts.map((f, i) => ({
    ...f,
    mentions: [
      ...f.mentions,
      ...['a', 'b', 'c', 'd'].filter((_, t) => (i + t) % 2 === 0).map((t) => mentionOf(t)),
    ],
  }));
  const found = read(busy).get('x');
  expect(found).toMatchObject({ kind: 'leaning', segments: [{ value: 'Enterprise', beyondNoise: false }] });
  expect(read(busy).get('a')?.kind).toBe('across');
});

test('fewer than five on either side, or counts that could show nothing, are too few and cost no other test', () => {
  expect(
    read([...raising('x', 4, 4, tier('Enterprise')), ...raising('x', 0, 20, tier('Small'))]).get('x')?.kind,
  ).toBe('tooFew');
  expect(
    read([...raising('x', 3, 5, tier('Enterprise')), ...raising('x', 0, 5, tier('Small'))]).get('x'),
  ).toMatchObject({
    kind: 'tooFew',
    all: [{ p: null }, { p: null }],
  });
  expect(read(raising('x', 9, 20, tier('Enterprise'))).get('x')?.kind).toBe('tooFew');
});

test('who has no value in a dimension is neither there nor elsewhere', () => {
  const facts = [
    ...raising('x', 8, 10, tier('Enterprise')),
    ...raising('x', 1, 10, tier('Small')),
    ...raising('x', 9, 9, { segments: { Tier: '' } }),
  ];
  expect(read(facts).get('x')?.segments).toMatchObject([{ value: 'Enterprise', elseK: 1, elseN: 10 }]);
});

test('a segment that raises it less, with no single one that raises it more, is said to be rarer', () => {
  const facts = [
    ...raising('x', 6, 10, tier('A')),
    ...raising('x', 6, 10, tier('B')),
    ...raising('x', 6, 10, tier('C')),
    ...raising('x', 0, 12, tier('D')),
  ];
  expect(read(facts).get('x')).toMatchObject({ kind: 'rarer', segments: [{ value: 'D', k: 0 }] });
});

test('for any interviews: a claim has its test, the correction never lowers p, and groups add up', () => {
  const value = fc.constantFrom('A', 'B', 'C', '');
  const any = fc.record({ tier: value, market: value, themes: fc.subarray(['x', 'y', 'z']) });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (rows) => {
      const facts = rows.map((r) =>
        factsWith({
          segments: { Tier: r.tier, Market: r.market },
          mentions: r.themes.map((t) => mentionOf(t)),
        }),
      );
      for (const { kind, segments, all } of read(facts).values()) {
        for (const s of all) {
          expect(s.k <= s.n && s.elseK <= s.elseN).toBe(true);
          if (s.p === null) expect(s.beyondNoise).toBe(false);
          else expect((s.adjusted ?? 0) >= s.p - 1e-12).toBe(true);
        }
        expect(segments.length > 0).toBe(['concentrated', 'rarer', 'leaning'].includes(kind));
        expect(segments.every((s) => s.beyondNoise === (kind !== 'leaning'))).toBe(true);
      }
    }),
  );
});
