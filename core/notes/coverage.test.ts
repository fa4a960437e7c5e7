import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mechanismParts } from '../guide/index.ts';
import type { Change } from '../model/change.ts';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import {
  type Because,
  because,
  type Cover,
  cover,
  coverageOf,
  coversBack,
  dropPart,
  inOrderStated,
  knowPart,
  rootsOf,
  stateBecause,
  type TaggedNote,
  type Talk,
  takeBackBecause,
} from './index.ts';

const [w, i] = [parseId<'workspace'>('w'), parseId<'interview'>('i')];
if (!w.ok || !i.ok) throw new Error('bad id');
const doc = docName(w.value, 'interview', i.value);

const note = (id: string, text: string, ...themes: string[]): TaggedNote => ({
  ...{ id, text, order: id, at: 1, area: 'scoreDrivers', question: '', author: 'ana', authorName: '' },
  ...{ verbatim: false, valence: 'none', severity: 0 },
  mentions: themes.map((theme) => ({ id: `${id}:${theme}`, note: id, theme, severity: 0, by: 'ana' })),
});

/** Hears a part wherever its name stands in the text. */
const talk = (
  notes: TaggedNote[],
  covers: readonly Cover[] = [],
  merged: Record<string, string> = {},
): Talk => ({
  notes,
  covers,
  resolve: (theme) => merged[theme] ?? theme,
  listen: (text) => mechanismParts.filter((p) => text.includes(p)).map((part) => ({ part, words: part })),
});

/** What the records become when changes are applied: fields put one by one, as documents do. */
function applied(covers: readonly Cover[], changes: readonly Change[]): Cover[] {
  const stored = new Map(covers.map((c) => [c.id, { ...c }]));
  for (const change of changes) {
    if (change.kind === 'remove') stored.delete(change.id);
    if (change.kind !== 'put') continue;
    const { id, ...before } = stored.get(change.id) ?? { id: change.id };
    const parsed = cover.parse(id, { ...before, ...change.fields });
    if (!parsed.ok) throw new Error(parsed.why.problems.join());
    stored.set(id, parsed.value);
  }
  return [...stored.values()];
}
const is = (theme: string, from: Talk) =>
  coverageOf(theme, from)
    .map((s) => s.is.slice(0, 1))
    .join('');
const mark = (theme: string, part: (typeof mechanismParts)[number], by = 'ana') => ({ doc, theme, part, by });
const withMarks = (from: Talk, changes: readonly Change[]): Talk => ({
  ...from,
  covers: applied(from.covers, changes),
});

describe('what is known of a mechanism', () => {
  const notes = [
    note('n1', 'it failed', 'export'),
    note('n2', 'the episode and the frequency', 'export'),
    note('n3', 'a consequence, of something else', 'price'),
    note('n4', 'the fix', 'export', 'price'),
  ];

  test('is guessed from the wording of the notes under its theme, wherever each part was said', () => {
    expect(is('export', talk(notes))).toBe('ggmmg');
    expect(is('price', talk(notes))).toBe('mmgmg');
    expect(is('speed', talk(notes))).toBe('mmmmm');
    const [, frequency] = coverageOf('export', talk(notes));
    expect(frequency).toMatchObject({ words: 'frequency', note: { id: 'n2' } });
  });

  test('is known once somebody says so, on the note that tells it', () => {
    const known = withMarks(talk(notes), knowPart(talk(notes), mark('export', 'frequency')));
    expect(is('export', known)).toBe('gkmmg');
    expect(known.covers).toMatchObject([{ note: 'n2', theme: 'export', part: 'frequency', is: 'known' }]);
    expect(knowPart(known, mark('export', 'frequency'))).toEqual([]);
  });

  test('what nothing hints at is marked on the newest note of the theme; a theme without notes has none', () => {
    const known = withMarks(talk(notes), knowPart(talk(notes), mark('export', 'expectation')));
    expect(is('export', known)).toBe('ggmkg');
    expect(known.covers[0]?.note).toBe('n4');
    expect(knowPart(talk(notes), mark('speed', 'fix'))).toEqual([]);
  });

  test('a guess that is taken away stays away, until a later note hints at it again', () => {
    const dropped = withMarks(talk(notes), dropPart(talk(notes), mark('export', 'fix')));
    expect(is('export', dropped)).toBe('ggmmm');
    expect(is('price', dropped)).toBe('mmgmg');
    const later = { ...dropped, notes: [...notes, note('n5', 'another fix', 'export')] };
    expect(is('export', later)).toBe('ggmmg');
    expect(coverageOf('export', later)[4]?.note?.id).toBe('n5');
  });

  test('what is known is taken back by one step, guesses beneath it included', () => {
    const both = talk([...notes, note('n5', 'fix', 'export')]);
    const known = withMarks(both, knowPart(both, mark('export', 'fix')));
    expect(is('export', known)).toBe('ggmmk');
    expect(is('export', withMarks(known, dropPart(known, mark('export', 'fix'))))).toBe('ggmmm');
  });

  test('goes with its note and with the tag, and comes back with them', () => {
    const known = withMarks(talk(notes), knowPart(talk(notes), mark('export', 'episode')));
    const without = notes.filter((n) => n.id !== 'n2');
    expect(is('export', { ...known, notes: without })).toBe('mmmmg');
    const untagged = notes.map((n) => (n.id === 'n2' ? { ...n, mentions: [] } : n));
    expect(is('export', { ...known, notes: untagged })).toBe('mmmmg');
    // another theme on the note does not keep it, not even one that was merged with it
    const other = notes.map((n) => (n.id === 'n2' ? note('n2', 'said', 'price') : n));
    expect(is('price', { ...known, notes: other, resolve: () => 'price' })).toBe('mmgmg');
    expect(is('export', known)).toBe('kgmmg');
  });

  test('follows a merge, and goes back with the theme when the merge is taken back', () => {
    const merged = talk(notes, [], { price: 'export' });
    expect(is('export', merged)).toBe('gggmg');
    const known = withMarks(merged, knowPart(merged, mark('export', 'consequence')));
    expect(is('export', known)).toBe('ggkmg');
    expect(is('price', talk(notes, known.covers))).toBe('mmkmg');
    expect(is('export', talk(notes, known.covers))).toBe('ggmmg');
  });

  test('two people who cover different parts while apart agree once they meet', () => {
    const from = talk(notes);
    const ana = knowPart(from, mark('export', 'episode', 'ana'));
    const tom = knowPart(from, mark('export', 'expectation', 'tom'));
    for (const order of [
      [...ana, ...tom],
      [...tom, ...ana],
    ])
      expect(is('export', withMarks(from, order))).toBe('kgmkg');
  });

  test('any marks can be taken back to what stood before', () => {
    const step = fc.record({ know: fc.boolean(), part: fc.constantFrom(...mechanismParts) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), step, (before, last) => {
        const take = (from: Talk, { know, part }: typeof last) =>
          know ? knowPart(from, mark('export', part)) : dropPart(from, mark('export', part));
        const start = before.reduce((from, s) => withMarks(from, take(from, s)), talk(notes));
        const changes = take(start, last);
        const back = withMarks(withMarks(start, changes), coversBack(start.covers, changes));
        expect(back.covers).toEqual(start.covers);
        const part = coverageOf('export', withMarks(start, changes)).find((s) => s.part === last.part);
        expect(part?.is).toBe(last.know ? 'known' : 'missing');
      }),
    );
  });
});

describe('one driver because of another', () => {
  const same = (theme: string) => theme;
  const stated = (...pairs: [string, string][]): Because[] =>
    pairs.map(([theme, root], at) => ({ id: `${theme}:${root}`, theme, root, at, by: 'ana' }));
  const state = (before: Because[], theme: string, root: string, resolve = same) =>
    stateBecause(doc, before, resolve, { theme, root, at: 9, by: 'ana' });

  test('keeps both, and more than one beneath', () => {
    expect(state([], 'export', 'owner')).toMatchObject({ ok: true, value: [{ id: 'export:owner' }] });
    const roots = rootsOf(stated(['export', 'owner'], ['export', 'staff'], ['owner', 'staff']), same);
    expect(roots.get('export')).toEqual(['owner', 'staff']);
    expect(roots.get('owner')).toEqual(['staff']);
  });

  test('refuses itself and a ring, directly or through others, and writes nothing twice', () => {
    const chain = stated(['a', 'b'], ['b', 'c']);
    expect(state(chain, 'a', 'a')).toEqual({ ok: false, why: { kind: 'sameTheme' } });
    expect(state(chain, 'b', 'a')).toEqual({ ok: false, why: { kind: 'ring' } });
    expect(state(chain, 'c', 'a')).toEqual({ ok: false, why: { kind: 'ring' } });
    expect(state(chain, 'a', 'b')).toEqual({ ok: true, value: [] });
    expect(state(chain, 'a', 'c')).toMatchObject({ ok: true, value: [{}] });
  });

  test('a ring made apart keeps the earlier statement, whoever asks', () => {
    const [ab, ba] = stated(['a', 'b'], ['b', 'a']);
    if (!ab || !ba) throw new Error('two');
    for (const order of [
      [ab, ba],
      [ba, ab],
    ])
      expect([...rootsOf(inOrderStated(order), same)]).toEqual([['a', ['b']]]);
  });

  test('follows merges: what becomes one theme is not beneath itself', () => {
    const resolve = (theme: string) => (theme === 'b' ? 'a' : theme);
    expect([...rootsOf(stated(['a', 'b'], ['b', 'c']), resolve)]).toEqual([['a', ['c']]]);
    expect(state([], 'a', 'b', resolve)).toEqual({ ok: false, why: { kind: 'sameTheme' } });
    expect(takeBackBecause(doc, stated(['b', 'c']), resolve, { theme: 'a', root: 'c' })).toEqual([
      because.remove(doc, 'b:c'),
    ]);
  });

  test('many ways from one theme to another are not gone one by one', () => {
    // Sixty layers of two, each over both of the next: more ways than could ever be gone through.
    const layer = (i: number) => [`${i}a`, `${i}b`];
    const pairs = Array.from({ length: 60 }, (_, i) =>
      layer(i).flatMap((theme) => layer(i + 1).map((root): [string, string] => [theme, root])),
    ).flat();
    const roots = rootsOf(stated(...pairs.toReversed()), same);
    expect(roots.get('0a')).toEqual(['1b', '1a']);
    expect(state(stated(...pairs), '60a', '0a')).toEqual({ ok: false, why: { kind: 'ring' } });
  });

  test('whatever was stated, no theme ever stands beneath itself', () => {
    const theme = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.tuple(theme, theme), { maxLength: 12 }), (pairs) => {
        const roots = rootsOf(stated(...pairs), same);
        const beneath = (from: string, seen: string[] = []): void => {
          for (const next of roots.get(from) ?? []) {
            expect([...seen, from]).not.toContain(next);
            beneath(next, [...seen, from]);
          }
        };
        for (const start of roots.keys()) beneath(start);
      }),
    );
  });
});
