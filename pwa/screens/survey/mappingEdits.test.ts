import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ColumnRole, columnRoles, type Mapping } from '#core/waves/index.ts';
import { isMissing, isShared, placeOf, withMissing, withRole } from './mappingEdits.ts';

const mappingOf = (...roles: ColumnRole[]): Mapping => ({
  version: 1,
  columns: roles.map((role, i) => ({ header: `c${i}`, role, missing: [] })),
});

test('a role that only one column can have leaves the one that had it', () => {
  const next = withRole(mappingOf('score', 'segment', 'ignore'), 2, 'score');
  expect(next.columns.map((c) => c.role)).toEqual(['ignore', 'segment', 'score']);
  expect(placeOf(next, 'score')).toBe(2);
});

test('whatever is chosen, no role of one is held by two', () => {
  const role = fc.constantFrom(...columnRoles);
  const steps = fc.array(fc.tuple(fc.nat(5), role), { maxLength: 30 });
  void fc.assert(
    fc.property(steps, (choices) => {
      const end = choices.reduce(
        (m, [at, r]) => withRole(m, at, r),
        mappingOf(...Array<ColumnRole>(6).fill('ignore')),
      );
      const single = end.columns.map((c) => c.role).filter((r) => !isShared(r));
      expect(new Set(single).size).toBe(single.length);
    }),
  );
});

test('a value can mean "no answer" in several columns at once, and be taken back', () => {
  const before = mappingOf('rating', 'rating', 'rating');
  const stated = withMissing(before, [0, 2], 'Blank', true);
  expect(stated.columns.map((c) => isMissing(c, ' blank '))).toEqual([true, false, true]);
  expect(withMissing(stated, [0, 2], 'BLANK', false)).toEqual(before);
});

test('stating it twice changes nothing', () => {
  const once = withMissing(mappingOf('score'), [0], '11', true);
  expect(withMissing(once, [0], '11', true)).toEqual(once);
});
