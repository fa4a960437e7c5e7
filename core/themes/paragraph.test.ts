import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { factsWith, mentionOf } from '#test/fixtures/interviewFacts.ts';
import type { Change } from '../model/change.ts';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import { recordsIn } from '../model/record.ts';
import { applyChanges, readCollection } from '../replica/index.ts';
import {
  beginParagraph,
  codebookOf,
  driverChoice,
  driverText,
  joinParagraphs,
  paragraphParts,
  paragraphsByTheme,
  pinQuote,
  pinsByTheme,
  quoteOfNote,
  referenceTo,
  wordsByNote,
  writeParagraph,
} from './index.ts';

const workspace = parseId<'workspace'>('w');
if (!workspace.ok) throw new Error('w');
const cycle = docName(workspace.value, 'cycle', 'q4');
const book = codebookOf(new Map());
const merged = codebookOf(
  new Map([
    ['a', { name: 'A', category: 'product', mergedInto: 'b' }],
    ['b', { name: 'B', category: 'product', mergedInto: '' }],
  ]),
);

/** One device: its own copy of the cycle's document. */
class Device {
  readonly doc = new Doc();
  do(changes: readonly Change[]): this {
    applyChanges(this.doc, changes, null);
    return this;
  }
  meet(other: Device): this {
    applyUpdate(this.doc, encodeStateAsUpdate(other.doc));
    applyUpdate(other.doc, encodeStateAsUpdate(this.doc));
    return this;
  }
  stored = { read: (collection: string) => readCollection(this.doc, collection) };
  begin(id: string, theme: string, text: string, at = 1): this {
    return this.do(beginParagraph(cycle, id, { theme, at, by: 'm', byName: 'Mo' }, text));
  }
  texts(theme = 'x', codebook = book): string[] {
    const all = paragraphsByTheme(recordsIn(this.stored, driverText), codebook).get(theme) ?? [];
    return all.map(({ text }) => text);
  }
  record(id: string) {
    const found = recordsIn(this.stored, driverText).find((text) => text.id === id);
    if (!found) throw new Error(id);
    return found;
  }
}

test('two people begin a paragraph offline: both stand, the eldest first, and can be made one', () => {
  const [one, two] = [
    new Device().begin('p1', 'x', 'Exports fail.', 2),
    new Device().begin('p2', 'x', 'It costs a day.', 1),
  ];
  one.meet(two);
  expect(one.texts()).toEqual(['It costs a day.', 'Exports fail.']);
  expect(two.texts()).toEqual(one.texts());
  one.do(joinParagraphs(cycle, one.record('p2'), one.record('p1')));
  two.do(writeParagraph(cycle, 'p1', 'Exports fail. On close day.'));
  one.meet(two);
  expect(one.texts()).toEqual(['It costs a day.\n\nExports fail.', ' On close day.']);
});

test('two people edit one paragraph offline: both edits are in it', () => {
  const one = new Device().begin('p1', 'x', 'Exports fail.');
  const two = new Device().meet(one);
  one.do(writeParagraph(cycle, 'p1', 'Since May: Exports fail.'));
  two.do(writeParagraph(cycle, 'p1', 'Exports fail. Nobody owns it.'));
  one.meet(two);
  expect(one.texts()).toEqual(['Since May: Exports fail. Nobody owns it.']);
  expect(two.texts()).toEqual(one.texts());
});

test('for any edits on two devices, nothing either typed is lost and both agree', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), fc.array(word, { maxLength: 5 }), (mine, theirs) => {
      const one = new Device().begin('p1', 'x', '<>');
      const two = new Device().meet(one);
      for (const w of mine) one.do(writeParagraph(cycle, 'p1', `${w} ${one.texts()[0]}`));
      for (const w of theirs) two.do(writeParagraph(cycle, 'p1', `${two.texts()[0]} ${w}`));
      one.meet(two);
      expect(two.texts()).toEqual(one.texts());
      const [text = ''] = one.texts();
      expect(text).toBe([...mine.toReversed(), ['<>', ...theirs].join(' ')].join(' '));
    }),
    { numRuns: 60 },
  );
});

test('paragraphs and pins of a merged theme come along, and its own pin wins', () => {
  const device = new Device().begin('p1', 'a', 'Of A.').do(pinQuote(cycle, 'a', 'note-a'));
  expect(device.texts('b', merged)).toEqual(['Of A.']);
  expect(device.texts('a')).toEqual(['Of A.']);
  const pins = () => pinsByTheme(recordsIn(device.stored, driverChoice), merged).get('b');
  expect(pins()).toBe('note-a');
  device.do(pinQuote(cycle, 'b', 'note-b'));
  expect(pins()).toBe('note-b');
  device.do(pinQuote(cycle, 'b', '')).do(pinQuote(cycle, 'a', ''));
  expect(pins()).toBeUndefined();
});

test('a quote in a paragraph is the note as it is now, with the consent as it is now', () => {
  const said = mentionOf('x', { note: '01h2v3n4k5p6q7r8s9t0abcdef', text: 'It fails.' });
  const named = factsWith({ consentQuote: 'withName', mentions: [said] });
  const notes = wordsByNote([named]);
  const reference = referenceTo(said.note, notes);
  expect(reference).toBe('[quote abcdef]');
  const parts = paragraphParts(`They say ${reference}.`, notes);
  expect(parts).toEqual([
    { kind: 'text', text: 'They say ' },
    { kind: 'quote', reference, note: said.note },
    { kind: 'text', text: '.' },
  ]);
  const shown = (over: object, words = said) =>
    quoteOfNote(wordsByNote([{ ...named, ...over, mentions: [words] }]).get(said.note));
  expect(shown({})).toMatchObject({ kind: 'quote', text: 'It fails.', name: 'Ada Byron' });
  expect(shown({ consentQuote: 'withoutName' })).toMatchObject({ kind: 'quote', name: '' });
  expect(shown({ consentQuote: 'no' })).toEqual({ kind: 'withheld', verbatims: 1 });
  expect(shown({}, { ...said, text: 'It still fails.' })).toMatchObject({ text: 'It still fails.' });
  expect(shown({}, { ...said, verbatim: false })).toEqual({ kind: 'none' });
  expect(paragraphParts(reference, wordsByNote([]))).toEqual([{ kind: 'quote', reference, note: '' }]);
});

test('a reference that two notes fit shows neither, and is made long enough to fit one', () => {
  const notes = wordsByNote([
    factsWith({ mentions: ['1-aaaaaa', '2-aaaaaa'].map((note) => mentionOf('x', { note })) }),
  ]);
  expect(referenceTo('1-aaaaaa', notes)).toBe('[quote 1-aaaaaa]');
  expect(paragraphParts('[quote aaaaaa]', notes)).toMatchObject([{ note: '' }]);
});

test('for any text, the parts put together are the text: markup, brackets and all', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('[quote abc]', '[quote ]', '<b>x</b>', '[[quote 1]]'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const parts = paragraphParts(text, new Map());
      expect(parts.map((p) => (p.kind === 'text' ? p.text : p.reference)).join('')).toBe(text);
    }),
  );
});
