import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededChance, shuffled } from '#core/model/chance.ts';
import { bandOf } from '#core/scores/index.ts';
import { candidate } from '#test/fixtures/people.ts';
import { type Candidate, defaultQuotas, drawSample, type Quota, standingOf } from './index.ts';

const anyone = (band: Quota['band'], want: number): Quota => ({ segment: null, band, want });
const enterprise = { dimension: 'Tier', value: 'Enterprise' };

const somebody = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 10 })),
  tier: fc.constantFrom('Enterprise', 'Small', ''),
  tenure: fc.constantFrom('First year', 'Longer'),
  optOut: fc.boolean(),
  email: fc.boolean(),
  twin: fc.boolean(),
});
const crowd = fc.array(somebody, { maxLength: 120 }).map((all) =>
  all.map(({ score, tier, tenure, optOut, email, twin }, row) =>
    candidate({
      row,
      // Every other one may be the person before, answering again.
      key: `id:${twin && row % 2 === 1 ? row - 1 : row}`,
      score,
      optOut: optOut && row % 5 === 0,
      email: email ? 'a@b.example' : '',
      segments: { ...(tier ? { Tier: tier } : {}), Tenure: tenure },
    }),
  ),
);
const someQuotas = fc.array(
  fc.record({
    segment: fc.constantFrom(null, enterprise, { dimension: 'Tenure', value: 'First year' }),
    band: fc.constantFrom('detractor' as const, 'passive' as const, 'promoter' as const),
    want: fc.nat(20),
  }),
  { maxLength: 6 },
);

test('the same people, quotas and seed give the same draw in whatever order they come', () => {
  fc.assert(
    fc.property(crowd, someQuotas, fc.string(), (people, quotas, seed) => {
      const mixed = shuffled(people, seededChance('another order'));
      const draw = drawSample(people, quotas, seededChance(seed));
      expect(drawSample(mixed, quotas, seededChance(seed))).toEqual(draw);
    }),
  );
});

test('everybody drawn fits their quota, once, and was not left out', () => {
  fc.assert(
    fc.property(crowd, someQuotas, (people, quotas) => {
      const { chosen, leftOut } = drawSample(people, quotas, seededChance('s'));
      for (const { person, quota, reason } of chosen) {
        const asked = quotas[quota] as Quota;
        expect(bandOf(person.score ?? -1)).toBe(asked.band);
        expect(reason).toEqual({ segment: asked.segment, band: asked.band, score: person.score });
        if (asked.segment) expect(person.segments[asked.segment.dimension]).toBe(asked.segment.value);
        expect(person.optOut).toBe(false);
        expect(person.email).not.toBe('');
      }
      const keys = chosen.map(({ person }) => person.key);
      expect(new Set(keys).size).toBe(keys.length);
      const out = new Set(leftOut.map(({ person }) => person));
      expect(chosen.filter(({ person }) => out.has(person))).toEqual([]);
    }),
  );
});

test('a quota never gets more than it wants, and its shortfall accounts for everybody who fits', () => {
  fc.assert(
    fc.property(crowd, someQuotas, (people, quotas) => {
      for (const { quota, got, shortfall } of drawSample(people, quotas, seededChance('s')).outcomes) {
        expect(got).toBeLessThanOrEqual(quota.want);
        expect(shortfall === null).toBe(got === quota.want);
        if (!shortfall) continue;
        const leftOut = Object.values(shortfall.leftOut).reduce((sum, n) => sum + n, 0);
        expect(shortfall.missing).toBe(quota.want - got);
        expect(got + shortfall.chosenElsewhere + leftOut).toBe(shortfall.fit);
      }
    }),
  );
});

test('scores take turns: none gets two before each that has people got one', () => {
  fc.assert(
    fc.property(crowd, fc.nat(40), (people, want) => {
      const able = people.map((p) => ({ ...p, key: `id:${p.row}`, optOut: false, email: 'a@b.example' }));
      const { chosen } = drawSample(able, [anyone('detractor', want)], seededChance('s'));
      const got = (score: number) => chosen.filter(({ reason }) => reason.score === score).length;
      const there = (score: number) => able.filter((p) => p.score === score).length;
      const most = Math.max(0, ...[0, 1, 2, 3, 4, 5, 6].map(got));
      for (let score = 0; score <= 6; score++)
        expect(got(score)).toBeGreaterThanOrEqual(Math.min(there(score), most - 1));
    }),
  );
});

test('three of seven scores are spread over the range, never three neighbours at one end', () => {
  const people = Array.from({ length: 70 }, (_, row) => candidate({ row, score: row % 7 }));
  for (let i = 0; i < 50; i++) {
    const { chosen } = drawSample(people, [anyone('detractor', 3)], seededChance(`seed ${i}`));
    const scores = chosen.map(({ reason }) => reason.score);
    expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThanOrEqual(4);
    expect(new Set(scores).size).toBe(3);
  }
});

test('another seed draws other people', () => {
  const people = Array.from({ length: 200 }, (_, row) => candidate({ row, score: row % 7 }));
  const keys = (seed: string) =>
    drawSample(people, [anyone('detractor', 10)], seededChance(seed)).chosen.map(({ person }) => person.key);
  expect(keys('a')).not.toEqual(keys('b'));
});

test('whoever is left out is left out for a reason', () => {
  const people: Candidate[] = [
    candidate({ row: 0, optOut: true }),
    candidate({ row: 1, email: ' ', phone: '' }),
    candidate({ row: 2 }),
    candidate({ row: 3 }),
    candidate({ row: 4, key: 'id:4', answeredOn: '2026-10-09' }),
    // The later answer is a promoter's, so that the earlier one is out of date though no quota asks for the later.
    candidate({ row: 5, key: 'id:4', answeredOn: '2026-10-11', score: 9 }),
    candidate({ row: 6, email: '', phone: '+44 20 7946 0112' }),
  ];
  const known = new Map([
    [people[2]?.key ?? '', 'inRoster'],
    [people[3]?.key ?? '', 'declined'],
  ] as const);
  const draw = drawSample(people, [anyone('detractor', 5)], seededChance('s'), known);
  expect(Object.fromEntries(draw.leftOut.map(({ person, reason }) => [person.row, reason]))).toEqual({
    0: 'optedOut',
    1: 'noWayToReach',
    2: 'inRoster',
    3: 'declined',
    4: 'answeredAgain',
  });
  expect(draw.chosen.map(({ person }) => person.row)).toEqual([6]);
  expect(draw.outcomes[0]?.shortfall).toEqual({
    missing: 4,
    fit: 6,
    chosenElsewhere: 0,
    leftOut: { optedOut: 1, noWayToReach: 1, inRoster: 1, declined: 1, answeredAgain: 1 },
  });
});

test('somebody who opted out once is not asked through another row', () => {
  const twice = [
    candidate({ row: 0, key: 'id:1', optOut: true }),
    candidate({ row: 1, key: 'id:1', answeredOn: '2026-10-13' }),
  ];
  expect(drawSample(twice, [anyone('detractor', 1)], seededChance('s')).chosen).toEqual([]);
});

test('the tighter quota draws first, so that one who fits both does not leave it short', () => {
  const both = candidate({ row: 0, segments: { Tier: 'Enterprise' } });
  const others = [1, 2, 3].map((row) => candidate({ row, segments: { Tier: 'Small' } }));
  const quotas = [anyone('detractor', 2), { segment: enterprise, band: 'detractor' as const, want: 1 }];
  for (let i = 0; i < 20; i++) {
    const { outcomes } = drawSample([both, ...others], quotas, seededChance(`${i}`));
    expect(outcomes.map(({ got }) => got)).toEqual([2, 1]);
  }
});

test('the plan to start from has every band, 24 people over several segments, 15 for one', () => {
  const tenure = { dimension: 'Tenure', value: 'First year' };
  const product = { dimension: 'Product', value: 'Reports' };
  expect(standingOf(defaultQuotas([]))).toMatchObject({ total: 24, isWithoutPassives: false });
  expect(standingOf(defaultQuotas([enterprise, tenure, product]))).toMatchObject({
    total: 24,
    byBand: { detractor: { want: 11, is: 'within' }, passive: { want: 8 }, promoter: { want: 5 } },
  });
  expect(standingOf(defaultQuotas([enterprise])).total).toBe(15);
});

test('a plan without passives is flagged, an empty one is not', () => {
  expect(standingOf([anyone('detractor', 9)])).toMatchObject({
    isWithoutPassives: true,
    byBand: { detractor: { is: 'below' } },
  });
  expect(standingOf([]).isWithoutPassives).toBe(false);
});
