import { describe, expect, test } from 'vitest';
import { Doc } from 'yjs';
import { defaultGuide } from '../guide/index.ts';
import { seededChance } from '../model/chance.ts';
import type { Change } from '../model/change.ts';
import { type DocName, docName } from '../model/docName.ts';
import { newId, parseId } from '../model/ids.ts';
import { applyChanges, readCollection } from '../replica/index.ts';
import { interviewEntry, rosterEntry, type ScoredEntry } from '../sample/index.ts';
import {
  brokenOffAfter,
  captureNote,
  editNote,
  endInterview,
  interviewHead,
  notesOf,
  orderBetween,
  pauseBefore,
  readLine,
  removeNote,
  reopenInterview,
  restoreNote,
  secondsInto,
  startInterview,
  tagNote,
  themeIndex,
} from './index.ts';

const chance = seededChance('interview');
const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(`bad id ${text}`);
  return parsed.value;
};
const workspace = id<'workspace'>('w');
const cycle = id<'cycle'>('q4');
const entry: ScoredEntry = {
  id: 'mail:ines@example.com',
  name: 'Ines Duarte',
  email: 'ines@example.com',
  phone: '+351 21 000 0000',
  role: 'Head of finance operations',
  accountName: 'Brightwater Logistics',
  accountManager: 'Tom Reyes',
  revenue: 148_000,
  timeZone: 'Europe/Lisbon',
  language: 'en',
  band: 'detractor',
  score: 0,
  comment: 'It fails on close day.',
  answeredOn: '2026-10-12',
  segments: { Tier: 'Enterprise' },
  wave: 'wave1',
  row: 7,
  reason: 'Enterprise x detractor, score 0',
  state: 'selected',
  claimedBy: '',
  claimedByName: '',
  interview: '',
  sample: false,
};
const start = {
  workspace,
  cycle,
  entry,
  id: id<'interview'>('i1'),
  member: id<'member'>('me'),
  memberName: 'Ana',
  guide: defaultGuide,
  at: 1_000_000,
};
const doc = docName(workspace, 'interview', 'i1');
const cycleDoc = docName(workspace, 'cycle', 'q4');

/** Real documents, one per name. */
function documents() {
  const docs = new Map<DocName, Doc>();
  const of = (name: DocName) => docs.get(name) ?? docs.set(name, new Doc()).get(name) ?? new Doc();
  return {
    apply: (changes: readonly Change[]) => {
      for (const name of new Set(changes.map((c) => c.doc)))
        applyChanges(
          of(name),
          changes.filter((c) => c.doc === name),
          'test',
        );
    },
    read: (name: DocName, collection: string) => readCollection(of(name), collection),
  };
}

function begun() {
  const docs = documents();
  const changes = startInterview(start);
  if (!changes.ok) throw new Error('refused');
  docs.apply([rosterEntry.put(cycleDoc, entry.id, { ...entry }), ...changes.value]);
  return docs;
}

const headOf = (docs: ReturnType<typeof documents>) => {
  const read = interviewHead.parse('head', docs.read(doc, 'interview').get('head') ?? {});
  if (!read.ok) throw new Error(read.why.problems.join());
  return read.value;
};
const personOf = (docs: ReturnType<typeof documents>) => {
  const read = rosterEntry.parse(entry.id, docs.read(cycleDoc, 'roster').get(entry.id) ?? {});
  if (!read.ok) throw new Error(read.why.problems.join());
  return read.value;
};

describe('beginning and ending a call', () => {
  test('gives the interview all it needs, an entry in the cycle, and the person a caller', () => {
    const docs = begun();
    expect(headOf(docs)).toMatchObject({
      person: entry.id,
      score: 0,
      comment: entry.comment,
      segments: { Tier: 'Enterprise' },
      guide: 'default',
      guideVersion: defaultGuide.version,
      consentAsked: false,
      consentQuote: 'no',
    });
    expect([...docs.read(cycleDoc, interviewEntry.collection).keys()]).toEqual(['i1']);
    expect(personOf(docs)).toMatchObject({
      interview: 'i1',
      state: 'scheduled',
      claimedBy: 'me',
      claimedByName: 'Ana',
      name: 'Ines Duarte',
    });
  });

  test('leaves a person with whoever claimed them', () => {
    const docs = documents();
    const claimed = { ...entry, claimedBy: 'tom', claimedByName: 'Tom' };
    const changes = startInterview({ ...start, entry: claimed });
    docs.apply([rosterEntry.put(cycleDoc, entry.id, { ...claimed }), ...(changes.ok ? changes.value : [])]);
    expect(personOf(docs)).toMatchObject({ claimedBy: 'tom', interview: 'i1' });
  });

  test('is refused for somebody whose interview exists', () => {
    const again = startInterview({ ...start, entry: { ...entry, interview: 'i0' } });
    expect(again).toEqual({ ok: false, why: { kind: 'alreadyStarted', interview: 'i0' } });
  });

  test('ends with the person held, and can be taken up again without counting the time between', () => {
    const docs = begun();
    docs.apply(endInterview(doc, cycleDoc, entry.id, 1_000_000 + 600_000));
    expect(personOf(docs).state).toBe('held');
    expect(secondsInto(headOf(docs), 1_000_000 + 9_000_000)).toBe(600);
    docs.apply(reopenInterview(doc, cycleDoc, headOf(docs), 1_000_000 + 4_200_000));
    expect(secondsInto(headOf(docs), 1_000_000 + 4_230_000)).toBe(630);
  });
});

describe('the clock of a call', () => {
  const head = { startedAt: 1_000_000, endedAt: 0, paused: 0 };
  test('once ended it lasted as long as it lasted, also for whose clock is before its end', () => {
    const ended = { ...head, endedAt: head.startedAt + 1_800_000, paused: 60 };
    for (const at of [0, head.startedAt, head.startedAt + 900_000, ended.endedAt, ended.endedAt + 9_000_000])
      expect(secondsInto(ended, at)).toBe(1740);
  });

  test('never runs below zero', () => expect(secondsInto(head, 0)).toBe(0));

  test('goes straight on over a reload and stops over a night', () => {
    expect(pauseBefore(head, 120, 1_000_000 + 180_000)).toBe(0);
    expect(pauseBefore(head, 120, 1_000_000 + (120 + brokenOffAfter) * 1000)).toBe(0);
    const night = 1_000_000 + 50_000_000;
    const paused = pauseBefore(head, 120, night);
    expect(secondsInto({ ...head, paused }, night)).toBe(120);
  });
});

describe('notes', () => {
  const themes = themeIndex([{ id: 'price', name: 'price' }]);
  const capture = (docs: ReturnType<typeof documents>, line: string, before: string | null = null) => {
    const read = readLine(line, themes);
    const made = {
      doc,
      id: newId<'note'>(chance),
      read,
      themes: read.themes.flatMap((t) => (t.id ? [t.id] : [])),
      order: orderBetween(before, null, chance),
      at: 42,
      area: 'experience' as const,
      question: 'q1',
      author: 'me',
      authorName: 'Ana',
    };
    docs.apply(captureNote(made));
    return made;
  };
  const notes = (docs: ReturnType<typeof documents>) =>
    notesOf(docs.read(doc, 'note'), docs.read(doc, 'mention'));

  test('a captured line comes back whole, in order, with its mentions', () => {
    const docs = documents();
    const first = capture(docs, '"They pay twice" #price !! -');
    capture(docs, 'Rebuilt by hand', first.order);
    expect(notes(docs)).toMatchObject([
      {
        text: 'They pay twice',
        verbatim: true,
        severity: 2,
        valence: 'bad',
        at: 42,
        area: 'experience',
        question: 'q1',
        authorName: 'Ana',
        mentions: [{ note: first.id, theme: 'price', severity: 2, by: 'me' }],
      },
      { text: 'Rebuilt by hand', verbatim: false, mentions: [] },
    ]);
  });

  test('tagging later takes over the severity that was typed', () => {
    const docs = documents();
    capture(docs, 'Rebuilt by hand !!!');
    const [note] = notes(docs);
    if (!note) throw new Error('no note');
    docs.apply([tagNote(doc, note, 'price', 'tom')]);
    expect(notes(docs)[0]?.mentions).toMatchObject([{ theme: 'price', severity: 3, by: 'tom' }]);
  });

  test('an edit writes only what differs and what is said anew of its themes', () => {
    const docs = documents();
    capture(docs, 'They pay twice #price !');
    const [note] = notes(docs);
    if (!note) throw new Error('no note');
    const before = readLine('They pay twice #price !', themes);
    const edit = { doc, note, before, tagged: ['price'], drop: [], by: 'me' };
    expect(editNote({ ...edit, put: new Map(), after: before })).toEqual([]);
    const after = readLine('They pay three times #price !!!', themes);
    const changes = editNote({ ...edit, put: new Map([['price', 3]]), after });
    expect(changes.map((c) => c.kind)).toEqual(['put', 'editText', 'put']);
    docs.apply(changes);
    expect(notes(docs)).toMatchObject([{ text: 'They pay three times', mentions: [{ severity: 3 }] }]);
  });

  test('a note that is taken away is not there, nor is what it was tagged with', () => {
    const docs = documents();
    const made = capture(docs, 'They pay twice #price');
    docs.apply(removeNote(doc, made.id));
    expect(notes(docs)).toEqual([]);
  });

  test('and comes back as it was', () => {
    const docs = documents();
    const made = capture(docs, '"They pay twice" #price !!');
    const [was] = notes(docs);
    if (!was) throw new Error('no note');
    docs.apply(removeNote(doc, made.id));
    docs.apply(restoreNote(doc, was));
    expect(notes(docs)).toEqual([was]);
  });
});
