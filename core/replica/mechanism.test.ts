import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { mechanismParts } from '../guide/index.ts';
import type { Change } from '../model/change.ts';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import { recordsIn } from '../model/record.ts';
import {
  because,
  captureNote,
  cover,
  coverageOf,
  dropPart,
  inOrderStated,
  knowPart,
  mention,
  note,
  notesOf,
  rootsOf,
  stateBecause,
  type Talk,
  takeBackBecause,
} from '../notes/index.ts';
import { applyChanges, readCollection } from './index.ts';

const parsed = <K extends string>(text: string) => {
  const made = parseId<K>(text);
  if (!made.ok) throw new Error(text);
  return made.value;
};
const doc = docName(parsed<'workspace'>('w'), 'interview', parsed<'interview'>('i'));
const themes = ['export', 'owner', 'price'] as const;
const same = (theme: string) => theme;

const line = (id: string, theme: string) =>
  captureNote({
    ...{ doc, id: parsed<'note'>(id), themes: [theme], order: id, at: 1, area: 'experience', question: '' },
    ...{
      read: { text: 'said', verbatim: false, severity: 0, valence: 'none' },
      author: 'a',
      authorName: 'A',
    },
  });

const talkIn = (from: Doc): Talk => {
  const stored = { read: (collection: string) => readCollection(from, collection) };
  const notes = notesOf(stored.read(note.collection), stored.read(mention.collection));
  return { notes, covers: recordsIn(stored, cover), resolve: same, listen: () => [] };
};
const statedIn = (from: Doc) =>
  inOrderStated(recordsIn({ read: (collection: string) => readCollection(from, collection) }, because));
const exchange = (a: Doc, b: Doc) => {
  applyUpdate(b, encodeStateAsUpdate(a));
  applyUpdate(a, encodeStateAsUpdate(b));
};
/** All that screens read of it. */
const readingOf = (from: Doc) => ({
  parts: themes.map((theme) =>
    coverageOf(theme, talkIn(from)).map(({ is, note }) => `${is} ${note?.id ?? ''}`),
  ),
  roots: [...rootsOf(statedIn(from), same)],
  depths: talkIn(from).notes.map((n) => n.depth ?? 0),
});

function begun(): Doc {
  const first = new Doc();
  applyChanges(first, [...line('n1', 'export'), ...line('n2', 'owner'), ...line('n3', 'price')], 'test');
  return first;
}

test('two people who cover different parts of one theme while apart have both, and so has whoever joins', () => {
  const a = begun();
  const b = new Doc();
  exchange(a, b);
  applyChanges(a, knowPart(talkIn(a), { doc, theme: 'export', part: 'episode', by: 'ana' }), 'test');
  applyChanges(b, knowPart(talkIn(b), { doc, theme: 'export', part: 'fix', by: 'tom' }), 'test');
  exchange(a, b);
  for (const each of [a, b])
    expect(coverageOf('export', talkIn(each)).map((p) => p.is)).toEqual([
      ...['known', 'missing', 'missing', 'missing', 'known'],
    ]);
});

test('a client that knows nothing of depth or marks keeps them when it edits the note', () => {
  const a = begun();
  applyChanges(a, [note.put(doc, 'n1', { depth: 2 })], 'new');
  applyChanges(a, knowPart(talkIn(a), { doc, theme: 'export', part: 'fix', by: 'ana' }), 'new');
  const older: Change = { kind: 'put', doc, collection: 'note', id: 'n1', fields: { severity: 3, _v: 1 } };
  applyChanges(a, [older], 'old');
  expect(talkIn(a).notes[0]).toMatchObject({ depth: 2, severity: 3 });
  expect(coverageOf('export', talkIn(a)).at(-1)?.is).toBe('known');
});

test('whatever three people mark and state, apart and together, they read the same in the end', () => {
  const theme = fc.constantFrom(...themes);
  const who = fc.constantFrom(0, 1, 2);
  const step = fc.oneof(
    fc.record({ do: fc.constantFrom('know', 'drop'), who, theme, part: fc.constantFrom(...mechanismParts) }),
    fc.record({ do: fc.constantFrom('state', 'takeBack'), who, theme, root: theme, at: fc.nat(3) }),
    fc.record({ do: fc.constant('depth'), who, to: fc.constantFrom(0, 1, 2, 3) }),
    fc.record({ do: fc.constant('meet'), who, other: who }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const docs = [begun(), new Doc(), new Doc()];
      const at = (i: number) => docs[i] as Doc;
      const meetAll = () => {
        for (const [i, j] of [
          [0, 1],
          [1, 2],
          [0, 1],
          [0, 2],
        ] as const)
          exchange(at(i), at(j));
      };
      meetAll();
      for (const s of steps) {
        const mine = at(s.who);
        const by = `${s.who}`;
        if ('other' in s) exchange(mine, at(s.other));
        else if ('to' in s)
          applyChanges(mine, [note.put(doc, 'n1', { depth: s.to as 0 | 1 | 2 | 3 })], 'test');
        else if ('part' in s) {
          const mark = { doc, theme: s.theme, part: s.part, by };
          applyChanges(mine, (s.do === 'know' ? knowPart : dropPart)(talkIn(mine), mark), 'test');
        } else if (s.do === 'state') {
          const { theme, root } = s;
          const made = stateBecause(doc, statedIn(mine), same, { theme, root, at: s.at, by });
          if (made.ok) applyChanges(mine, made.value, 'test');
        } else applyChanges(mine, takeBackBecause(doc, statedIn(mine), same, s), 'test');
      }
      meetAll();
      expect(readingOf(at(1))).toEqual(readingOf(at(0)));
      expect(readingOf(at(2))).toEqual(readingOf(at(0)));
    }),
    { numRuns: 60 },
  );
});
