import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeWords } from './mergeWords.ts';

test.each([
  ['pay twice', 'always pay twice', 'pay twice, since May', 'always pay twice, since May'],
  // Arrived already, and gone on from.
  ['They pay', 'They always pay', 'They always pay, since May', 'They always pay, since May'],
  ['They pay', 'They always pay', 'They always nearly pay', 'They always nearly pay'],
  ['a b c', 'a c', 'a c d', 'a c d'],
  ['a b c', 'a c', 'a b c d', 'a c d'],
  // The same place.
  ['pay', 'pay, by hand', 'pay since May', 'pay since May, by hand'],
  ['it is slow', 'it is late', 'it is dear', 'it is dear late'],
  ['it is slow', 'it is', 'it is very slow', 'it is very slow'],
  ['one two three', 'uno dos tres', 'ein zwei drei', 'ein zwei drei uno dos tres'],
  ['one two three', 'one three', 'one two three four', 'one three four'],
  ['one two three', 'one three', 'one twofold three', 'one twofold three'],
  ['paid 5 times', 'paid 10 times', 'paid 100 times', 'paid 100 10 times'],
  ['', 'mine', 'theirs', 'theirs mine'],
  ['😀 fine', '😀 very fine', '😁 fine', '😁 very fine'],
])('from "%s" mine "%s" and theirs "%s" become "%s"', (base, mine, theirs, merged) =>
  expect(mergeWords(base, mine, theirs)).toBe(merged),
);

const word = fc.constantFrom('a', 'b', 'c', 'd', ',', 'e');
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

test('where only one of the two wrote, the text is theirs; and an edit merged in stays merged in', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (base, other) => {
      expect(mergeWords(base, other, base)).toBe(other);
      expect(mergeWords(base, base, other)).toBe(other);
      expect(mergeWords(base, other, other)).toBe(other);
    }),
  );
});

test('nothing that either of the two wrote is lost', () => {
  const edit = fc.record({ from: fc.nat(12), to: fc.nat(4) });
  fc.assert(
    fc.property(text, edit, edit, (base, a, b) => {
      const words = base.split(' ');
      const write = ({ from, to }: { from: number; to: number }, own: string) =>
        words.toSpliced(from, to, own).join(' ');
      const merged = mergeWords(base, write(a, 'mine'), write(b, 'theirs'));
      expect(merged).toContain('mine');
      expect(merged).toContain('theirs');
    }),
  );
});

test('two pasted pages that share nothing are merged all the same', () => {
  const page = (of: string) => Array.from({ length: 3000 }, (_, i) => `${of}${i}`).join(' ');
  expect(mergeWords(page('a'), page('b'), page('c'))).toBe(`${page('c')} ${page('b')}`);
});
