import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noNames, readLine, splitLine, themeIndex } from './index.ts';

const themes = themeIndex([
  { id: 'price', name: 'Price' },
  { id: 'value', name: 'Time to value' },
]);

/** Cuts at the bar. */
function cut(marked: string) {
  const caret = marked.indexOf('|');
  return splitLine(marked.slice(0, caret) + marked.slice(caret + 1), caret, themes, noNames);
}
const texts = (marked: string) => cut(marked)?.map((half) => half.text);

describe('a line cut in two', () => {
  test.each([
    ['they raised the #price |and left', 'they raised the price', 'and left'],
    ['they raised the #pr|ice and left', 'they raised the pr', 'ice and left'],
    ['"they raised the #price |and left"', 'they raised the price', 'and left'],
    ['it costs too much: |"not worth it"', 'it costs too much:', '"not worth it"'],
    ['it broke !! |because of it', 'it broke !!', 'because of it'],
    ['we waited - |twice', 'we waited -', 'twice'],
    ['we waited |- twice', 'we waited', '- twice'],
    ['no #time-to-value |for years', 'no time to value', 'for years'],
    ['no #time-to-|value for years', 'no time to', 'value for years'],
    ['no #time to value |for years', 'no time to value', 'for years'],
    ['in \\#general |they said so', 'in #general', 'they said so'],
    ['"a \\"b |c', 'a "b', 'c'],
    ['!! it broke |twice #price', 'it broke', 'twice'],
    ['so 🎉| so', 'so 🎉', 'so'],
  ])('%s', (marked, first, second) => expect(texts(marked)).toEqual([first, second]));

  test('one half that says nothing is no half', () => {
    for (const marked of ['|they left', 'they left|', 'they left |#price !!', '!! |they left', '|'])
      expect(cut(marked), marked).toBeNull();
  });

  test('both keep whose words they are, how grave and how good', () => {
    expect(cut('"they raised it |and left" #price !! -')).toMatchObject([
      { verbatim: true, severity: 2, valence: 'bad' },
      { verbatim: true, severity: 2, valence: 'bad' },
    ]);
    expect(cut('it costs too much: |"not worth it"')).toMatchObject([
      { verbatim: false },
      { verbatim: false },
    ]);
  });

  test('every word of the text is in one of the halves, wherever it is cut', () => {
    const bits = fc.constantFrom(
      '#',
      '!',
      '-',
      '"',
      '\\',
      ' ',
      ' ',
      'a',
      '#price',
      '#time-to-value',
      '🎉',
      'b',
    );
    const line = fc.array(bits, { maxLength: 14 }).map((parts) => parts.join(''));
    const bare = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(line, fc.nat(60), (typed, caret) => {
        const halves = splitLine(typed, caret, themes, noNames);
        fc.pre(halves !== null);
        const all = (halves ?? []).map((half) => half.text).join('');
        expect(bare(all)).toBe(bare(readLine(typed, themes).text));
        expect(all.isWellFormed()).toBe(true);
      }),
    );
  });
});
