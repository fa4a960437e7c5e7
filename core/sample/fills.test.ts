import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { fillsOf, type Quota } from './index.ts';

const tier = (value: string) => ({ dimension: 'Tier', value });
const quota = (value: string | null, band: Quota['band'], want: number): Quota => ({
  segment: value === null ? null : tier(value),
  band,
  want,
});
const one = (
  id: string,
  band: Quota['band'],
  value: string,
  state: 'selected' | 'held' | 'declined' = 'selected',
) => rosterPerson(id, { band, state, segments: { Tier: value } });

const plan = [quota('Enterprise', 'detractor', 3), quota('Small', 'detractor', 1), quota(null, 'passive', 2)];

describe('what an interview fills', () => {
  const ines = one('ines', 'detractor', 'Enterprise');

  test('counts places open until they were held, whoever is chosen or invited for them', () => {
    const roster = [ines, one('b', 'detractor', 'Enterprise'), one('c', 'detractor', 'Enterprise', 'held')];
    expect(fillsOf(plan, roster, ines)).toEqual({ kind: 'fills', quota: plan[0], open: 2 });
  });

  test('says the same before and after the call', () => {
    const held = { ...ines, state: 'held' as const };
    expect(fillsOf(plan, [held], held)).toEqual(fillsOf(plan, [ines], ines));
  });

  test('knows places for anybody of a band, those beyond the plan, and people nobody asked for', () => {
    expect(fillsOf(plan, [], one('p', 'passive', 'Small'))).toEqual({
      kind: 'fills',
      quota: plan[2],
      open: 2,
    });
    const full = [one('s', 'detractor', 'Small', 'held')];
    expect(fillsOf(plan, full, one('t', 'detractor', 'Small'))).toEqual({ kind: 'beyond', quota: plan[1] });
    expect(fillsOf(plan, [], one('q', 'promoter', 'Small'))).toEqual({ kind: 'none' });
    expect(fillsOf([], [], ines)).toEqual({ kind: 'none' });
  });

  test('takes another place where somebody who was held can make room', () => {
    const both = [quota('Enterprise', 'detractor', 1), quota(null, 'detractor', 1)];
    const roster = [one('a', 'detractor', 'Enterprise', 'held')];
    expect(fillsOf(both, roster, ines)).toEqual({ kind: 'fills', quota: both[1], open: 1 });
  });

  test('never claims more than there is: the places it names are wanted and not held', () => {
    const band = fc.constantFrom('detractor' as const, 'passive' as const);
    const name = fc.constantFrom('A', 'B');
    const person = fc.tuple(
      band,
      name,
      fc.constantFrom('selected' as const, 'held' as const, 'declined' as const),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.option(name), band, fc.nat(3)), { maxLength: 5 }),
        fc.array(person, { maxLength: 10 }),
        person,
        (wants, people, [b, n]) => {
          const quotas = wants.map(([value, of, want]) => quota(value, of, want));
          const roster = people.map(([of, value, state], i) => one(`${i}`, of, value, state));
          const fills = fillsOf(quotas, roster, one('x', b, n));
          if (fills.kind !== 'fills') return;
          expect(fills.open).toBeGreaterThan(0);
          expect(fills.open).toBeLessThanOrEqual(fills.quota.want);
          expect(fills.quota.band).toBe(b);
        },
      ),
    );
  });
});
