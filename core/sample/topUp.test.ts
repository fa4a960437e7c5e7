import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Quota, type RosterEntry, remainingQuotas } from './index.ts';

const tier = (value: string) => ({ dimension: 'Tier', value });
const entry = (band: RosterEntry['band'], value: string, state: RosterEntry['state'] = 'selected') =>
  ({ band, state, segments: { Tier: value } }) as unknown as RosterEntry;
const quota = (value: string | null, band: Quota['band'], want: number): Quota => ({
  segment: value === null ? null : tier(value),
  band,
  want,
});

test('people on the roster come off the quotas, each once; a refusal or a no-show leaves a place', () => {
  const quotas = [
    quota('Enterprise', 'detractor', 3),
    quota(null, 'detractor', 2),
    quota('Small', 'passive', 1),
  ];
  const roster = [
    entry('detractor', 'Enterprise'),
    entry('detractor', 'Enterprise', 'declined'),
    entry('detractor', 'Enterprise', 'noShow'),
    entry('detractor', 'Small', 'held'),
    entry('promoter', 'Small'),
  ];
  expect(remainingQuotas(quotas, roster).map((q) => q.want)).toEqual([2, 1, 1]);
  expect(quotas[0]?.want).toBe(3);
});

test('what remains and what is on the roster never add up to more than was wanted, and nothing goes below 0', () => {
  const bands = fc.constantFrom('detractor', 'passive', 'promoter');
  const names = fc.constantFrom('A', 'B');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(names, bands, fc.nat(4)), { maxLength: 6 }),
      fc.array(fc.tuple(bands, names), { maxLength: 20 }),
      (wants, people) => {
        const quotas = wants.map(([n, b, w]) => quota(n, b, w));
        const left = remainingQuotas(
          quotas,
          people.map(([b, n]) => entry(b, n)),
        );
        const sum = (qs: readonly Quota[]) => qs.reduce((s, q) => s + q.want, 0);
        expect(left.every((q) => q.want >= 0)).toBe(true);
        expect(sum(quotas) - sum(left)).toBeLessThanOrEqual(people.length);
      },
    ),
  );
});
