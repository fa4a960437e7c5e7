import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../model/change.ts';
import { docName } from '../model/docName.ts';
import { parseId, type ThemeId, type WorkspaceId } from '../model/ids.ts';
import type { Fields } from '../model/json.ts';
import type { Result } from '../model/result.ts';
import {
  addTheme,
  codebookOf,
  defineTheme,
  mergeThemes,
  moveTheme,
  rarelyAsked,
  renameTheme,
  restoreTheme,
  retireTheme,
  starterId,
  starterThemes,
  theme,
  unmergeTheme,
} from './index.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const doc = docName(id<'workspace'>('w') satisfies WorkspaceId, 'codebook');
const idOf = (t: { id: string }) => id<'theme'>(t.id);
const lastOf = (theme: string) => theme.replace(/^starter-[a-z]+-/, '');
const got = <T>(r: Result<T, unknown>): T => {
  if (!r.ok) throw new Error(JSON.stringify(r.why));
  return r.value;
};

/** A codebook document as a plain map, for what the records in it say. */
class Stored {
  records = new Map<string, Fields>();
  book = () => codebookOf(this.records);
  apply(changes: readonly Change[]): this {
    for (const c of changes)
      if (c.kind === 'put') this.records.set(c.id, { ...this.records.get(c.id), ...c.fields });
    return this;
  }
  add(name: string, as: string = name): this {
    return this.apply(
      got(addTheme(this.book(), doc, id<'theme'>(as) satisfies ThemeId, { name, category: 'product' })),
    );
  }
  merge(from: string, into: string): this {
    return this.apply(got(mergeThemes(this.book(), doc, from, into)));
  }
}

describe('the starter codebook', () => {
  test('has every category, no id or name twice, and a definition for each', () => {
    expect(new Set(starterThemes.map((t) => t.category)).size).toBe(4);
    expect(new Set(starterThemes.map((t) => t.id)).size).toBe(starterThemes.length);
    expect(new Set(starterThemes.map((t) => t.name.toLowerCase())).size).toBe(starterThemes.length);
    expect(starterThemes.filter((t) => t.definition === '')).toEqual([]);
    expect(rarelyAsked.size).toBe(12);
  });

  test('names what customers speak of, and what surveys rarely measure', () => {
    const named = (category: string) =>
      starterThemes
        .filter((t) => t.category === category && !rarelyAsked.has(idOf(t)))
        .map((t) => lastOf(t.id));
    expect(named('product')).toEqual(['gaps', 'usability', 'speed', 'reliability', 'mobile', 'integrations']);
    expect(named('service')).toEqual([
      'responsiveness',
      'resolution',
      'onboarding',
      'account-manager',
      'communication',
    ]);
    expect(named('value')).toEqual(['price', 'visible-return', 'relative-cost', 'contract']);
    expect(named('competitive')).toEqual(['rival', 'rival-feature', 'rival-message']);
    expect([...rarelyAsked].map(lastOf).sort()).toEqual([
      'being-fought-for',
      'being-known',
      'being-told-early',
      'defending-us',
      'mattering',
      'one-champion',
      'peers',
      'set-up-debts',
      'still-advancing',
      'strategic-fit',
      'too-many-vendors',
      'trust-in-leadership',
    ]);
  });

  test('is there before anybody wrote anything, and a stored field wins over it', () => {
    const speed = starterId('product', 'speed');
    const stored = new Stored();
    expect(stored.book().open.length).toBe(starterThemes.length);
    stored.apply(got(renameTheme(stored.book(), doc, speed, 'Slow screens')));
    const now = stored.book().all.get(speed);
    expect(now).toMatchObject({ name: 'Slow screens', category: 'product', starter: true });
    expect(now?.definition).toBe('Waiting for screens, reports or jobs.');
  });
});

describe('merging themes', () => {
  test('mentions of the merged theme count for the other, through any number of steps', () => {
    const s = new Stored().add('a').add('b').add('c').merge('a', 'b').merge('b', 'c');
    expect(s.book().resolve('a')).toBe('c');
    expect(s.book().open.map((t) => t.id)).not.toContain('a');
  });

  test('a merge is taken back by another change, with everything merged into the theme before', () => {
    const s = new Stored().add('a').add('b').add('c').merge('a', 'b').merge('b', 'c');
    s.apply(got(unmergeTheme(s.book(), doc, 'b')));
    expect(s.book().resolve('a')).toBe('b');
    expect(s.book().resolve('b')).toBe('b');
  });

  test('a ring made by two people at once is opened by taking one out: both stand', () => {
    const s = new Stored().add('a').add('b').add('x').merge('x', 'a');
    s.apply([theme.put(doc, 'a', { mergedInto: 'b' }), theme.put(doc, 'b', { mergedInto: 'a' })]);
    s.apply(got(unmergeTheme(s.book(), doc, 'b')));
    expect(['a', 'b', 'x'].map(s.book().resolve)).toEqual(['a', 'b', 'a']);
  });

  test('is not taken back where another theme has the name by now; a namesake it was merged into is none', () => {
    const s = new Stored().add('Export', 'a').add('Reports', 'b').merge('a', 'b');
    s.add('Export', 'c');
    expect(unmergeTheme(s.book(), doc, 'a')).toMatchObject({ why: { kind: 'nameTaken', by: 'c' } });
    s.apply(got(renameTheme(s.book(), doc, 'c', 'Exports')));
    s.apply(got(unmergeTheme(s.book(), doc, 'a')));
    expect(s.book().resolve('a')).toBe('a');
    const twins = new Stored().add('a');
    twins.apply([theme.put(doc, 'b', { name: 'a', category: 'product', mergedInto: 'a' })]);
    twins.apply(got(unmergeTheme(twins.book(), doc, 'b')));
    expect(twins.book().resolve('b')).toBe('b');
  });

  test('into itself or into what it already counts for is refused, so no ring is made', () => {
    const s = new Stored().add('a').add('b').merge('a', 'b');
    expect(mergeThemes(s.book(), doc, 'a', 'a')).toMatchObject({ why: { kind: 'sameTheme' } });
    expect(mergeThemes(s.book(), doc, 'b', 'a')).toMatchObject({ why: { kind: 'sameTheme' } });
    expect(mergeThemes(s.book(), doc, 'a', 'none')).toMatchObject({ why: { kind: 'unknownTheme' } });
  });

  test('a theme nobody knows keeps its mentions under its own id, and so does a merge into one', () => {
    const s = new Stored().add('a');
    s.records.set('a', { ...s.records.get('a'), mergedInto: 'not-here-yet' });
    expect(s.book().resolve('a')).toBe('a');
    expect(s.book().resolve('never-seen')).toBe('never-seen');
  });

  test('a ring made by two people at once ends in one theme, the same whoever asks', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const links = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names, 'gone', '')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(links, (pairs) => {
        const s = new Stored();
        for (const n of names) s.add(n);
        for (const [from, into] of pairs) s.records.set(from, { ...s.records.get(from), mergedInto: into });
        const book = s.book();
        const open = new Set(book.open.map((t) => t.id));
        for (const n of names) {
          const end = book.resolve(n);
          expect(open.has(end)).toBe(true);
          expect(book.resolve(end)).toBe(end);
          const next = book.all.get(n)?.mergedInto ?? '';
          if (book.all.has(next)) expect(book.resolve(next)).toBe(end);
        }
      }),
    );
  });

  test('any merges that are allowed leave every theme counting for exactly one open theme', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const s = new Stored();
        for (const n of names) s.add(n);
        for (const [from, into] of pairs) {
          const merged = mergeThemes(s.book(), doc, from, into);
          if (!merged.ok) continue;
          s.apply(merged.value);
          expect(s.book().resolve(from)).toBe(s.book().resolve(into));
        }
      }),
    );
  });
});

describe('changing themes', () => {
  const speed = starterId('product', 'speed');

  test('a name is taken whatever its case and spacing; a theme may keep its own', () => {
    const s = new Stored().add('Export fails', 'x');
    expect(addTheme(s.book(), doc, id('y'), { name: ' export-FAILS ', category: 'value' })).toMatchObject({
      why: { kind: 'nameTaken', by: 'x', retired: false },
    });
    expect(renameTheme(s.book(), doc, 'x', 'Export Fails').ok).toBe(true);
    expect(renameTheme(s.book(), doc, 'x', '  ')).toMatchObject({ why: { kind: 'noName' } });
    expect(renameTheme(s.book(), doc, 'x', 'x'.repeat(61))).toMatchObject({
      why: { kind: 'nameTooLong', most: 60, got: 61 },
    });
  });

  test('the name of a merged theme is free again', () => {
    const s = new Stored().add('Exports', 'x').add('Reports', 'y').merge('x', 'y');
    expect(s.add('Exports', 'z').book().all.get('z')?.name).toBe('Exports');
  });

  test('retired leaves the choice and comes back, unless its name was given away', () => {
    const s = new Stored();
    s.apply(got(retireTheme(s.book(), doc, speed)));
    expect(s.book().open.some((t) => t.id === speed)).toBe(false);
    expect(s.book().resolve(speed)).toBe(speed);
    expect(addTheme(s.book(), doc, id('n'), { name: 'speed', category: 'product' })).toMatchObject({
      why: { kind: 'nameTaken', by: speed, retired: true },
    });
    s.apply(got(restoreTheme(s.book(), doc, speed)));
    expect(s.book().open.some((t) => t.id === speed)).toBe(true);
  });

  test('definition and category change in place; changing nothing writes nothing', () => {
    const s = new Stored();
    s.apply(got(defineTheme(s.book(), doc, speed, ' Waiting. ')));
    s.apply(got(moveTheme(s.book(), doc, speed, 'service')));
    expect(s.book().all.get(speed)).toMatchObject({
      definition: 'Waiting.',
      category: 'service',
      name: 'Speed',
    });
    expect(got(moveTheme(s.book(), doc, speed, 'service'))).toEqual([]);
    expect(moveTheme(s.book(), doc, 'none', 'service')).toMatchObject({ why: { kind: 'unknownTheme' } });
  });

  test('a record that cannot be read is listed and hides no other', () => {
    const s = new Stored().add('a');
    s.records.set('bad', { name: 5 });
    expect(s.book().faults.map((f) => f.id)).toEqual(['bad']);
    expect(s.book().all.has('a')).toBe(true);
  });
});
