import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withThemeBehind } from './behind.ts';
import { openTagAt } from './complete.ts';
import { readLine } from './line.ts';
import { themeIndex } from './themeIndex.ts';

const themes = themeIndex([
  { id: 'p', name: 'Price' },
  { id: 't', name: 'Time to value' },
  { id: 's', name: 'Speed' },
]);

const words = fc.constantFrom(
  'they',
  'pay',
  'C#',
  '#1',
  '#speed',
  '#time',
  'to',
  'value',
  '!',
  '!!',
  '-',
  '+',
  '"no"',
  '"',
  '\\!',
  '#new',
);
const line = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' '));

test('the line says the same as before, and the theme besides', () => {
  fc.assert(
    fc.property(line, fc.constantFrom('', ' '), (typed, space) => {
      const before = readLine(typed + space, themes);
      const tagged = withThemeBehind(typed + space, typed.length, 'Price', themes);
      const after = readLine(tagged.line, themes);
      const mark = before.pieces.findLast((p) => p.kind === 'mark' && p.raw.startsWith('!'));
      const severity = mark?.raw.length ?? 0;
      expect({ ...after, pieces: [], themes: [] }).toEqual({ ...before, pieces: [], themes: [] });
      expect(after.themes).toEqual([...before.themes, { id: 'p', name: 'Price', severity }]);
    }),
  );
});

test('whoever goes on typing where the caret stood goes on with the sentence', () => {
  for (const typed of ['they pay', 'they pay ', '"they pay']) {
    const { line: tagged, caret } = withThemeBehind(typed, typed.length, 'Time to value', themes);
    expect(caret).toBe(typed.length);
    expect(openTagAt(tagged, typed.length, themes)).toBeNull();
    const on = `${typed} for it${tagged.slice(typed.length)}`;
    expect(readLine(on, themes).text.replace(/\s+/g, ' ')).toBe('they pay for it');
    expect(readLine(on, themes).themes).toEqual([{ id: 't', name: 'Time to value', severity: 0 }]);
  }
});

test.each([
  ['"it fails +"', '"it fails + #price"'],
  ['"it fails #speed!!"', '"it fails #speed!! #price"'],
  ['" + "', '" + #price"'],
  ['"it fails" +', '"it fails" + #price'],
  ['"it fails"', '"it fails" #price'],
])('marks within a quotation that is closed stay marks: %s', (typed, line) => {
  const tagged = withThemeBehind(typed, typed.length, 'Price', themes);
  expect(tagged.line).toBe(line);
  expect(tagged.caret).toBe(line.endsWith('"') ? line.length : typed.length);
});
