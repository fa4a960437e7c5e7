import { describe, expect, test } from 'vitest';
import { openTagAt, withTheme } from './complete.ts';
import { readLine } from './line.ts';
import { noNames, themeIndex } from './themeIndex.ts';

/** Words that hold a joiner that is no letter: Persian and Malayalam, Catalan. */
const joined = ['می\u200cخواهم', 'നന്\u200dമ', 'col·laboració', 'علی\u200cرضا'];

describe('a joiner inside a word does not end its tag', () => {
  test.each(joined)('%s as a theme and as a person', (word) => {
    const read = readLine(`They pay #${word} @${word}`, noNames);
    expect(read.themes).toMatchObject([{ id: null, name: word }]);
    expect(read.people).toMatchObject([{ id: null, name: word }]);
    expect(read.text).toBe('They pay');
  });

  test.each(joined)('%s is open to its end, and is found again once it is known', (word) => {
    const themes = themeIndex([{ id: 'known', name: word }]);
    for (const sign of ['#', '@'] as const) {
      const line = `They pay ${sign}${word}`;
      expect(openTagAt(line, line.length, noNames, sign)).toEqual({ from: 9, to: line.length, text: word });
      expect(openTagAt(line, 12, noNames, sign)).toEqual({
        from: 9,
        to: line.length,
        text: word.slice(0, 2),
      });
      for (const isNew of [true, false]) {
        const tag = { from: 9, to: line.length };
        const { line: taken } = withTheme(line, tag, word, sign, isNew);
        expect(readLine(taken, themes, themes)[sign === '#' ? 'themes' : 'people'].map((t) => t.id)).toEqual([
          'known',
        ]);
      }
    }
  });

  test.each(joined)('%s taken as new keeps its spelling', (word) => {
    const { line } = withTheme('#x', { from: 0, to: 2 }, word, '#', true);
    expect(readLine(line, noNames).themes.map((t) => t.name)).toEqual([word]);
  });

  test('one at the end of a word is no part of it', () => {
    expect(readLine('They pay #price· and go', noNames).themes.map((t) => t.name)).toEqual(['price']);
    expect(readLine('They pay #price\u200d', noNames).themes.map((t) => t.name)).toEqual(['price']);
  });
});
