import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeText } from './mergeText.ts';

test.each([
  ['ask finance', 'ask finance first', 'please ask finance', 'please ask finance first'],
  ['ask finance', 'please ask finance', 'ask finance first', 'please ask finance first'],
  ['', 'mine', 'theirs', 'theirsmine'],
  ['one two three', 'one three', 'one two three four', 'one three four'],
  ['one two', 'one 2', 'one zwei', 'one zwei2'],
])('from "%s" mine "%s" and theirs "%s" become "%s"', (base, mine, theirs, merged) =>
  expect(mergeText(base, mine, theirs)).toBe(merged),
);

test('where only one of the two wrote, the text is theirs', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (base, other) => {
      expect(mergeText(base, other, base)).toBe(other);
      expect(mergeText(base, base, other)).toBe(other);
      expect(mergeText(base, other, other)).toBe(other);
    }),
  );
});

test('nothing that either of the two added is lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(20), fc.nat(20), (base, i, j) => {
      const withWord = (at: number, word: string) => base.slice(0, at) + word + base.slice(at);
      const merged = mergeText(base, withWord(i, '<mine>'), withWord(j, '<theirs>'));
      expect(merged).toContain('<mine>');
      expect(merged).toHaveLength(base.length + '<mine><theirs>'.length);
    }),
  );
});
