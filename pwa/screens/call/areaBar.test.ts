import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filledOf, widthsOf } from './areaBar.ts';

const widths = (...minutes: number[]) => widthsOf(minutes.map((m) => ({ planned: m * 60 })));

test('a bar is as wide as its time, and wide enough to press without any', () => {
  expect(widths(7, 8, 8, 7)).toEqual([420, 480, 480, 420]);
  expect(widths(10, 10, 10, 0)).toEqual([600, 600, 600, 225]);
  expect(widths(0, 0, 0, 0)).toEqual([1, 1, 1, 1]);
});

test('it fills with the time used, and is a number whatever was planned', () => {
  expect(filledOf({ used: 210, planned: 420 })).toBe(50);
  expect(filledOf({ used: 500, planned: 420 })).toBe(100);
  expect(filledOf({ used: 0, planned: 0 })).toBe(0);
  expect(filledOf({ used: 1, planned: 0 })).toBe(100);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (used, planned) => {
      const filled = filledOf({ used, planned });
      expect(filled >= 0 && filled <= 100).toBe(true);
    }),
  );
});
