import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bands } from '../waves/index.ts';
import {
  type Hypothesis,
  hypothesesFor,
  hypothesesOfDrivers,
  mostHypotheses,
  reachOfHypotheses,
  starterHypotheses,
  type TestedWith,
} from './index.ts';

const customer = (id: string, segments: Record<string, string>): TestedWith => ({
  ...{ id, segments },
  band: 'passive',
});
const old = { Tier: 'Enterprise', Tenure: 'Longer' };
const many = (n: number, segments: Record<string, string> = old) =>
  Array.from({ length: n }, (_, i) => customer(`p${i}`, segments));
const idsFor = (all: readonly Hypothesis[], person: TestedWith) =>
  hypothesesFor(all, person, 'en').map((q) => q.id.replace(/^hypothesis-(starter-)?/, ''));
/** For enterprises (4), for customers of long standing (2), and for everyone (4). */
const starters = starterHypotheses([old]);

describe('which hypotheses a call has room for', () => {
  test('a customer of several kinds is asked one of each before a second of any, the general last', () => {
    for (const person of many(20)) {
      const [one, two, three, four, ...more] = idsFor(starters, person);
      const isFor = ['integration', 'security', 'support', 'sponsorship'];
      expect(isFor).toContain(one);
      expect(['pace', 'investing']).toContain(two);
      expect(['rivals', 'culture', 'regulation', 'industryRules']).toContain(three);
      expect(isFor.filter((id) => id !== one)).toContain(four);
      expect(more).toEqual([]);
    }
  });

  test('among hypotheses for the same people the strongest ground goes first, so that usual ones never crowd out a driver', () => {
    const all = [...starters, ...hypothesesOfDrivers([{ label: 'Speed', why: '' }])];
    for (const person of many(20))
      expect(idsFor(all, person).slice(2)).toEqual(['driver-speed', expect.any(String)]);
    expect(idsFor(all, customer('a', {}))[0]).toBe('driver-speed');
  });

  test('over the calls none is left out for its name', () => {
    const reach = reachOfHypotheses(starters, many(60), 'en');
    expect(reach.size).toBe(10);
    for (const { concerns, asked } of reach.values()) {
      expect(concerns).toBe(60);
      expect(asked).toBeGreaterThan(3);
      expect(asked).toBeLessThan(60);
    }
  });

  test('one that finds no room in any call is counted as asked of nobody', () => {
    const kinds = ['A', 'B', 'C', 'D'].map((topic): Hypothesis => {
      const when = [{ dimension: topic, values: ['yes'] }];
      return { ...(starters[0] as Hypothesis), id: topic, text: `${topic}?`, when };
    });
    const people = many(5, { A: 'yes', B: 'yes', C: 'yes', D: 'yes' });
    const all = [...kinds, ...hypothesesOfDrivers([{ label: 'Speed', why: '' }])];
    const reach = reachOfHypotheses(all, people, 'en');
    expect(reach.get('A')).toEqual({ concerns: 5, asked: 5 });
    expect(reach.get('driver-speed')).toEqual({ concerns: 5, asked: 0 });
  });
});

test('what is counted as asked is what the calls ask, whatever the order they are stored in', () => {
  const values = fc.constantFrom('x', 'y');
  const hypotheses = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      source: fc.constantFrom('driver' as const, 'finding' as const, 'own' as const, 'starter' as const),
      topic: values,
      wording: fc.constantFrom('part' as const, 'change' as const),
      text: fc.constant(''),
      area: fc.constant('scoreDrivers' as const),
      why: fc.string({ maxLength: 3 }),
      bands: fc.subarray([...bands]),
      when: fc.array(fc.record({ dimension: fc.constantFrom('D', 'E'), values: fc.tuple(values) }), {
        maxLength: 2,
      }),
    }),
    { selector: (h) => h.id, maxLength: 9 },
  );
  const people = fc.array(
    fc.record({
      id: fc.string(),
      band: fc.constantFrom(...bands),
      segments: fc.record({ D: values, E: values }),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(hypotheses, people, (all, who) => {
      const reach = reachOfHypotheses(all, who, 'en');
      const texts = who.map((person) => {
        const asked = hypothesesFor(all, person, 'en');
        expect(asked.length).toBeLessThanOrEqual(mostHypotheses);
        expect(new Set(asked.map((q) => q.text)).size).toBe(asked.length);
        expect(hypothesesFor(all.toReversed(), person, 'en')).toEqual(asked);
        return asked.length;
      });
      for (const { concerns, asked } of reach.values()) expect(asked).toBeLessThanOrEqual(concerns);
      // a question may test several at once, never none
      const counted = [...reach.values()].reduce((sum, { asked }) => sum + asked, 0);
      expect(counted).toBeGreaterThanOrEqual(texts.reduce((sum, n) => sum + n, 0));
    }),
  );
});
