import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Parked } from '#core/browser/parts/seat.ts';
import { changeQuestion, contentOf, defaultGuide, guideRecord, questionsFor } from '#core/guide/index.ts';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { newId, parseId } from '#core/model/ids.ts';
import { brokenOffAfter, interviewHead, startInterview, themeIndex, writeLine } from '#core/notes/index.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { rosterEntry, type ScoredEntry } from '#core/sample/index.ts';
import { codebookOf, theme } from '#core/themes/index.ts';
import { aloneState, factsOf } from '#test/fixtures/appState.ts';
import { atOnce } from '#test/fixtures/callWindows.ts';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { type CallModel, type CallNeeds, makeCallModel } from './model.ts';
import { capturedFrom } from './noteView.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const workspace = id<'workspace'>('w');
const interview = id<'interview'>('i1');
const cycleDoc = docName(workspace, 'cycle', 'q4');
const bookDoc = docName(workspace, 'codebook');
const entry: ScoredEntry = rosterPerson('mail:ines@example.com', {
  name: 'Ines Duarte',
  email: 'ines@example.com',
  phone: '+351 21 000 0000',
  role: 'Head of finance operations',
  band: 'detractor',
  score: 4,
});
const startedAt = 1_760_000_000_000;
/** The window goes by its own clock. */
const ownTime = { ahead: 0, keepAhead: () => {} };

const open: CallModel[] = [];
afterEach(() => {
  for (const model of open.splice(0)) model.dispose();
});

/** One device: its documents, its unfinished lines, its clock. Windows come and go. */
async function device() {
  let world = memoryWorld();
  let replica = new MemoryReplica(world);
  const drafts = new Map<string, string>();
  let elapsed = 0;
  const clock = { now: () => startedAt + elapsed * 1000, steady: () => elapsed * 1000 };
  const begun = startInterview({
    workspace,
    cycle: id<'cycle'>('q4'),
    entry,
    id: interview,
    member: id<'member'>('ana'),
    memberName: 'Ana',
    guide: defaultGuide,
    at: startedAt,
  });
  if (!begun.ok) throw new Error('refused');
  await replica.apply([rosterEntry.put(cycleDoc, entry.id, { ...entry }), ...begun.value], {
    who: id<'member'>('ana'),
    why: 'test',
  });
  let full = false;
  const waiting = new Map<string, string>();
  const kept: (() => void)[] = [];
  /** No room for unfinished lines; with room again what waits is written, as the store does by itself. */
  const fillDrafts = (is: boolean) => {
    full = is;
    if (is) return;
    for (const [key, line] of waiting) drafts.set(key, line);
    for (const done of kept.splice(0)) done();
  };
  const seats = new Set<string>();
  /** What the window keeps over a reload. */
  const own: { parked: Parked | null; history: string } = { parked: null, history: '' };
  const window = async (member = 'ana', name = 'Ana') => {
    const deps: CallNeeds = {
      replica,
      clock,
      chance: seededChance(`${member} ${seats.size} ${elapsed}`),
      session: { workspace, member: id<'member'>(member), memberName: name },
      drafts: {
        read: async (key) => drafts.get(key) ?? '',
        write: async (key, line) => {
          if (full) waiting.set(key, line);
          else drafts.set(key, line);
          return !full;
        },
        whenKept: () => new Promise((done) => kept.push(done)),
      },
      facts: factsOf(),
      state: aloneState(),
    };
    const key = seats.has('i1') ? `i1~${seats.size + 1}` : 'i1';
    seats.add(key);
    const model = makeCallModel(
      deps,
      interview,
      async () => ({
        key,
        parked: own.parked,
        park: (parked) => {
          own.parked = parked;
        },
        unpark: () => {
          own.parked = null;
        },
        history: own.history,
        keepHistory: (text) => {
          own.history = text;
        },
        leave: () => seats.delete(key),
      }),
      ownTime,
      atOnce,
    );
    open.push(model);
    await vi.waitFor(() => expect(model.state.value).toBe('ready'));
    await Promise.resolve();
    return model;
  };
  const pass = (seconds: number) => {
    elapsed += seconds;
  };
  /** The window dies: nothing of it runs any more, its seat is free. */
  const kill = (model: CallModel) => {
    open.splice(open.indexOf(model), 1);
    seats.clear();
  };
  /** The browser dies: what was only in memory is gone. */
  const crash = (model: CallModel) => {
    kill(model);
    world = { disk: new Map(world.disk), tabs: new Set() };
    replica = new MemoryReplica(world);
  };
  const fail = (why: 'quota' | null, only?: typeof bookDoc) => replica.failWith(why, only);
  const codebook = async () => {
    const doc = await replica.open(bookDoc);
    return codebookOf(doc.read(theme.collection));
  };
  return { replica, drafts, window, pass, kill, crash, fail, fillDrafts, own, codebook };
}

function enter(model: CallModel, line: string) {
  model.line.typed(line, line.length);
  return model.line.enter();
}
const texts = (model: CallModel) => model.notes.value.map((n) => n.note.text);
const lines = async (model: CallModel, book: ReturnType<typeof codebookOf>) =>
  model.notes.value.map((n) => writeLine(capturedFrom(n), themeIndex(book.open)));

describe('a call', () => {
  test('asks for consent first, then the guide; what was answered is kept', async () => {
    const { window } = await device();
    const call = await window();
    expect(call.step.value).toBe('consent');
    call.answer({ consentRecord: false, consentQuote: 'withoutName', consentContact: true });
    expect(call.step.value).toBe('ask');
    expect(call.head.value).toMatchObject({ consentAsked: true, consentQuote: 'withoutName' });
    expect(call.asked.value?.question.id).toBe('score-reason');
    expect(call.asked.value?.text).toContain('You answered 4');
  });

  test('keeps a note with its area, its question, its author and the second', async () => {
    const { window, pass } = await device();
    const call = await window();
    call.later();
    pass(61);
    call.toArea('competition');
    pass(30);
    expect(enter(call, '"They weigh two others" #price !! -')).toBe('kept');
    expect(call.notes.value).toMatchObject([
      {
        own: true,
        note: {
          text: 'They weigh two others',
          verbatim: true,
          severity: 2,
          valence: 'bad',
          at: 91,
          area: 'competition',
          question: 'competition-known',
          author: 'ana',
          authorName: 'Ana',
        },
        chips: [{ name: 'Price', category: 'value', severity: 2 }],
      },
    ]);
    expect(call.line.now.value).toBe('');
  });

  test('a line belongs to the question it was begun under', async () => {
    const { window } = await device();
    const call = await window();
    call.later();
    call.line.typed('They', 4);
    call.next();
    enter(call, 'They pay twice');
    expect(call.notes.value[0]?.note.question).toBe('score-reason');
    enter(call, 'And late');
    expect(call.notes.value[1]?.note.question).toBe('score-fell-short');
  });

  test('follows the story: areas in any order, time and coverage where they belong', async () => {
    const { window, pass } = await device();
    const call = await window();
    call.later();
    pass(40);
    call.toArea('priorities');
    pass(20);
    enter(call, 'One change');
    call.toArea('scoreDrivers');
    call.tick();
    expect(call.areas.value.map((a) => [a.used, a.covered])).toEqual([
      [40, false],
      [0, false],
      [0, false],
      [20, true],
    ]);
    expect(call.asked.value?.question.id).toBe('score-fell-short');
  });

  test('leads through every question once and stays on the last', async () => {
    const { window } = await device();
    const call = await window();
    call.later();
    const all = questionsFor(defaultGuide, 'detractor');
    for (let i = 1; i < all.length; i++) call.next();
    expect(call.asked.value).toMatchObject({ question: { id: all.at(-1)?.id }, upNext: null });
    call.next();
    expect(call.asked.value?.question.id).toBe(all.at(-1)?.id);
  });

  test('ends with the person held and the clock standing; notes still go in', async () => {
    const { window, pass } = await device();
    const call = await window();
    call.later();
    pass(600);
    call.end();
    pass(100);
    call.tick();
    await vi.waitFor(() => expect(call.person.value?.state).toBe('held'));
    expect(call.step.value).toBe('after');
    expect(call.seconds.value).toBe(600);
    enter(call, 'One more thing');
    expect(call.notes.value[0]?.note.at).toBe(600);
    call.reopen();
    pass(5);
    call.tick();
    expect(call.seconds.value).toBe(605);
  });
});

describe('the guide of a call', () => {
  test('a version that comes from the server later is asked once it is there; what is saved after it changes nothing', async () => {
    const { window, replica } = await device();
    const put = (key: string, text: string) => {
      const content = contentOf(changeQuestion(defaultGuide, 'score-reason', { text }));
      const plain = JSON.parse(JSON.stringify(content)) as Parameters<typeof guideRecord.put>[2];
      const change = guideRecord.put(docName(workspace, 'guides'), key, plain);
      return replica.apply([change], { who: id<'member'>('ben'), why: 'test' });
    };
    const held = { guide: 'own~a', guideVersion: 3 };
    const head = interviewHead.put(docName(workspace, 'interview', interview), 'head', held);
    await replica.apply([head], { who: id<'member'>('ana'), why: 'test' });
    const call = await window();
    call.later();
    expect(call.asked.value?.text).toMatch(/^You answered \d out of 10\./);
    await put('own~a.3', 'Given {score}: what led to it?');
    await vi.waitFor(() => expect(call.asked.value?.text).toMatch(/^Given \d: what led to it\?/));
    await put('own~b.4', 'Something else?');
    await put('own~c.3', 'Something else at the same time?');
    expect(call.asked.value?.text).toMatch(/^Given \d: what led to it\?/);
  });
});

describe('themes on the line', () => {
  test('a theme nobody has is made on the spot, marked as new', async () => {
    const { window, codebook } = await device();
    const call = await window();
    enter(call, 'They rebuild it #Excel-as-a-safety-net');
    expect(call.notes.value[0]?.chips).toMatchObject([{ name: 'Excel as a safety net', fresh: true }]);
    const made = (await codebook()).open.find((t) => t.fresh);
    expect(made).toMatchObject({ name: 'Excel as a safety net', category: 'product', starter: false });
    enter(call, 'Again #excel-as-a-safety-net');
    expect((await codebook()).open.filter((t) => t.fresh)).toHaveLength(1);
  });

  test('Enter completes an unfinished theme, and nothing else', async () => {
    const { window } = await device();
    const call = await window();
    enter(call, 'They pay twice #pri');
    expect(call.notes.value[0]?.chips.map((c) => c.name)).toEqual(['Price']);
    enter(call, 'They pay twice #');
    expect(texts(call)[1]).toBe('They pay twice #');
  });

  test('a dismissed offer leaves the word as it was typed', async () => {
    const { window } = await device();
    const call = await window();
    call.line.typed('They pay twice #pri', 19);
    expect(call.line.dismiss()).toBe(true);
    call.line.enter();
    expect(call.notes.value[0]?.chips.map((c) => c.name)).toEqual(['pri']);
  });

  test('a name too long for a theme stays in the text', async () => {
    const { window } = await device();
    const call = await window();
    const long = 'a'.repeat(80);
    enter(call, `They pay #${long}`);
    expect(texts(call)).toEqual([`They pay ${long}`]);
  });

  test('marks alone go onto the last note', async () => {
    const { window, codebook } = await device();
    const call = await window();
    expect(enter(call, '#price !!')).toBe('noneYet');
    expect(call.line.now.value).toBe('#price !!');
    enter(call, 'They pay twice');
    expect(enter(call, '#price !!')).toBe('tagged');
    expect(await lines(call, await codebook())).toEqual(['They pay twice #price !!']);
    expect(call.keeper.undo()).toBe('done');
    expect(await lines(call, await codebook())).toEqual(['They pay twice']);
  });

  test('the last used theme is offered first', async () => {
    const { window } = await device();
    const call = await window();
    enter(call, 'Slow #speed');
    enter(call, 'Dear #price');
    call.line.typed('#', 1);
    expect(call.line.offer.value?.options.slice(0, 2).map((o) => o.name)).toEqual(['Price', 'Speed']);
  });
});

describe('editing and undoing', () => {
  test('arrow up edits the last note, then the one before, and leads back to the line', async () => {
    const { window } = await device();
    const call = await window();
    enter(call, 'First');
    enter(call, 'Second #price');
    expect(call.line.editBeside(-1)).toBe(true);
    expect(call.line.now.value).toBe('Second #price');
    call.line.editBeside(-1);
    expect(call.line.now.value).toBe('First');
    call.line.editBeside(1);
    call.line.editBeside(1);
    expect([call.line.now.value, call.line.editing.value]).toEqual(['', null]);
  });

  test('an edit changes that note alone and can be taken back', async () => {
    const { window, codebook } = await device();
    const call = await window();
    enter(call, 'They pay twice #price');
    enter(call, 'Late');
    call.line.edit(call.notes.value[0]?.note.id ?? '');
    expect(enter(call, '"They pay three times" #speed !!!')).toBe('edited');
    const after = ['"They pay three times #speed !!!', 'Late'];
    expect(await lines(call, await codebook())).toEqual(after);
    call.keeper.undo();
    expect(await lines(call, await codebook())).toEqual(['They pay twice #price', 'Late']);
    call.keeper.redo();
    expect(await lines(call, await codebook())).toEqual(after);
  });

  test('an edit that is left brings back the line it interrupted', async () => {
    const { window } = await device();
    const call = await window();
    enter(call, 'First');
    call.line.typed('half a', 6);
    call.line.edit(call.notes.value[0]?.note.id ?? '');
    call.line.typed('First, changed', 14);
    expect(call.line.leaveEdit()).toBe(true);
    expect(call.line.now.value).toBe('half a');
    expect(texts(call)).toEqual(['First']);
  });

  test('changed wording is kept when another note is taken up for editing', async () => {
    const { window } = await device();
    const call = await window();
    enter(call, 'First');
    enter(call, 'Second');
    const [first = '', second = ''] = call.notes.value.map((n) => n.note.id);
    call.line.typed('half a', 6);
    call.line.edit(first);
    call.line.typed('First, changed', 14);
    call.line.edit(second);
    expect(texts(call)).toEqual(['First, changed', 'Second']);
    expect([call.line.now.value, call.line.editing.value?.note.id]).toEqual(['Second', second]);
    call.line.typed('', 0);
    call.line.edit(first);
    expect(texts(call)).toEqual(['First, changed', 'Second']);
    call.line.leaveEdit();
    expect(call.line.now.value).toBe('half a');
  });

  test('an emptied note is taken away and comes back whole', async () => {
    const { window, codebook } = await device();
    const call = await window();
    enter(call, '"They pay twice" #price !!');
    const before = await lines(call, await codebook());
    call.line.editBeside(-1);
    expect(enter(call, '')).toBe('removed');
    expect(texts(call)).toEqual([]);
    call.keeper.undo();
    expect(await lines(call, await codebook())).toEqual(before);
  });

  test('undo takes back notes and tags, never the question or the consent', async () => {
    const { window, codebook } = await device();
    const call = await window();
    call.answer({ consentRecord: true, consentQuote: 'withName', consentContact: true });
    enter(call, 'Made up #brand-new-theme');
    call.next();
    call.keeper.tag(call.notes.value[0]?.note.id ?? '', 'starter-value-price');
    call.keeper.undo();
    expect(call.notes.value[0]?.chips.map((c) => c.name)).toEqual(['brand new theme']);
    call.keeper.undo();
    expect(texts(call)).toEqual([]);
    expect((await codebook()).open.some((t) => t.fresh)).toBe(false);
    expect(call.keeper.undo()).toBe('nothing');
    expect(call.asked.value?.question.id).toBe('score-fell-short');
    expect(call.head.value?.consentQuote).toBe('withName');
  });
});

describe('nothing typed is lost', () => {
  test('the unfinished line is there after a reload, and the clock goes on', async () => {
    const { window, kill, pass } = await device();
    const first = await window();
    first.later();
    pass(30);
    first.next();
    first.line.typed('"we start the Excel at', 22);
    kill(first);
    pass(10);
    const second = await window();
    await vi.waitFor(() => expect(second.line.now.value).toBe('"we start the Excel at'));
    expect(second.line.shown.value).toEqual({ line: '"we start the Excel at', caret: 22 });
    expect(second.seconds.value).toBe(40);
    second.later();
    expect(second.asked.value?.question.id).toBe('score-fell-short');
  });

  test('an interrupted edit and the line under it both come back', async () => {
    const { window, kill } = await device();
    const first = await window();
    enter(first, 'First');
    first.line.typed('half a', 6);
    first.line.edit(first.notes.value[0]?.note.id ?? '');
    first.line.typed('First, chang', 12);
    kill(first);
    const second = await window();
    await vi.waitFor(() => expect(second.line.now.value).toBe('First, chang'));
    expect(second.line.editing.value?.note.text).toBe('First');
    second.line.leaveEdit();
    expect(second.line.now.value).toBe('half a');
  });

  test('a note that did not reach the disk is stored again from the draft, one that did is not', async () => {
    const { window, drafts } = await device();
    const note = newId<'note'>(seededChance('lost'));
    const pending = {
      note,
      line: 'They pay twice #price',
      at: 12,
      area: 'experience',
      question: 'q',
      edit: false,
    };
    drafts.set('i1', `next li\n${JSON.stringify({ editing: '', stash: '', pending: [pending] })}`);
    const call = await window();
    await vi.waitFor(() => expect(texts(call)).toEqual(['They pay twice']));
    expect(call.notes.value[0]?.note).toMatchObject({ id: note, at: 12, area: 'experience' });
    expect(call.line.now.value).toBe('next li');
    drafts.set('i1~2', `\n${JSON.stringify({ editing: '', stash: '', pending: [pending] })}`);
    const again = await window();
    await vi.waitFor(() => expect(drafts.get('i1~2')).toBe(''));
    expect(texts(again)).toEqual(['They pay twice']);
  });

  test('the draft is emptied once the note is saved', async () => {
    const { window, drafts } = await device();
    const call = await window();
    call.line.typed('They pay', 8);
    await vi.waitFor(() => expect(drafts.get('i1')).toBe('They pay'));
    enter(call, 'They pay twice');
    expect(drafts.get('i1')).toContain('They pay twice');
    await vi.waitFor(() => expect(drafts.get('i1')).toBe(''));
  });

  test('a new theme that is only in memory is said to be, and comes back with its note after a crash', async () => {
    const { window, drafts, fail, crash, codebook } = await device();
    const call = await window();
    fail('quota', bookDoc);
    enter(call, 'They rebuild it #Excel-as-a-safety-net');
    await vi.waitFor(() => expect(call.save.value).toMatchObject({ kind: 'onlyInMemory', why: 'quota' }));
    expect(drafts.get('i1')).toContain('They rebuild it');
    crash(call);
    expect((await codebook()).open.some((t) => t.fresh)).toBe(false);
    const after = await window();
    await vi.waitFor(() =>
      expect(after.notes.value[0]?.chips).toMatchObject([{ name: 'Excel as a safety net', fresh: true }]),
    );
    expect(texts(after)).toEqual(['They rebuild it']);
    await vi.waitFor(() => expect(drafts.get('i1')).toBe(''));
    expect(after.save.value.kind).toBe('saved');
  });

  test('the draft lets go of a line with a new theme once the codebook is saved as well', async () => {
    const { window, drafts, fail } = await device();
    const call = await window();
    fail('quota', bookDoc);
    enter(call, 'They rebuild it #Excel-as-a-safety-net');
    await vi.waitFor(() => expect(call.save.value.kind).toBe('onlyInMemory'));
    fail(null);
    await vi.waitFor(() => expect(drafts.get('i1')).toBe(''));
    expect(call.save.value.kind).toBe('saved');
  });

  test('a line that reaches the disk at a later attempt counts as kept without another key', async () => {
    const { window, drafts, fillDrafts } = await device();
    const call = await window();
    fillDrafts(true);
    call.line.typed('They pay', 8);
    await vi.waitFor(() => expect(call.save.value.kind).toBe('onlyInMemory'));
    fillDrafts(false);
    await vi.waitFor(() => expect(call.save.value.kind).toBe('saved'));
    expect(drafts.get('i1')).toBe('They pay');
  });

  test('a parked line and what a crashed window left at its seat are both brought back', async () => {
    const { window, drafts, own } = await device();
    drafts.set('i1', 'from a crash');
    own.parked = { text: 'mine', before: ['min'] };
    const call = await window();
    await vi.waitFor(() => expect(drafts.get('i1')).toBe('from a crash mine'));
    expect(call.line.now.value).toBe('from a crash mine');
  });

  test('a store that lags behind the parked line gives nothing twice', async () => {
    const { window, drafts, kill, own } = await device();
    const first = await window();
    first.line.typed('They pa', 7);
    first.line.typed('They pay', 8);
    first.line.park();
    kill(first);
    drafts.set('i1', 'They pa');
    const second = await window();
    await vi.waitFor(() => expect(second.line.now.value).toBe('They pay'));
    await vi.waitFor(() => expect(own.parked).toBeNull());
    expect(drafts.get('i1')).toBe('They pay');
  });

  test('a parked line stays parked until it is on disk', async () => {
    const { window, fillDrafts, own } = await device();
    fillDrafts(true);
    own.parked = { text: 'mine', before: [] };
    const call = await window();
    await vi.waitFor(() => expect(call.save.value.kind).toBe('onlyInMemory'));
    expect(own.parked).not.toBeNull();
    fillDrafts(false);
    await vi.waitFor(() => expect(own.parked).toBeNull());
  });

  test('a window that comes back as it was has nothing parked any more', async () => {
    const { window, own, fillDrafts } = await device();
    const call = await window();
    fillDrafts(true);
    call.line.typed('They pay', 8);
    await vi.waitFor(() => expect(call.save.value.kind).toBe('onlyInMemory'));
    call.line.park();
    fillDrafts(false);
    await vi.waitFor(() => expect(call.save.value.kind).toBe('saved'));
    expect(own.parked?.text).toBe('They pay');
    call.line.unpark();
    await vi.waitFor(() => expect(own.parked).toBeNull());
  });

  test('two windows on one call see each other and keep their own lines', async () => {
    const { window, drafts } = await device();
    const [ana, tom] = [await window(), await window('tom', 'Tom')];
    ana.line.typed('Ana is typ', 10);
    tom.line.typed('Tom is typ', 10);
    await vi.waitFor(() => expect([...drafts.values()].sort()).toEqual(['Ana is typ', 'Tom is typ']));
    enter(ana, 'From Ana');
    enter(tom, 'From Tom');
    expect(texts(ana)).toEqual(['From Ana', 'From Tom']);
    expect(ana.notes.value.map((n) => [n.own, n.note.authorName])).toEqual([
      [true, 'Ana'],
      [false, 'Tom'],
    ]);
  });

  test('a note taken away elsewhere while it is edited goes on as a new line', async () => {
    const { window } = await device();
    const [ana, tom] = [await window(), await window('tom', 'Tom')];
    enter(ana, 'They pay twice');
    ana.line.editBeside(-1);
    ana.line.typed('They pay twice, since May', 25);
    tom.line.edit(tom.notes.value[0]?.note.id ?? '');
    enter(tom, '');
    expect(ana.line.editing.value).toBeNull();
    ana.line.enter();
    expect(texts(ana)).toEqual(['They pay twice, since May']);
  });

  test('the line under an edit outlives the note that is taken away elsewhere', async () => {
    const { window } = await device();
    const [ana, tom] = [await window(), await window('tom', 'Tom')];
    const editedAndGone = (wording: string) => {
      enter(ana, 'They pay twice');
      ana.line.typed('half a', 6);
      ana.line.edit(ana.notes.value.at(-1)?.note.id ?? '');
      ana.line.typed(wording, wording.length);
      tom.line.edit(tom.notes.value.at(-1)?.note.id ?? '');
      enter(tom, '');
      expect(ana.line.now.value).toBe(wording);
    };
    editedAndGone('They pay three times');
    ana.line.enter();
    expect(ana.line.now.value).toBe('half a');
    ana.line.show('');
    editedAndGone('#price');
    ana.line.enter();
    expect(ana.line.now.value).toBe('half a');
    ana.line.show('');
    editedAndGone('They pay four times');
    ana.line.edit(ana.notes.value[0]?.note.id ?? '');
    ana.line.leaveEdit();
    expect(ana.line.now.value).toBe('half a They pay four times');
  });

  test('a call taken up the next day goes on where it stopped', async () => {
    const { window, kill, pass } = await device();
    const first = await window();
    first.later();
    pass(300);
    enter(first, 'Five minutes in');
    kill(first);
    pass(brokenOffAfter + 60_000);
    const second = await window();
    await vi.waitFor(() => expect(second.head.value?.paused).toBeGreaterThan(0));
    second.tick();
    expect(second.seconds.value).toBe(300);
  });
});

test('an interview this device does not have is said to be missing', async () => {
  const { replica } = await device();
  const model = makeCallModel(
    {
      replica,
      clock: { now: () => 0, steady: () => 0 },
      chance: seededChance('x'),
      session: { workspace, member: id<'member'>('ana'), memberName: '' },
      drafts: { read: async () => '', write: async () => true, whenKept: async () => {} },
      facts: factsOf(),
      state: aloneState(''),
    },
    id<'interview'>('nobody'),
    async () => ({
      key: 'nobody',
      parked: null,
      park: () => {},
      unpark: () => {},
      history: '',
      keepHistory: () => {},
      leave: () => {},
    }),
    ownTime,
    atOnce,
  );
  open.push(model);
  await vi.waitFor(() => expect(model.state.value).toBe('missing'));
  expect(enter(model, 'They pay twice')).toBe('notYet');
  expect(model.line.now.value).toBe('They pay twice');
});
