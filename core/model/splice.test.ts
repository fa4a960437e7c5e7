import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spliceBetween } from './splice.ts';

const text = fc
  .array(
    fc.constantFrom('they', 'the', ' ', 'pay', 'é', 'e\u0301', '😀', '😁', '🧑‍💻', '!', 'שלום', '発注'),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('the stretch turns the first text into the second and cuts no character', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { from, to, text: words } = spliceBetween(a, b);
      expect(a.slice(0, from) + words + a.slice(to)).toBe(b);
      for (const part of [a.slice(0, from), words, a.slice(to)]) expect(part.isWellFormed()).toBe(true);
    }),
  );
});

test.each([
  ['they pay', 'the pay', [0, 4, 'the']],
  ['b1', 'b2 b1', [0, 0, 'b2 ']],
  ['they pay', 'they pay twice', [8, 8, ' twice']],
  ['they pay', 'they pay!', [8, 8, '!']],
  ['same', 'same', [4, 4, '']],
  [`${'x'.repeat(50)}a`, `${'x'.repeat(50)}b`, [50, 51, 'b']],
])('%s to %s', (a, b, [from, to, words]) => expect(spliceBetween(a, b)).toEqual({ from, to, text: words }));
