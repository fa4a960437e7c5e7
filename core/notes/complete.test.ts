import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTagAt, rankThemes, withTheme } from './complete.ts';
import { readLine } from './line.ts';
import { themeIndex } from './themeIndex.ts';

const names = [
  'price',
  'relative price',
  'pricing page',
  'report export reliability',
  'speed',
  'speed to value',
];
const themes = themeIndex(names.map((name) => ({ id: name, name })));
const at = (line: string) => openTagAt(line.replace('|', ''), line.indexOf('|'), themes);
const ranked = (text: string, recent: string[] = []) => rankThemes(text, themes, recent).map((m) => m.name);

describe('the theme at the caret', () => {
  test.each([
    ['they pay #pri|', { from: 9, to: 13, text: 'pri' }],
    ['#|', { from: 0, to: 1, text: '' }],
    ['#pr|ice twice', { from: 0, to: 6, text: 'pr' }],
    ['"#pri|', { from: 1, to: 5, text: 'pri' }],
    ['#report exp|', { from: 0, to: 11, text: 'report exp' }],
    ['slow #sp!!!|', { from: 5, to: 8, text: 'sp' }],
    ['slow #sp|!!!', { from: 5, to: 8, text: 'sp' }],
    ['#report-exp|', { from: 0, to: 11, text: 'report-exp' }],
  ])('%s', (line, tag) => expect(at(line)).toEqual(tag));

  test.each([
    'they pay|',
    'C#|',
    'https://a.b/#pri|',
    '\\#pri|',
    '#price |',
    '#price they|',
    '#price!|',
    '#pri!!!!|',
    '#!|',
    '#price !|',
    '|#price',
    '# |',
    '#report  failed|',
  ])('none in %s', (line) => expect(at(line)).toBeNull());
});

describe('which themes are offered', () => {
  test('the exact name, then names that start so, then names with such a word', () => {
    expect(ranked('price')).toEqual(['price', 'relative price']);
    expect(ranked('pri')).toEqual(['price', 'pricing page', 'relative price']);
    expect(ranked('speed')).toEqual(['speed', 'speed to value']);
    expect(ranked('to v')).toEqual(['speed to value']);
    expect(ranked('xyz')).toEqual([]);
  });

  test('those used last come first among equals, never before a better fit', () => {
    expect(ranked('pri', ['relative price', 'pricing page'])).toEqual([
      'pricing page',
      'price',
      'relative price',
    ]);
    expect(ranked('', ['speed', 'price']).slice(0, 2)).toEqual(['speed', 'price']);
  });

  test('at most six', () => {
    const many = themeIndex(Array.from({ length: 50 }, (_, i) => ({ id: `${i}`, name: `theme ${i}` })));
    expect(rankThemes('', many, [])).toHaveLength(6);
  });
});

test.each(['slow #sp!!!|', 'slow #sp|!!!', 'slow #sp|!!! #price !'])(
  'a severity glued to an unfinished theme stays its own: %s',
  (marked) => {
    const tag = at(marked);
    const picked = withTheme(marked.replace('|', ''), tag ?? { from: 0, to: 0 }, 'speed');
    expect(picked.line.slice(0, picked.caret)).toBe('slow #speed!!! ');
    expect(readLine(picked.line, themes).themes[0]).toEqual({ id: 'speed', name: 'speed', severity: 3 });
  },
);

test('a picked theme is read back as that theme, wherever it was picked', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom('', 'they pay ', '"so '),
      fc.constantFrom('', ' !!', ' and go on'),
      (name, before, behind) => {
        const line = `${before}#p${behind}`;
        const tag = openTagAt(line, before.length + 2, themes);
        expect(tag).not.toBeNull();
        if (!tag) return;
        const picked = withTheme(line, tag, name);
        expect(readLine(picked.line, themes).themes.map((t) => t.id)).toEqual([name]);
        expect(picked.line.slice(0, picked.caret)).toMatch(/ $/);
        expect(picked.line.endsWith(behind.trimStart())).toBe(true);
      },
    ),
  );
});
