import { describe, expect, test } from 'vitest';
import { raisedBy } from '#test/fixtures/interviewFacts.ts';
import type { Fields } from '../model/json.ts';
import {
  codebookOf,
  compoundingOf,
  contrastOf,
  type InterviewFacts,
  saturationBy,
  saturationOf,
  starterId,
} from './index.ts';

const book = codebookOf(new Map());
const speed = starterId('product', 'speed');
const price = starterId('value', 'price');
const usability = starterId('product', 'usability');

const times = (n: number, make: (i: number) => InterviewFacts): InterviewFacts[] =>
  Array.from({ length: n }, (_, i) => make(i));

describe('pairs of themes', () => {
  /** speed in 12, price in 12, of 30 detractors; together in `both`. */
  const detractors = (both: number) => [
    ...times(both, () => raisedBy('detractor', [speed, price])),
    ...times(12 - both, () => raisedBy('detractor', [speed])),
    ...times(12 - both, () => raisedBy('detractor', [price])),
    ...times(6 + both, () => raisedBy('detractor', [usability])),
  ];

  test('that come up together more than chance says are named, with how often chance would have had them', () => {
    const { pairs, interviews, themes } = compoundingOf(detractors(11), book, null);
    expect({ interviews, themes }).toEqual({ interviews: 30, themes: 3 });
    expect(pairs[0]).toMatchObject({ kind: 'together', together: 11, raised: [12, 12] });
    expect(new Set(pairs[0]?.themes)).toEqual(new Set([speed, price]));
    // 12 x 12 / 30
    expect(pairs[0]?.expected).toBeCloseTo(4.8, 9);
    expect(pairs[0]?.byBand.detractor).toEqual({ both: 11, n: 30 });
    // R: fisher.test(matrix(c(11, 1, 1, 17), 2))$p.value
    expect(pairs[0]?.p).toBeCloseTo(2.508867e-6, 11);
  });

  test('as often as chance says are not, and rarer ones are said to stay apart', () => {
    expect(compoundingOf(detractors(5), book, null).pairs.map((p) => p.kind)).not.toContain('together');
    const apart = compoundingOf(detractors(0), book, null).pairs.find((p) => p.themes.includes(price));
    expect(apart).toMatchObject({ kind: 'apart', together: 0 });
  });

  test('do not come out of calling one band more often than it answers', () => {
    const mixed = [
      // every detractor has both, every promoter neither: within a band nothing can be told
      ...times(20, () => raisedBy('detractor', [speed, price])),
      ...times(20, () => raisedBy('promoter', [usability])),
    ];
    const pair = compoundingOf(mixed, book, null).pairs.find((p) => p.themes.includes(speed));
    expect(pair).toMatchObject({ kind: 'chance', together: 20 });
    expect(pair?.p).toBeCloseTo(1, 9);
    expect(pair?.expected).toBeCloseTo(20, 9);
  });

  test('are corrected over all that were tested', () => {
    const { pairs } = compoundingOf(detractors(9), book, null);
    expect(pairs).toHaveLength(3);
    for (const pair of pairs) expect(pair.adjusted).toBeGreaterThanOrEqual(pair.p);
  });

  test('need five interviews each, count merged themes as one, and leave out calls without a theme', () => {
    const merged = codebookOf(new Map<string, Fields>([[usability, { mergedInto: price }]]));
    const facts = [
      ...times(4, () => raisedBy('passive', [speed, usability])),
      ...times(4, () => raisedBy('passive', [price])),
      raisedBy('passive', []),
      raisedBy('passive', [], { notes: 0 }),
    ];
    expect(compoundingOf(facts, merged, null)).toMatchObject({
      interviews: 8,
      leftOut: 1,
      themes: 1,
      pairs: [],
    });
    const enough = [...facts, raisedBy('passive', [speed])];
    expect(compoundingOf(enough, merged, null).pairs).toHaveLength(1);
  });

  test('show the mean score as the survey would have it, never from fewer than five', () => {
    const facts = [
      ...[0, 2, 4].map((score) => raisedBy('detractor', [speed, price], { score })),
      ...[9, 10].map((score) => raisedBy('promoter', [speed, price], { score })),
      ...[1, 5, 6].map((score) => raisedBy('detractor', [speed], { score })),
      ...times(2, () => raisedBy('promoter', [price])),
      ...times(2, () => raisedBy('passive', [usability])),
    ];
    const shares = { detractor: 0.3, passive: 0.2, promoter: 0.5 };
    const [pair] = compoundingOf(facts, book, shares).pairs;
    // weights .3 / 6 a detractor, .5 / 4 a promoter: (.05 (0 + 2 + 4) + .125 (9 + 10)) / (3 x .05 + 2 x .125)
    expect(pair?.scores.both.mean?.value).toBeCloseTo((0.05 * 6 + 0.125 * 19) / 0.4, 12);
    expect(pair?.scores.both.mean?.low).toBeLessThan(5);
    expect(pair?.scores.one).toMatchObject({ n: 5 });
    expect(pair?.scores.neither).toEqual({ n: 2, mean: null });
    expect(compoundingOf(facts, book, null).pairs[0]?.scores.both).toEqual({ n: 5, mean: null });
  });

  test('have no mean score while a band that answered is missing: it would not stand for the survey', () => {
    const facts = [
      ...times(12, (i) => raisedBy('detractor', [speed, price], { score: i % 7 })),
      ...times(8, (i) => raisedBy('passive', [speed, price], { score: 7 + (i % 2) })),
      raisedBy('promoter', [usability]),
    ];
    const shares = { detractor: 0.3, passive: 0.3, promoter: 0.4 };
    const found = compoundingOf(facts, book, shares);
    expect([found.missing, found.pairs[0]?.scores.both]).toEqual([['promoter'], { n: 20, mean: null }]);
    const whole = compoundingOf([...facts, raisedBy('promoter', [usability])], book, shares);
    expect(whole.missing).toEqual([]);
    // weights .3 / 12 and .3 / 8: the two bands weigh the same among those who raise both
    const mean = (31 / 12 + 7.5) / 2;
    expect(whole.pairs[0]?.scores.both.mean?.value).toBeCloseTo(mean, 12);
    // nobody of the band answered: then nobody of it is missing
    const none = { detractor: 0.5, passive: 0.5, promoter: 0 };
    expect(compoundingOf(facts, book, none).pairs[0]?.scores.both.mean).not.toBeNull();
  });
});

describe('saturation, worked by hand', () => {
  /** Interviews that bring so many new themes each, in turn. */
  const bringing = (fresh: readonly number[], over: Partial<InterviewFacts> = {}): InterviewFacts[] => {
    let known = 0;
    return fresh.map((n) => {
      const themes = Array.from({ length: n }, (_, i) => `t${known + i}`);
      known += n;
      return raisedBy('passive', ['t0', ...themes], over);
    });
  };

  test('new themes of overlapping runs over the themes of the first four', () => {
    // base 8 + 6 + 4 + 2 = 20 themes; runs 5-6: 2 of 20, 6-7: 1 of 20, 7-8: 1 of 20, 8-9: 0
    const found = saturationOf(bringing([8, 6, 4, 2, 2, 0, 1, 0, 0]), book);
    expect(found.baseThemes).toBe(20);
    expect(found.runs.map((r) => [r.from, r.to, r.fresh, r.share])).toEqual([
      [5, 6, 2, 0.1],
      [6, 7, 1, 0.05],
      [7, 8, 1, 0.05],
      [8, 9, 0, 0],
    ]);
    expect(found.state).toEqual({ kind: 'reached', after: 5, since: 5, share: 0 });
    expect(found.points.map((p) => p.total)).toEqual([8, 14, 18, 20, 22, 22, 23, 23, 23]);
  });

  test('a stricter threshold is reached later', () => {
    const strict = { base: 4, run: 2, threshold: 0 };
    expect(saturationOf(bringing([8, 6, 4, 2, 2, 0, 1, 0, 0]), book, strict).state).toMatchObject({
      kind: 'reached',
      after: 7,
    });
  });

  test('says from where on it holds when new themes came in between', () => {
    // runs 5-6: 0, 6-7: 3, 7-8: 3, 8-9: 0 of 20: first after 4, and for good after 7
    expect(saturationOf(bringing([8, 6, 4, 2, 0, 0, 3, 0, 0]), book).state).toEqual({
      kind: 'reached',
      after: 4,
      since: 7,
      share: 0,
    });
  });

  test('says how many more at least: one when the last brought nothing, a whole run when it did', () => {
    expect(saturationOf(bringing([8, 6, 4, 2, 2, 0]), book).state).toEqual({
      kind: 'open',
      more: 1,
      share: 0.1,
    });
    expect(saturationOf(bringing([8, 6, 4, 2, 0, 2]), book).state).toEqual({
      kind: 'open',
      more: 2,
      share: 0.1,
    });
    expect(saturationOf(bringing([8, 6, 4]), book).state).toEqual({ kind: 'tooFew', more: 3 });
    expect(saturationOf([], book).state).toEqual({ kind: 'tooFew', more: 6 });
  });

  test('says so when a later run brings new themes after all', () => {
    const found = saturationOf(bringing([8, 6, 4, 2, 0, 0, 3, 0]), book);
    expect(found.state).toEqual({ kind: 'reopened', after: 4, more: 1, share: 0.15 });
  });

  test('goes by the order of the calls, and leaves out what is running or not tagged', () => {
    const all = bringing([8, 6, 4, 2, 2, 0]);
    const found = saturationOf(
      [
        ...all.toReversed(),
        raisedBy('passive', ['late'], { endedAt: 0 }),
        raisedBy('passive', []),
        raisedBy('passive', [], { notes: 0 }),
      ],
      book,
    );
    expect(found.points.map((p) => p.fresh)).toEqual([8, 6, 4, 2, 2, 0]);
    expect(found.leftOut).toBe(2);
  });

  test('measures each segment by its own base, the largest first', () => {
    const facts = [
      ...bringing([4, 0, 0, 0, 0, 0, 0], { segments: { Tier: 'Small' } }),
      ...bringing([4, 4], { segments: { Tier: 'Enterprise' } }),
      ...bringing([1]),
    ];
    const found = saturationBy(
      facts,
      book,
      { base: 4, run: 2, threshold: 0.05 },
      (f) => f.segments.Tier ?? '',
    );
    expect(found.map(({ value, saturation }) => [value, saturation.state.kind])).toEqual([
      ['Small', 'reached'],
      ['Enterprise', 'tooFew'],
    ]);
  });
});

describe('passives against promoters', () => {
  test('sets shares against each other with an interval and a corrected exact test', () => {
    const facts = [
      ...times(12, (i) => raisedBy('passive', i < 10 ? [price] : [usability])),
      ...times(10, (i) => raisedBy('promoter', i < 8 ? [speed] : [price])),
      ...times(5, () => raisedBy('detractor', [speed])),
    ];
    const found = contrastOf(facts, book);
    expect(found).toMatchObject({ passives: 12, promoters: 10, tooRare: 1 });
    expect(found.themes.map((t) => [t.name, t.beyondNoise])).toEqual([
      ['Speed', true],
      ['Price', true],
    ]);
    const [, last] = found.themes;
    expect(last).toMatchObject({ promoter: { k: 2, n: 10 }, passive: { k: 10, n: 12, bad: 10, good: 0 } });
    expect(last?.difference).toBeCloseTo(0.2 - 10 / 12, 12);
    // R: fisher.test(matrix(c(2, 8, 10, 2), 2, byrow = TRUE))$p.value
    expect(last?.p).toBeCloseTo(0.0082843, 6);
    expect(last?.high).toBeLessThan(0);
  });

  test('a broader theme counts those who raised it or its parts, as in the driver table', () => {
    const nested = codebookOf(new Map([[speed, { parent: usability }]]));
    const facts = [
      ...times(10, (i) => raisedBy('passive', i < 6 ? [speed] : i < 8 ? [usability] : [price])),
      ...times(10, (i) => raisedBy('promoter', i < 1 ? [usability] : [price])),
    ];
    const sides = contrastOf(facts, nested).themes.map((t) => [t.name, t.passive.k, t.promoter.k]);
    expect(sides).toContainEqual(['Hard to use', 8, 1]);
    expect(sides).toContainEqual(['Speed', 6, 0]);
  });

  test('leaves out calls that are not tagged yet or still run: they do not say what was not raised', () => {
    const facts = [
      ...times(10, (i) => raisedBy('passive', [i < 8 ? price : usability])),
      ...times(8, () => raisedBy('promoter', [])),
      ...times(4, () => raisedBy('promoter', [price])),
      ...times(3, () => raisedBy('promoter', [speed], { endedAt: 0 })),
      ...times(2, () => raisedBy('promoter', [speed], { notes: 0 })),
      ...times(5, () => raisedBy('detractor', [])),
    ];
    const found = contrastOf(facts, book);
    expect(found).toMatchObject({ passives: 10, promoters: 4, leftOut: 11 });
    // 8 of 10 against 4 of 15 would be beyond noise
    expect(found.themes).toMatchObject([
      { theme: price, promoter: { k: 4, n: 4 }, passive: { k: 8, n: 10 }, beyondNoise: false },
    ]);
  });

  test('has nothing to compare where a band was not interviewed', () => {
    expect(
      contrastOf(
        times(6, () => raisedBy('passive', [price])),
        book,
      ),
    ).toMatchObject({
      promoters: 0,
      themes: [],
    });
  });
});
