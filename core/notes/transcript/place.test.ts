import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docName } from '../../model/docName.ts';
import { parseId } from '../../model/ids.ts';
import { FromOutside, MemoryReplica } from '../../replica/index.ts';
import { captureNote } from '../capture.ts';
import { notesOf } from '../read.ts';
import { mention, note, type SaidPlace } from '../records.ts';
import {
  callSecondAt,
  guessSides,
  isCustomers,
  keepTranscript,
  notesAt,
  questionAt,
  readTranscriptText,
  removeTranscript,
  stretchesOf,
  tidyPlace,
  transcriptPart,
  transcriptsIn,
  turnsIn,
} from './index.ts';

const idOf = <K extends string>(text: string) => {
  const id = parseId<K>(text);
  if (!id.ok) throw new Error(text);
  return id.value;
};
const doc = docName(idOf<'workspace'>('w'), 'transcript', 'i1');
const who = { who: idOf<'member'>('ana'), why: 'test' };
const at = (from: number, to: number, turn = 0): SaidPlace => ({ transcript: 't1', turn, from, to });
const about = {
  id: 't1',
  name: 'call.txt',
  addedAt: 1,
  by: 'ana',
  offset: 0,
  sides: { Ines: 'customer' },
} as const;

function read(text: string) {
  const transcript = readTranscriptText(text);
  if (!transcript.ok) throw new Error(transcript.why.kind);
  return transcript.value;
}

describe('a transcript in its document', () => {
  const long = read(
    Array.from(
      { length: 4000 },
      (_, i) => `[${i}:00] ${i % 2 ? 'Ana' : 'Ines'}: ${'twenty words '.repeat(12)}`,
    ).join('\n'),
  );

  test('a hundred thousand words come back turn for turn, in parts that can each be sent', async () => {
    const replica = new MemoryReplica();
    const changes = keepTranscript(doc, about, long);
    expect(changes.length).toBeGreaterThan(5);
    expect(Math.max(...changes.map((change) => JSON.stringify(change).length))).toBeLessThan(500_000);
    const opened = await replica.open(doc);
    for (const change of changes.slice(0, -2)) await replica.apply([change], who);
    expect(transcriptsIn(opened)).toEqual([]);
    await replica.apply(changes.slice(-1), who);
    const [head] = transcriptsIn(opened);
    if (!head) throw new Error('no head');
    expect(head).toMatchObject({ turns: 4000, words: 96_000, name: 'call.txt' });
    expect(turnsIn(opened, head)).toBeNull();
    await replica.apply(changes.slice(-2, -1), who);
    expect(turnsIn(opened, head)).toEqual(long.turns);
  });

  test('taken away, its words are gone from the document', async () => {
    const replica = new MemoryReplica();
    for (const change of keepTranscript(doc, about, long)) await replica.apply([change], who);
    const opened = await replica.open(doc);
    const [head] = transcriptsIn(opened);
    if (!head) throw new Error('no head');
    await replica.apply(removeTranscript(doc, head), who);
    expect([...opened.read(transcriptPart.collection)]).toEqual([]);
    expect(transcriptsIn(opened)).toEqual([]);
    // While it is open here the undo of this member still holds them; another device, or the next opening, has them no more.
    const next = new MemoryReplica();
    await next.merge(doc, await replica.stateOf(doc), new FromOutside('server'));
    const left = new TextDecoder('latin1').decode(await next.stateOf(doc));
    expect(left.includes('twenty words')).toBe(false);
    expect(left.length).toBeGreaterThan(0);
  });
});

test('a note remembers its place, and one without has none', async () => {
  const replica = new MemoryReplica();
  const own = docName(idOf<'workspace'>('w'), 'interview', 'i1');
  const line = {
    doc: own,
    read: { text: 'x', verbatim: true, severity: 0, valence: 'none' },
    themes: [],
    at: 3,
    area: 'scoreDrivers',
    question: '',
    author: 'ana',
    authorName: 'Ana',
  } as const;
  await replica.apply(captureNote({ ...line, id: idOf('n1'), order: 'a', place: at(2, 5) }), who);
  await replica.apply(captureNote({ ...line, id: idOf('n2'), order: 'b' }), who);
  const opened = await replica.open(own);
  const notes = notesOf(opened.read(note.collection), opened.read(mention.collection));
  expect(notes.map((n) => n.place)).toEqual([at(2, 5), undefined]);
});

describe('a place', () => {
  test('has no white space at its ends, and none at all is left of nothing', () => {
    expect(tidyPlace(at(9, 2), { text: 'ab  cd  ' })).toEqual(at(4, 6));
    expect(tidyPlace(at(-5, 99), { text: ' ab ' })).toEqual(at(1, 3));
    expect(tidyPlace(at(2, 4), { text: 'ab  cd' })).toBeNull();
  });

  test('tagged twice is seen, the exact one first', () => {
    const notes = [{ place: at(0, 5) }, { place: at(3, 8) }, { place: at(8, 9) }, { place: at(3, 8, 1) }, {}];
    expect(notesAt(at(3, 8), notes)).toEqual([
      { note: notes[1], same: true },
      { note: notes[0], same: false },
    ]);
  });

  test('has the second of the call and the question that was on screen then', () => {
    const { turns } = read('[0:10] Ines: It failed. [0:20] Twice.\n[0:30] Ana: Why?');
    expect(callSecondAt({ offset: 5 }, turns, at(11, 13))).toBe(25);
    expect(callSecondAt({ offset: -60 }, turns, at(0, 2))).toBe(0);
    expect(callSecondAt({ offset: 5 }, read('Ines: a\nAna: b').turns, at(0, 1))).toBe(0);
    const visits = [
      { id: 'v1', area: 'scoreDrivers', question: 'q1', at: 0 },
      { id: 'v2', area: 'competition', question: 'q2', at: 20 },
    ] as const;
    expect(questionAt(visits, 25)).toEqual({ area: 'competition', question: 'q2' });
    expect(questionAt(visits, 3).question).toBe('q1');
    expect(questionAt([], 3)).toEqual({ area: 'scoreDrivers', question: '' });
  });

  test('cut at every note, a turn is still its text', () => {
    const ranges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), ranges, (text, marked) => {
        const notes = marked.map(([a, b]) => ({ place: at(Math.min(a, b), Math.max(a, b)) }));
        const cut = stretchesOf({ text }, notes);
        expect(cut.map((s) => s.text).join('')).toBe(text);
        for (const { from, text: piece, notes: on } of cut) {
          const inside = notes.filter((n) => n.place.from <= from && n.place.to >= from + piece.length);
          expect(on).toEqual(inside);
        }
      }),
    );
  });
});

describe('who speaks for whom', () => {
  test.each([
    [['Ines', 'Ana'], { Ines: 'customer', Ana: 'us' }],
    [['Ines Duarte', 'Speaker 2'], { 'Ines Duarte': 'customer', 'Speaker 2': 'us' }],
    [['Q', 'A'], { Q: 'us', A: 'customer' }],
    [['Speaker 1', 'Speaker 2'], {}],
    [['Ines', 'Bo', 'Cy'], { Ines: 'customer' }],
    [['Moderator', 'Participant'], { Moderator: 'us', Participant: 'customer' }],
  ])('%j', (speakers, sides) => {
    expect(guessSides(speakers, 'Ines Duarte', 'Ana Reis')).toEqual(sides);
  });

  test('nobody is taken for somebody without a name', () => {
    expect(guessSides(['Bo', 'Cy'], '', '')).toEqual({});
    expect(isCustomers({ sides: { Bo: 'us' } }, 'Bo')).toBe(false);
    expect(isCustomers({ sides: { Bo: 'us' } }, 'Cy')).toBe(true);
  });
});
