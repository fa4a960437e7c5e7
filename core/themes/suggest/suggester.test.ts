import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fields } from '../../model/json.ts';
import { type Codebook, codebookOf } from '../codebook.ts';
import { starterId } from '../starter.ts';
import { sharesOf, worthShowing } from './confidence.ts';
import { Suggester, type TaggedText } from './suggester.ts';

const book = (stored: Record<string, Fields> = {}): Codebook => codebookOf(new Map(Object.entries(stored)));
const named = (name: string, more: Fields = {}): Fields => ({ name, category: 'product', ...more });
const price = starterId('value', 'price');

function following(codebook: Codebook): Suggester {
  const suggester = new Suggester();
  suggester.follow(codebook);
  return suggester;
}
const first = (suggester: Suggester, line: string) => suggester.suggest(line)[0]?.theme;
const says = (theme: string, ...texts: string[]): TaggedText[] =>
  texts.map((text, i) => ({ note: `${theme}-${i}`, text, themes: [theme] }));

describe('before any note', () => {
  test('names, definitions and the starter wording suggest', () => {
    const suggester = following(book());
    expect(first(suggester, 'the price rose twice and nobody explained')).toBe(price);
    expect(first(suggester, 'reports take forever to load')).toBe(starterId('product', 'speed'));
    expect(suggester.nearest('far too expensive for us', 1)).toEqual([price]);
    expect(first(suggester, 'integrations with our ERP')).toBe(starterId('product', 'integrations'));
  });

  test('small talk suggests nothing, and nothing typed neither', () => {
    const suggester = following(book());
    for (const line of ['', '   ', '!!', 'hello', 'she is back on Monday', 'well yes', 'they were 40 then'])
      expect(suggester.suggest(line), line).toEqual([]);
  });

  test('a starter theme that was given another name loses its wording', () => {
    const renamed = following(book({ [price]: { name: 'Parking' } }));
    expect(renamed.nearest('far too expensive for us', 3)).not.toContain(price);
    expect(first(renamed, 'parking')).toBe(price);
  });
});

describe('from notes', () => {
  const themes = { t1: named('Board reports'), t2: named('Month end') };

  test('one tag teaches at once, its erasure unlearns at once', () => {
    const suggester = following(book(themes));
    const line = 'carousel stutters on Tuesdays';
    expect(suggester.suggest(line)).toEqual([]);
    suggester.interview('i', says('t1', 'the carousel stutters'));
    expect(first(suggester, line)).toBe('t1');
    suggester.interview('i', [{ note: 't1-0', text: 'the carousel stutters', themes: ['t2'] }]);
    expect(first(suggester, line)).toBe('t2');
    suggester.interview('i', []);
    expect(suggester.suggest(line)).toEqual([]);
    expect(suggester.interviews).toEqual([]);
  });

  test('a note of two themes suggests both', () => {
    const suggester = following(book(themes));
    suggester.interview('i', [{ note: 'n', text: 'carousel stutters before closing', themes: ['t1', 't2'] }]);
    const found = suggester.suggest('carousel stutters').map(({ theme }) => theme);
    expect(found.toSorted()).toEqual(['t1', 't2']);
  });

  test('merged themes count for what they became, and come apart again', () => {
    const suggester = following(book(themes));
    suggester.interview('i', says('t1', 'the carousel stutters'));
    suggester.follow(book({ ...themes, t1: { ...themes.t1, mergedInto: 't2' } }));
    expect(first(suggester, 'carousel stutters')).toBe('t2');
    expect(first(suggester, 'board reports')).toBe('t2');
    suggester.follow(book(themes));
    expect(first(suggester, 'carousel stutters')).toBe('t1');
  });

  test('a retired theme is never suggested, and is again once restored', () => {
    const suggester = following(book(themes));
    suggester.interview('i', says('t1', 'the carousel stutters'));
    suggester.follow(book({ ...themes, t1: { ...themes.t1, retired: true } }));
    expect(suggester.suggest('carousel stutters')).toEqual([]);
    expect(suggester.nearest('carousel stutters', 3)).not.toContain('t1');
    suggester.follow(book(themes));
    expect(first(suggester, 'carousel stutters')).toBe('t1');
  });

  test('a tag whose theme has not arrived yet is remembered, not suggested', () => {
    const suggester = following(book());
    suggester.interview('i', says('t1', 'the carousel stutters'));
    expect(suggester.suggest('carousel stutters')).toEqual([]);
    suggester.follow(book(themes));
    expect(first(suggester, 'carousel stutters')).toBe('t1');
  });

  test('finished notes get their nearest themes, however improbable', () => {
    const suggester = following(book(themes));
    suggester.interview('i', says('t1', 'the carousel stutters', 'stutters all day'));
    expect(suggester.nearest('the lift stutters', 2)[0]).toBe('t1');
    expect(suggester.nearest('the lift stutters', 2).length).toBeLessThanOrEqual(2);
  });

  test('whatever happened before, what is suggested depends on what holds now alone', () => {
    const note = fc.record({
      note: fc.constantFrom('n1', 'n2', 'n3'),
      text: fc.constantFrom('invoice late', 'late reports', 'board reports slow', ''),
      themes: fc.uniqueArray(fc.constantFrom('t1', 't2', 'unknown'), { maxLength: 2 }),
    });
    const books = [
      book(themes),
      book({ ...themes, t1: { ...themes.t1, mergedInto: 't2' } }),
      book({ ...themes, t2: named('Month end', { definition: 'late closing', retired: true }) }),
      book({ t1: named('Invoices') }),
    ];
    const step = fc.oneof(
      fc.record({ id: fc.constantFrom('i', 'j'), notes: fc.uniqueArray(note, { selector: (n) => n.note }) }),
      fc.integer({ min: 0, max: books.length - 1 }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const lived = following(books[0] as Codebook);
        const now = new Map<string, TaggedText[]>();
        let codebook = books[0] as Codebook;
        for (const s of steps) {
          if (typeof s === 'number') {
            codebook = books[s] as Codebook;
            lived.follow(codebook);
          } else {
            now.set(s.id, s.notes);
            lived.interview(s.id, s.notes);
          }
        }
        const fresh = following(codebook);
        for (const [id, notes] of now) fresh.interview(id, notes);
        for (const line of ['invoice late', 'board rep', 'month end closing']) {
          expect(lived.suggest(line)).toEqual(fresh.suggest(line));
          expect(lived.nearest(line, 5)).toEqual(fresh.nearest(line, 5));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('shares', () => {
  const fitting = (theme: string, fit: number, texts = 20) => ({ theme, fit, texts });

  test('they are probabilities, the greatest first', () => {
    const shares = sharesOf([fitting('a', 0.5), fitting('b', 0.9)]);
    expect(shares.map(({ theme }) => theme)).toEqual(['b', 'a']);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(1);
    expect(sharesOf([])).toEqual([]);
  });

  test('by hand: a theme of two texts that fits twice as well as nothing weighs 2 to the power of 2.5', () => {
    expect(sharesOf([fitting('a', 1.1, 2)])[0]?.share).toBeCloseTo(2 ** 2.5 / (1 + 2 ** 2.5), 12);
  });

  test('what is hardly known cannot be sure', () => {
    const share = (texts: number) => sharesOf([fitting('a', 0.9, texts)])[0]?.share ?? 0;
    expect(share(1)).toBeLessThan(share(5));
    expect(share(5)).toBeLessThan(share(50));
  });

  test('no theme is shown while none is more probable than not, and few beside it', () => {
    expect(worthShowing([])).toEqual([]);
    expect(worthShowing([fitting('a', 0.5)])).toEqual([]);
    expect(worthShowing(['a', 'b', 'c', 'd'].map((theme) => fitting(theme, 1)))).toEqual([]);
    expect(worthShowing([fitting('a', 1), fitting('b', 1)]).map(({ theme }) => theme)).toEqual(['a', 'b']);
    const shown = worthShowing([fitting('a', 1), fitting('b', 0.8), fitting('c', 0.2)]);
    expect(shown.map(({ theme }) => theme)).toEqual(['a', 'b']);
  });
});
