import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '#test/fixtures/columns.ts';
import { drawSample, mostWanted, selectionPlan } from './index.ts';

const wave = columnsOf(Array.from({ length: 60 }, (_, row) => ({ score: row % 11, segments: {} })));
const planWith = (want: number) =>
  selectionPlan.parse('plan', { quotas: [{ segment: null, band: 'passive', want }] });

test('whatever another device wrote as wanted, a draw can be made of it and says whole numbers', () => {
  const wants = fc.oneof(fc.double(), fc.constantFrom(1e10, -3, 2.6, Infinity, -Infinity, Number.NaN));
  fc.assert(
    fc.property(wants, (want) => {
      const plan = planWith(want);
      if (!plan.ok) throw new Error(plan.why.problems.join());
      for (const { quota, got, shortfall } of drawSample(wave, plan.value.quotas ?? [], 's').outcomes)
        expect([quota.want, got, got + (shortfall?.missing ?? 0)]).toEqual([
          expect.toSatisfy((n: number) => Number.isInteger(n) && n >= 0 && n <= mostWanted),
          expect.any(Number),
          quota.want,
        ]);
    }),
  );
});

test('a want within bounds is kept as it is; what is no number leaves the usual quotas standing', () => {
  expect(planWith(12)).toMatchObject({ value: { quotas: [{ want: 12 }] } });
  expect(planWith(1e10)).toMatchObject({ value: { quotas: [{ want: mostWanted }] } });
  expect(planWith(-1)).toMatchObject({ value: { quotas: [{ want: 0 }] } });
  expect(planWith(Number.NaN)).toMatchObject({ value: { quotas: null } });
});
