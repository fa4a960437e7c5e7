import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsWith, mentionOf, raising } from '#test/fixtures/interviewFacts.ts';
import { type CycleTally, codebookOf, tallyOf, trajectoriesOf } from './index.ts';

const book = codebookOf(new Map());
/** "4/28", "14/30": theme x in cycles one after the other. */
const cycles = (...counts: string[]): CycleTally[] =>
  counts.map((text, i) => {
    const [k = 0, n = 0] = text.split('/').map(Number);
    return { cycle: `c${i}`, name: `Q${i + 1}`, n, raised: new Map(k > 0 ? [['x', k]] : []) };
  });
const moved = (...counts: string[]) => {
  const found = trajectoriesOf(cycles(...counts)).get('x');
  return found && [found.kind, found.beyondNoise, found.since?.name ?? ''];
};

test('rising and falling are said beyond noise only; else it persists', () => {
  // R: fisher.test(matrix(c(14, 16, 4, 24), 2))$p.value = 0.0107
  expect(moved('4/28', '14/30')).toEqual(['rising', true, 'Q1']);
  expect(moved('14/30', '4/28')).toEqual(['falling', true, 'Q1']);
  expect(moved('5/28', '6/30')).toEqual(['persistent', false, 'Q1']);
});

test('a slow rise is a rise though no single step is beyond noise', () => {
  // 9/30 -> 13/30 alone: p = .42; the line over four cycles: z = 3.08, p = .0021, doubled
  expect(moved('3/30', '6/30', '9/30', '13/30')).toEqual(['rising', true, 'Q3']);
  expect(moved('9/30', '13/30')).toEqual(['persistent', false, 'Q1']);
});

test('a theme that has nearly died out is falling, though its last step alone could show nothing', () => {
  // R: prop.trend.test(c(25, 15, 1, 1), rep(30, 4)): X-squared = 54.18, p < .0001; 1/30 -> 1/30 alone could not be below .05
  expect(moved('25/30', '15/30', '1/30', '1/30')).toEqual(['falling', true, 'Q3']);
  expect(moved('12/30', '6/30', '2/30', '1/30')).toEqual(['falling', true, 'Q3']);
  expect(moved('1/30', '1/30', '15/30', '25/30')).toEqual(['rising', true, 'Q3']);
  // too few for either test
  expect(moved('3/10', '1/10', '1/10')).toEqual(['persistent', false, 'Q2']);
});

test('new, back and gone are said of any count, and told apart from noise', () => {
  expect(moved('0/28', '9/30')).toEqual(['new', true, 'Q1']);
  expect(moved('0/28', '1/30')).toEqual(['new', false, 'Q1']);
  expect(moved('6/28', '0/30', '8/30')).toEqual(['back', true, 'Q2']);
  expect(moved('9/28', '0/30')).toEqual(['gone', true, 'Q1']);
  expect(moved('1/28', '0/30')).toEqual(['gone', false, 'Q1']);
  expect(moved('9/28', '0/30', '0/30')).toBeUndefined();
});

test('cycles with too few calls are passed over, but what was raised there is not new', () => {
  expect(moved('4/28', '3/3', '14/30')).toEqual(['rising', true, 'Q1']);
  expect(moved('0/28', '2/3', '9/30')).toEqual(['back', true, 'Q1']);
  expect(moved('2/3', '9/30')).toEqual(['first', false, '']);
  expect(moved('9/30')).toEqual(['first', false, '']);
  expect(moved('9/30', '2/4')).toEqual(['tooFew', false, '']);
});

test('many themes are many tests: a lone difference among them is not said', () => {
  const [then, now] = cycles('4/30', '11/30');
  if (!then || !now) throw new Error('two cycles');
  expect(moved('4/30', '12/30')?.[0]).toBe('rising');
  const themes = (k: number) => Array.from({ length: 20 }, (_, i) => [`y${i}`, k] as const);
  const crowd = trajectoriesOf([
    { ...then, raised: new Map([['x', 4], ...themes(8)]) },
    { ...now, raised: new Map([['x', 12], ...themes(8)]) },
  ]);
  expect(crowd.get('x')).toMatchObject({ kind: 'persistent', beyondNoise: false });
});

test('a cycle is counted like the table: an interview once, only when tagged and over, parts for the broader theme', () => {
  const of = (name: string, parent: string) => [name, { name, category: 'product', parent }] as const;
  const nested = codebookOf(new Map([of('x', ''), of('part', 'x')]));
  const facts = [
    ...raising('part', 2, 3),
    factsWith({ mentions: [mentionOf('x'), mentionOf('part')] }),
    ...[factsWith({ notes: 0 }), factsWith(), factsWith({ mentions: [mentionOf('x')], endedAt: 0 })],
  ];
  const tally = tallyOf({ id: 'q4', name: 'Q4' }, facts, nested);
  expect([tally.n, tally.raised.get('x'), tally.raised.get('part')]).toEqual([4, 3, 3]);
  expect(tallyOf({ id: 'q4', name: 'Q4' }, [], book)).toMatchObject({ n: 0 });
});

test('calls that wait for their tags make no theme fall or go', () => {
  const now = [...raising('x', 5, 6), ...Array.from({ length: 20 }, () => factsWith())];
  const tallies = [raising('x', 20, 26), now].map((facts, i) =>
    tallyOf({ id: `c${i}`, name: `Q${i + 1}` }, facts, book),
  );
  expect(tallies.map(({ n }) => n)).toEqual([26, 6]);
  // 20 of 26 against 5 of 26 would be falling
  expect(trajectoriesOf(tallies).get('x')).toMatchObject({ kind: 'persistent', since: { k: 20, n: 26 } });
});

test('for any cycles: what is said fits the counts', () => {
  const cell = fc.nat(30).chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n), j: fc.nat(n) }));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (list) => {
      const made = list.map(({ n, k, j }, i) => ({
        cycle: `c${i}`,
        name: `Q${i}`,
        n,
        raised: new Map(
          [
            ['x', k],
            ['y', j],
          ].filter(([, count]) => Number(count) > 0) as [string, number][],
        ),
      }));
      for (const { kind, beyondNoise, since, points } of trajectoriesOf(made).values()) {
        const now = points.at(-1);
        expect((now?.k === 0) === (kind === 'gone') || kind === 'tooFew' || kind === 'first').toBe(true);
        if (kind === 'rising' || kind === 'falling') expect(beyondNoise).toBe(true);
        if (kind === 'persistent' || kind === 'first' || kind === 'tooFew') expect(beyondNoise).toBe(false);
        if (kind === 'new' || kind === 'back') expect(since?.k).toBe(0);
      }
    }),
  );
});
