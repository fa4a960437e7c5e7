import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf } from '#core/scores/index.ts';
import { columnsOf, type Response } from '#test/fixtures/columns.ts';
import { candidate } from '#test/fixtures/people.ts';
import { seededChance, shuffled } from '../model/chance.ts';
import { noScore, type WaveColumns } from '../waves/index.ts';
import {
  changeOf,
  type Draw,
  defaultQuotas,
  drawSample,
  type LeftOutReason,
  nothingAround,
  type Quota,
  reasonsLeftOut,
  standingOf,
  startDraw,
} from './index.ts';

const anyone = (band: Quota['band'], want: number): Quota => ({ segment: null, band, want });
const enterprise = { dimension: 'Tier', value: 'Enterprise' };
const firstYear = { dimension: 'Tenure', value: 'First year' };

const response = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 10 })),
  tier: fc.constantFrom('Enterprise', 'Small', null),
  tenure: fc.constantFrom('First year', 'Longer'),
  out: fc.constantFrom<LeftOutReason | null>(null, null, null, 'optedOut', 'noWayToReach', 'declined'),
});
const crowd = fc.array(response, { maxLength: 120 }).map((all) => ({
  columns: columnsOf(
    all.map(({ score, tier, tenure }): Response => ({ score, segments: { Tier: tier, Tenure: tenure } })),
  ),
  out: all.map(({ out }) => out),
}));
const bandAny = fc.constantFrom('detractor' as const, 'passive' as const, 'promoter' as const);
const someQuotas = fc.array(
  fc.record({
    segment: fc.constantFrom(null, enterprise, { dimension: 'Tier', value: 'Small' }, firstYear),
    band: bandAny,
    want: fc.nat(20),
  }),
  { maxLength: 6 },
);
const rowsOf = ({ chosen }: Draw) => chosen.map(({ row }) => row);
const isFor = ({ segments, score }: WaveColumns, { segment, band }: Quota, row: number): boolean => {
  const given = score[row] ?? noScore;
  if (given === noScore || bandOf(given) !== band) return false;
  const column = segments.find(({ name }) => name === segment?.dimension);
  return segment === null || (column?.values[column.codes[row] ?? -1] ?? null) === segment.value;
};
const flat = (scores: readonly number[]): WaveColumns =>
  columnsOf(scores.map((score) => ({ score, segments: { Tier: 'Enterprise' } })));

test('the same wave, quotas and seed give the same draw, in whatever order and portions people are looked at', () => {
  fc.assert(
    fc.property(crowd, someQuotas, fc.string(), ({ columns, out }, quotas, seed) => {
      const draw = drawSample(columns, quotas, seed, (row) => out[row] ?? null);
      // everybody known from the start, in another order
      const order = shuffled([...out.keys()], seededChance('another order'));
      const step = startDraw(columns, quotas, seed).step(
        new Map(order.map((row) => [row, out[row] ?? null])),
      );
      if (step.kind !== 'drawn') throw new Error('everybody is known');
      expect(step.draw.chosen).toEqual(draw.chosen);
      expect(step.draw.outcomes).toEqual(draw.outcomes);
    }),
  );
});

test('everybody drawn fits their quota, once, and was not left out', () => {
  fc.assert(
    fc.property(crowd, someQuotas, ({ columns, out }, quotas) => {
      const draw = drawSample(columns, quotas, 's', (row) => out[row] ?? null);
      for (const { row, quota, reason } of draw.chosen) {
        const asked = quotas[quota] as Quota;
        expect(isFor(columns, asked, row)).toBe(true);
        expect(reason).toEqual({ segment: asked.segment, band: asked.band, score: columns.score[row] });
        expect(out[row]).toBeNull();
      }
      const rows = rowsOf(draw);
      expect(new Set(rows).size).toBe(rows.length);
      for (const { row, reason } of draw.leftOut) {
        expect(out[row]).toBe(reason);
        expect(rows).not.toContain(row);
      }
    }),
  );
});

test('a quota never gets more than it wants, and its shortfall accounts for everybody who fits', () => {
  fc.assert(
    fc.property(crowd, someQuotas, ({ columns, out }, quotas) => {
      for (const { quota, got, shortfall } of drawSample(columns, quotas, 's', (row) => out[row] ?? null)
        .outcomes) {
        expect(got).toBeLessThanOrEqual(quota.want);
        expect(shortfall === null).toBe(got === quota.want);
        if (!shortfall) continue;
        const fit = [...columns.score.keys()].filter((row) => isFor(columns, quota, row));
        const leftOut = Object.values(shortfall.leftOut).reduce((sum, n) => sum + n, 0);
        expect(shortfall.missing).toBe(quota.want - got);
        expect(shortfall.fit).toBe(fit.length);
        expect(leftOut).toBe(fit.filter((row) => out[row]).length);
        expect(got + shortfall.chosenElsewhere + leftOut).toBe(shortfall.fit);
      }
    }),
  );
});

/** As many as can be drawn in all: each person in at most one quota (a matching, place by place). */
function mostDrawable(columns: WaveColumns, out: readonly unknown[], quotas: readonly Quota[]): number {
  const places = quotas.flatMap((quota) => Array.from({ length: quota.want }, () => quota));
  const holder = new Map<number, number>();
  const seat = (place: number, tried: Set<number>): boolean => {
    for (const row of columns.score.keys()) {
      if (out[row] || tried.has(row) || !isFor(columns, places[place] as Quota, row)) continue;
      tried.add(row);
      const held = holder.get(row);
      if (held !== undefined && !seat(held, tried)) continue;
      holder.set(row, place);
      return true;
    }
    return false;
  };
  return places.filter((_, place) => seat(place, new Set())).length;
}

test('quotas are filled wherever people exist: no other sharing out would draw more', () => {
  fc.assert(
    fc.property(crowd, someQuotas, ({ columns, out }, quotas) => {
      const draw = drawSample(columns, quotas, 's', (row) => out[row] ?? null);
      expect(draw.chosen.length).toBe(mostDrawable(columns, out, quotas));
    }),
  );
});

test('nor where few people fit many quotas, and whoever draws first could take the wrong ones', () => {
  const few = fc.array(
    fc.record({
      score: fc.integer({ min: 0, max: 6 }),
      tier: fc.constantFrom('Enterprise', 'Small'),
      tenure: fc.constantFrom('First year', 'Longer'),
      market: fc.constantFrom('Nordics', 'Iberia'),
    }),
    { maxLength: 10 },
  );
  const segment = fc.constantFrom(
    null,
    enterprise,
    firstYear,
    { dimension: 'Tenure', value: 'Longer' },
    { dimension: 'Market', value: 'Nordics' },
    { dimension: 'Market', value: 'Iberia' },
  );
  const quotasFor = fc.array(fc.tuple(segment, fc.integer({ min: 1, max: 3 })), { maxLength: 5 });
  fc.assert(
    fc.property(few, quotasFor, fc.string(), (people, wants, seed) => {
      const columns = columnsOf(
        people.map(({ score, tier, tenure, market }) => ({
          score,
          segments: { Tier: tier, Tenure: tenure, Market: market },
        })),
      );
      const quotas = wants.map(([s, want]): Quota => ({ segment: s, band: 'detractor', want }));
      const { chosen } = drawSample(columns, quotas, seed);
      expect(chosen.length).toBe(mostDrawable(columns, [], quotas));
    }),
    { numRuns: 1000 },
  );
});

test('a person who fits two quotas goes where nobody else can', () => {
  const tenure = (value: string) => ({ dimension: 'Tenure', value });
  // each quota alone has enough; only one sharing out fills all three
  const wave = columnsOf([
    { score: 3, segments: { Tier: 'Enterprise', Tenure: 'First year' } },
    { score: 3, segments: { Tier: 'Enterprise', Tenure: 'Longer' } },
    { score: 3, segments: { Tier: 'Small', Tenure: 'First year' } },
  ]);
  const quotas: Quota[] = [
    { segment: enterprise, band: 'detractor', want: 1 },
    { segment: tenure('First year'), band: 'detractor', want: 1 },
    { segment: tenure('Longer'), band: 'detractor', want: 1 },
  ];
  for (let i = 0; i < 30; i++)
    expect(drawSample(wave, quotas, `${i}`).outcomes.map(({ got }) => got)).toEqual([1, 1, 1]);
});

test('scores take turns: none gets two before each that has people got one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 120 }), fc.nat(40), fc.string(), (scores, want, seed) => {
      const { chosen } = drawSample(flat(scores), [anyone('detractor', want)], seed);
      const got = (score: number) => chosen.filter(({ reason }) => reason.score === score).length;
      const there = (score: number) => scores.filter((s) => s === score).length;
      const most = Math.max(0, ...[0, 1, 2, 3, 4, 5, 6].map(got));
      for (let score = 0; score <= 6; score++)
        expect(got(score)).toBeGreaterThanOrEqual(Math.min(there(score), most - 1));
    }),
  );
});

test('three of seven scores are spread over the range, never three neighbours at one end, nor always the ends', () => {
  const wave = flat(Array.from({ length: 700 }, (_, i) => i % 7));
  const times = new Array(7).fill(0);
  for (let i = 0; i < 700; i++) {
    const scores = drawSample(wave, [anyone('detractor', 3)], `seed ${i}`).chosen.map((c) => c.reason.score);
    expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThanOrEqual(4);
    expect(new Set(scores).size).toBe(3);
    for (const score of scores) times[score]++;
  }
  // each score is drawn about 300 times of 700
  for (const n of times) expect(n).toBeGreaterThan(220);
});

test('another seed draws other people, and each is as likely as the next', () => {
  const wave = flat(Array.from({ length: 40 }, () => 3));
  const times = new Array(40).fill(0);
  const draws = new Set<string>();
  for (let i = 0; i < 2000; i++) {
    const rows = rowsOf(drawSample(wave, [anyone('detractor', 10)], `seed ${i}`));
    draws.add(String(rows));
    for (const row of rows) times[row]++;
  }
  expect(draws.size).toBeGreaterThan(1990);
  // expected 500, standard error about 19
  for (const n of times) expect(Math.abs(n - 500)).toBeLessThan(90);
});

test('one more wanted adds one and moves nobody', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10), { maxLength: 80 }), fc.nat(12), bandAny, (scores, want, band) => {
      const [less, more] = [want, want + 1].map((n) => drawSample(flat(scores), [anyone(band, n)], 'seed'));
      if (!less || !more) throw new Error('two draws');
      const change = changeOf(less, more);
      expect(change.go).toEqual([]);
      expect(change.come.length).toBe(more.chosen.length - less.chosen.length);
      expect(change.stay).toBe(less.chosen.length);
    }),
  );
});

test('of a large wave only those near the front of the draw are looked at, however many cannot be asked', () => {
  const wave = flat(Array.from({ length: 20_000 }, (_, i) => i % 11));
  const looked = (out: (row: number) => boolean) => {
    const drawing = startDraw(wave, defaultQuotas([]), 'seed');
    const standings = new Map<number, LeftOutReason | null>();
    for (let rounds = 1; ; rounds++) {
      const step = drawing.step(standings);
      if (step.kind === 'drawn') return { rounds, rows: standings.size, got: step.draw.chosen.length };
      for (const row of step.rows) standings.set(row, out(row) ? 'optedOut' : null);
    }
  };
  expect(looked(() => false)).toEqual({ rounds: 2, rows: 24, got: 24 });
  const many = looked((row) => row % 10 !== 0);
  expect(many.got).toBe(24);
  expect(many.rounds).toBeLessThan(12);
  expect(many.rows).toBeLessThan(2000);
  expect(looked(() => true)).toMatchObject({ rows: 20_000, got: 0 });
});

test('whoever is left out is left out for a reason', () => {
  const past = (over: object) => ({ interviewed: [], declined: [], invited: [], ...over });
  const people = [
    candidate({ row: 0, optOut: true }),
    candidate({ row: 1, email: ' ', phone: '' }),
    candidate({ row: 2 }),
    candidate({ row: 3 }),
    candidate({ row: 4, key: 'id:4', answeredOn: '2026-10-09' }),
    candidate({ row: 5, key: 'id:4', answeredOn: '2026-10-11' }),
    candidate({ row: 6, email: '', phone: '+44 20 7946 0112' }),
    candidate({ row: 7 }),
    candidate({ row: 8 }),
    candidate({ row: 9 }),
    candidate({ row: 10 }),
    candidate({ row: 11, key: 'id:1', optOut: true }),
    candidate({ row: 12, key: 'id:1', answeredOn: '2026-10-13' }),
  ];
  const key = (row: number) => people[row]?.key ?? '';
  const around = {
    ...nothingAround,
    roster: new Map([
      [key(2), 'inRoster'],
      [key(3), 'declined'],
    ] as const),
    past: new Map([
      [key(7), past({ interviewed: [2] })],
      [key(8), past({ interviewed: [3], invited: [3] })],
      [key(9), past({ invited: [1, 4] })],
      [key(10), past({ declined: [4] })],
    ]),
  };
  expect([...reasonsLeftOut(people, around)]).toEqual([
    [0, 'optedOut'],
    [1, 'noWayToReach'],
    [2, 'inRoster'],
    [3, 'declined'],
    [4, 'answeredAgain'],
    [5, null],
    [6, null],
    [7, 'interviewedRecently'],
    [8, null],
    [9, 'askedOften'],
    [10, 'declined'],
    [11, 'optedOut'],
    [12, 'optedOut'],
  ]);
  const rest = { interviewed: 3, declined: 3, invitations: 3, within: 4 };
  const other = reasonsLeftOut(people, { ...around, rest });
  expect([8, 9, 10].map((row) => other.get(row))).toEqual(['interviewedRecently', null, null]);
});

test('a plan without passives is flagged, an empty one is not', () => {
  expect(standingOf([anyone('detractor', 9)])).toMatchObject({
    isWithoutPassives: true,
    byBand: { detractor: { is: 'below' } },
  });
  expect(standingOf([]).isWithoutPassives).toBe(false);
});
