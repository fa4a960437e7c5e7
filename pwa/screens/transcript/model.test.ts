import { afterEach, describe, expect, test, vi } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { interviewHead, mention, note, notesOf, visit } from '#core/notes/index.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { codebookOf, theme } from '#core/themes/index.ts';
import { factsOf } from '#test/fixtures/appState.ts';
import { readerKey } from './keys.ts';
import { makeTranscriptModel, type TranscriptModel } from './model.ts';
import { besideWord, extended, wordSpans } from './wordSteps.ts';
import { finding, refusalWords, secondsTyped, taggedWords } from './words.ts';

const idOf = <K extends string>(text: string) => {
  const id = parseId<K>(text);
  if (!id.ok) throw new Error(text);
  return id.value;
};
const workspace = idOf<'workspace'>('w');
const interview = idOf<'interview'>('i1');
const own = docName(workspace, 'interview', interview);
const bookDoc = docName(workspace, 'codebook');
const member = idOf<'member'>('ana');
const call =
  'WEBVTT\n\n00:10.000 --> 00:12.000\n<v Ana Reis>What happened?\n\n00:14.000 --> 00:20.000\n<v Ines Duarte>It failed on close day. Nobody owns it.\n\n00:40.000 --> 00:44.000\n<v Ines Duarte>We rebuild it in Excel.';

const fileOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { name: 'a.txt', size: bytes.length, bytes: async () => bytes };
};

const open: TranscriptModel[] = [];
afterEach(() => {
  for (const model of open.splice(0)) model.dispose();
});

async function device({ withHead = true } = {}) {
  const replica = new MemoryReplica(memoryWorld());
  const who = { who: member, why: 'test' };
  if (withHead)
    await replica.apply(
      [
        interviewHead.put(own, 'head', {
          ...{ cycle: 'q4', person: 'p', name: 'Ines Duarte', band: 'detractor', score: 4 },
          ...{ interviewer: 'ana', interviewerName: 'Ana Reis', guide: 'g', guideVersion: 1, startedAt: 1 },
        }),
        visit.put(own, 'v1', { area: 'scoreDrivers', question: 'q1', at: 0 }),
        visit.put(own, 'v2', { area: 'experience', question: 'q2', at: 30 }),
        theme.put(bookDoc, 'price', { name: 'Price', category: 'value' }),
        theme.put(bookDoc, 'speed', { name: 'Time to quote', category: 'product' }),
      ],
      who,
    );
  const needs = {
    replica,
    session: { workspace, member, memberName: 'Ana' },
    clock: { now: () => 5, steady: () => 0 },
    chance: seededChance('transcript'),
    facts: factsOf(),
  };
  const window = async (wanted = '') => {
    const model = makeTranscriptModel(needs, interview, wanted);
    open.push(model);
    await vi.waitFor(() => expect(model.state.value).not.toBe('opening'));
    return model;
  };
  const stored = async () => {
    const doc = await replica.open(own);
    const notes = notesOf(doc.read(note.collection), doc.read(mention.collection));
    doc.close();
    return notes;
  };
  return { replica, window, stored };
}

async function withCall() {
  const { window, ...rest } = await device();
  const model = await window();
  expect(await model.attachText(call)).toEqual({ ok: true, value: null });
  await vi.waitFor(() => expect(model.shown.value?.turns?.length).toBe(3));
  return { model, window, ...rest };
}

describe('attaching', () => {
  test('a transcript is there for the next window too; who speaks for whom is told where names tell it', async () => {
    const { model, window } = await withCall();
    expect(model.shown.value?.head).toMatchObject({
      words: 15,
      sides: { 'Ana Reis': 'us', 'Ines Duarte': 'customer' },
    });
    if (model.shown.value)
      expect(finding(model.shown.value, 0)).toBe('15 words by 2 speakers, nothing tagged yet.');
    const next = await window();
    expect(next.shown.value?.turns).toEqual(model.shown.value?.turns);
  });

  test('what is none changes nothing and is refused in words', async () => {
    const { window } = await device();
    const model = await window();
    const refused = await model.attach(fileOf('Just text.\nMore.'));
    expect(refused).toEqual({ ok: false, why: { kind: 'noSpeakers', lines: 2 } });
    expect(!refused.ok && refusalWords(refused.why)).toContain('2 lines of text');
    expect(model.transcripts.value).toEqual([]);
    expect(await model.attachText('Just text.', { paragraphs: true })).toEqual({ ok: true, value: null });
    await vi.waitFor(() => expect(model.shown.value?.head.format).toBe('paragraphs'));
  });

  test('a file that cannot be read, or is far too long to be, is refused in words before it is read', async () => {
    const { window } = await device();
    const model = await window();
    const gone = { ...fileOf(call), name: 'call', bytes: () => Promise.reject(new DOMException('gone')) };
    const refused = await model.attach(gone);
    expect(!refused.ok && refusalWords(refused.why)).toMatch(/^call could not be read: it is a folder/);
    const film = { ...gone, size: 4e9 };
    expect(await model.attach(film)).toMatchObject({ why: { kind: 'tooLong', characters: 4e9 } });
  });

  test('on a slow disk is waited for; on a full one it is said that it is not saved', async () => {
    const { window, replica } = await device();
    const model = await window();
    const disk = docName(workspace, 'transcript', interview);
    replica.failWith('blocked', disk);
    const attaching = model.attachText(call);
    await vi.waitFor(() => expect(replica.save).toMatchObject({ kind: 'onlyInMemory', why: 'blocked' }));
    replica.failWith(null);
    expect(await attaching).toEqual({ ok: true, value: null });
    replica.failWith('quota', disk);
    expect(await model.attachText('Ines: Later.\nAna: Yes.')).toEqual({
      ok: false,
      why: { kind: 'notSaved' },
    });
  });

  test('two are kept side by side; one taken away leaves its notes', async () => {
    const { model, stored } = await withCall();
    model.select(1, 0, 9);
    expect(model.tag('price')).toBe('kept');
    await model.attachText('Ines: Later.\nAna: Yes.');
    await vi.waitFor(() => expect(model.transcripts.value.length).toBe(2));
    const first = model.transcripts.value.find((t) => t.turns === 3);
    model.show(first?.id ?? '');
    expect(model.notes.value.get(1)?.length).toBe(1);
    model.remove();
    await vi.waitFor(() => expect(model.transcripts.value.length).toBe(1));
    expect(model.notes.value.size).toBe(0);
    expect(await stored()).toMatchObject([{ text: 'It failed' }]);
  });

  test('an interview that is not here is said', async () => {
    const { window } = await device({ withHead: false });
    expect((await window()).state.value).toBe('missing');
  });
});

describe('tagging', () => {
  test('selected words become the customer’s own, with their place, second, area and question', async () => {
    const { model, stored } = await withCall();
    model.select(2, 0, 99);
    expect(model.words.value).toBe('We rebuild it in Excel.');
    expect(model.tag('price')).toBe('kept');
    const [kept] = await stored();
    expect(kept).toMatchObject({
      ...{ text: 'We rebuild it in Excel.', verbatim: true, at: 40, area: 'experience', question: 'q2' },
      ...{ author: 'ana', place: { turn: 2, from: 0, to: 23 } },
    });
    expect(kept?.mentions.map((m) => m.theme)).toEqual(['price']);
  });

  test('our own words are a plain note, and so are those that are said to be ours later', async () => {
    const { model, stored } = await withCall();
    model.select(0, 0, 99);
    model.tag(null);
    expect(await stored()).toMatchObject([{ verbatim: false, mentions: [] }]);
    model.saySide('Ana Reis', 'customer');
    await vi.waitFor(() => expect(model.shown.value?.head.sides['Ana Reis']).toBe('customer'));
    expect(await stored()).toMatchObject([{ verbatim: true }]);
    model.select(0, 0, 4);
    model.tag(null);
    expect((await stored())[1]).toMatchObject({ text: 'What', verbatim: true });
    model.select(1, 0, 9);
    model.tag(null);
    model.saySide('Ana Reis', 'us');
    await vi.waitFor(() => expect(model.shown.value?.head.sides['Ana Reis']).toBe('us'));
    expect((await stored()).map((n) => n.verbatim)).toEqual([false, false, true]);
  });

  test('the same words twice are one note; a theme they have already adds nothing', async () => {
    const { model, stored } = await withCall();
    model.select(1, 0, 9);
    expect(model.tag('price')).toBe('kept');
    expect(model.tag('price')).toBe('there');
    expect(model.tag('speed')).toBe('added');
    expect(model.tag(null)).toBe('there');
    model.select(1, 0, 13);
    expect(model.tag('price')).toBe('kept');
    expect((await stored()).map((n) => n.mentions.length)).toEqual([2, 1]);
    expect(taggedWords('there', 'Price')).toBe('The note has Price already.');
  });

  test('a theme by name: known, new, retired ones come back, impossible ones are refused', async () => {
    const { model, replica, stored } = await withCall();
    await replica.apply([theme.put(bookDoc, 'speed', { retired: true })], { who: member, why: 'test' });
    model.select(1, 0, 9);
    expect(model.tagNamed('price')).toBe('kept');
    expect(model.tagNamed('Excel as a safety net')).toBe('added');
    expect(model.tagNamed('time to quote')).toBe('added');
    expect(model.tagNamed('x'.repeat(61))).toBe('refused');
    const [kept] = await stored();
    expect(kept?.mentions.length).toBe(3);
    const book = await replica.open(bookDoc);
    const { open: themes } = codebookOf(book.read(theme.collection));
    expect(themes.find((t) => t.name === 'Excel as a safety net')?.fresh).toBe(true);
    expect(themes.some((t) => t.id === 'speed')).toBe(true);
  });

  test('a number goes on meaning the same theme, whatever is tagged', async () => {
    const { model, window } = await withCall();
    const before = model.choices.value.map((t) => t.id);
    expect(before.length).toBe(9);
    model.select(1, 0, 9);
    model.tag(before[4] ?? '');
    expect(model.choices.value.map((t) => t.id)).toEqual(before);
    expect((await window()).choices.value[0]?.id).toBe(before[4]);
  });

  test('undo takes back a theme that was made, and retires one again that came back', async () => {
    const { model, replica } = await withCall();
    const book = async () => {
      const doc = await replica.open(bookDoc);
      const { all } = codebookOf(doc.read(theme.collection));
      doc.close();
      return [...all.values()].filter((t) => !t.starter && !t.retired && !t.takenBack).map((t) => t.name);
    };
    await replica.apply([theme.put(bookDoc, 'speed', { retired: true })], { who: member, why: 'test' });
    model.select(1, 0, 8);
    for (const name of ['Time to quote', 'Excel net']) {
      const before = await book();
      model.tagNamed(name);
      expect(await book()).toContain(name);
      model.undo();
      await vi.waitFor(async () => expect(await book()).toEqual(before));
    }
  });

  test('nothing selected, nothing kept; undo takes back, removing takes away', async () => {
    const { model, stored } = await withCall();
    expect(model.tag('price')).toBe('nothing');
    model.select(1, 2, 3);
    expect(model.place.value).toBeNull();
    model.select(1, 0, 9);
    model.tag('price');
    expect(model.undo()).toBe(true);
    expect(await stored()).toEqual([]);
    model.tag('price');
    model.untag((await stored())[0]?.id ?? '');
    expect(await stored()).toEqual([]);
    model.undo();
    expect(await stored()).toMatchObject([{ text: 'It failed', mentions: [{ theme: 'price' }] }]);
  });

  test('a transcript that begins later in the call moves its notes’ seconds, and those taken before', async () => {
    const { model, stored, replica } = await withCall();
    model.sayOffset(100);
    await vi.waitFor(() => expect(model.shown.value?.head.offset).toBe(100));
    model.select(1, 0, 9);
    model.tag(null);
    expect((await stored())[0]?.at).toBe(114);
    model.select(2, 0, 10);
    model.tag(null);
    const [, second] = await stored();
    await replica.apply([note.put(own, second?.id ?? '', { at: 7 })], { who: member, why: 'moved by hand' });
    model.sayOffset(10);
    await vi.waitFor(async () => expect((await stored()).map((n) => n.at)).toEqual([24, 7]));
    expect([secondsTyped('1:40'), secondsTyped('90'), secondsTyped('x'), secondsTyped('1:')]).toEqual([
      100,
      90,
      null,
      null,
    ]);
  });
});

describe('several transcripts', () => {
  const corrected = call.replace('It failed on close day', 'Sorry');

  test('what is selected belongs to the one on screen, and what a colleague attaches does not take its place', async () => {
    const { model, window, stored } = await withCall();
    const first = model.shown.value?.head.id ?? '';
    const colleague = await window();
    model.select(1, 0, 9);
    await colleague.attachText(corrected);
    await vi.waitFor(() => expect(model.transcripts.value).toHaveLength(2));
    expect(model.shown.value?.head.id).toBe(first);
    expect(model.words.value).toBe('It failed');
    model.show(colleague.shown.value?.head.id ?? '');
    expect(model.place.value).toBeNull();
    expect(model.tag('price')).toBe('nothing');
    expect(await stored()).toEqual([]);
  });

  test('a note leads to the one it came from, and it is said when that is gone', async () => {
    const { model, window, stored } = await withCall();
    const first = model.shown.value?.head.id ?? '';
    model.select(1, 0, 9);
    model.tag('price');
    const [made] = await stored();
    await model.attachText(corrected);
    const led = await window(made?.id);
    expect([led.shown.value?.head.id, led.isGone.value]).toEqual([first, false]);
    led.remove();
    await vi.waitFor(() => expect(led.shown.value?.head.id).toBe(model.shown.value?.head.id));
    const lost = await window(made?.id);
    expect([lost.shown.value?.head.id, lost.isGone.value]).toEqual([model.shown.value?.head.id, true]);
  });
});

describe('by keyboard', () => {
  const text = 'It failed, on “close day”. 大きな問題';

  test('word by word, in any script, with the marks that close a sentence', () => {
    const said = ({ from, to }: { from: number; to: number }) => text.slice(from, to);
    expect(wordSpans(text).slice(0, 4).map(said)).toEqual(['It', 'failed', 'on', 'close']);
    const first = besideWord(text, null, 1);
    let now = first;
    const steps: string[] = [];
    for (let i = 0; i < 4 && now; i++) {
      now = extended(text, now, 1);
      if (now) steps.push(said(now));
    }
    expect(steps).toEqual([
      'It failed,',
      'It failed, on',
      'It failed, on “close',
      'It failed, on “close day”.',
    ]);
    const back = extended(text, now, -1);
    expect(back && said(back)).toBe('It failed, on “close');
    expect(extended(text, first, -1)).toEqual(first);
    expect(besideWord('', null, 1)).toBeNull();
  });

  test('keys select, lengthen, tag and leave', async () => {
    const { model, stored } = await withCall();
    const asked: string[] = [];
    const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
      readerKey({ key, ...more } as KeyboardEvent, model, {
        turn: 1,
        toTurn: (turn) => asked.push(`turn ${turn}`),
        tag: (index) => asked.push(model.tag(model.choices.peek()[index]?.id ?? null)),
        more: () => asked.push('more'),
        undo: () => asked.push('undo'),
      });
    expect(press('1')).toBe(false);
    expect(press('Enter')).toBe(false);
    press('ArrowDown');
    press('ArrowRight');
    press('ArrowRight', { shiftKey: true });
    expect(model.words.value).toBe('It failed');
    press('1');
    press('#', { altKey: true, ctrlKey: true });
    press('z', { ctrlKey: true });
    press('ArrowLeft', { shiftKey: true });
    expect(model.words.value).toBe('It');
    press('Escape');
    expect(model.place.value).toBeNull();
    expect(asked).toEqual(['turn 2', 'kept', 'more', 'undo']);
    expect((await stored()).length).toBe(1);
  });
});
