import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseId } from '#core/model/ids.ts';
import { visit, visitsOf } from '#core/notes/index.ts';
import type { Present } from '#core/ports/presence.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import { callWindows, fakePresence, interviewDoc, workspace } from '#test/fixtures/callWindows.ts';
import { factsWith, mentionOf } from '#test/fixtures/interviewFacts.ts';
import type { CallModel } from './model.ts';
import { hereWords, toldWords } from './words.ts';

let world: Awaited<ReturnType<typeof callWindows>>;
beforeEach(async () => {
  world = await callWindows();
});
afterEach(() => world.end());

function enter(model: CallModel, line: string): void {
  model.line.typed(line, line.length);
  model.line.enter();
}
const texts = (model: CallModel) => model.notes.value.map((n) => n.note.text);
const told = (model: CallModel) => model.line.told.value?.what;
const idOf = (model: CallModel, text: string) =>
  model.notes.value.find((n) => n.note.text === text)?.note.id ?? '';
/** Both at the call, consent behind them. */
async function both() {
  const [ana, tom] = [await world.ana.open(), await world.tom.open()];
  ana.later();
  await world.meet();
  return { ana, tom };
}

describe('two people, apart for a while', () => {
  test('both write, edit and tag the same notes; afterwards both have everything in one order', async () => {
    const { ana, tom } = await both();
    enter(ana, 'They pay twice');
    enter(ana, 'Since May');
    await world.meet();
    tom.line.edit(idOf(tom, 'They pay twice'));
    enter(tom, 'They pay twice, every close #price !!');
    enter(tom, '"Nobody owns it" #owner');
    ana.line.edit(idOf(ana, 'They pay twice'));
    enter(ana, 'In fact: They pay twice #speed');
    enter(ana, 'By hand #owner');
    await world.meet();
    expect(texts(ana)).toEqual([...texts(tom)]);
    expect(texts(ana)).toContain('In fact: They pay twice, every close');
    expect(new Set(texts(ana))).toEqual(
      new Set(['In fact: They pay twice, every close', 'Since May', 'Nobody owns it', 'By hand']),
    );
    expect(ana.notes.value[0]?.chips.map((c) => c.name).sort()).toEqual(['Price', 'Speed']);
  });

  test('what the other wrote into a note while it was open here stays', async () => {
    const { ana, tom } = await both();
    enter(ana, 'They pay twice');
    await world.meet();
    ana.line.edit(idOf(ana, 'They pay twice'));
    tom.line.edit(idOf(tom, 'They pay twice'));
    enter(tom, 'They pay twice, since May, for both entities');
    await world.meet();
    enter(ana, 'They always pay twice');
    await world.meet();
    expect(texts(ana)).toEqual(['They always pay twice, since May, for both entities']);
    expect(texts(tom)).toEqual(texts(ana));
  });

  test('so it does when that note is split, in the half it was written in', async () => {
    const { ana, tom } = await both();
    enter(ana, 'They pay twice');
    await world.meet();
    ana.line.edit(idOf(ana, 'They pay twice'));
    tom.line.edit(idOf(tom, 'They pay twice'));
    enter(tom, 'They pay twice, says their CFO');
    await world.meet();
    ana.line.typed('They pay twice', 'They pay'.length);
    expect(ana.line.split()).toBe(true);
    await world.meet();
    expect(texts(tom)).toEqual(['They pay', 'twice, says their CFO']);
    expect(texts(ana)).toEqual(texts(tom));
  });

  test('so it does when the window was reloaded in between', async () => {
    const { ana, tom } = await both();
    enter(ana, 'They pay twice');
    await world.meet();
    ana.line.edit(idOf(ana, 'They pay twice'));
    ana.line.typed('They always pay twice', 21);
    world.ana.close();
    tom.line.edit(idOf(tom, 'They pay twice'));
    enter(tom, 'They pay twice, since May');
    await world.meet();
    const again = await world.ana.open();
    await vi.waitFor(() => expect(again.line.now.value).toBe('They always pay twice'));
    again.line.enter();
    expect(texts(again)).toEqual(['They always pay twice, since May']);
  });

  test.each([
    ['did not arrive', 'They pay twice', 'They pay twice, since May'],
    ['arrived', 'They pay twice, every close', 'They pay twice, every close, since May'],
    ['arrived in part', 'They pay twice, often', 'They pay twice, often, since May'],
  ])('so it does when a kill left the new wording in the draft, which %s', async (_, here, after) => {
    const { ana, tom } = await both();
    enter(ana, here);
    await world.meet();
    const note = idOf(ana, here);
    world.ana.close();
    tom.line.edit(note);
    enter(tom, after);
    await world.meet();
    const [first, then] = ['They pay twice, often', 'They pay twice, every close'];
    const edited = { note, at: 0, area: 'experience', question: '', edit: true, made: [] };
    const pending = [
      { ...edited, before: 'They pay twice', line: first },
      { ...edited, before: first, line: then },
    ];
    const stored = `\n${JSON.stringify({ editing: '', stash: '', pending })}`;
    const drafts = { read: async () => stored, write: async () => true, whenKept: async () => {} };
    const again = await world.ana.open({ drafts });
    await vi.waitFor(() =>
      expect(new Set(texts(again)[0]?.split(', '))).toEqual(
        new Set(['They pay twice', 'every close', 'since May']),
      ),
    );
  });

  test('an emptied line does not take words away that were not there when it was opened', async () => {
    const { ana, tom } = await both();
    enter(ana, 'A slip');
    await world.meet();
    ana.line.edit(idOf(ana, 'A slip'));
    tom.line.edit(idOf(tom, 'A slip'));
    enter(tom, 'A slip of the bank');
    await world.meet();
    enter(ana, '');
    expect(texts(ana)).toEqual(['A slip of the bank']);
    expect(told(ana)).toBe('stays');
  });

  test('a note joined by one while the other rewords it is in sight with the new words', async () => {
    const { ana, tom } = await both();
    enter(ana, 'They pay');
    enter(ana, 'twice');
    await world.meet();
    ana.line.edit(idOf(ana, 'twice'));
    ana.line.join();
    ana.line.leaveEdit();
    tom.line.edit(idOf(tom, 'twice'));
    enter(tom, 'twice since May');
    await world.meet();
    expect(texts(ana)).toEqual(['They pay twice', 'twice since May']);
    expect(texts(tom)).toEqual(texts(ana));
  });

  test('Ctrl Z takes nothing of the other and says so', async () => {
    const { ana, tom } = await both();
    enter(ana, 'They pay twice');
    enter(ana, 'A slip');
    await world.meet();
    tom.line.edit(idOf(tom, 'A slip'));
    enter(tom, 'A slip, and Tom’s words');
    tom.keeper.tag(idOf(tom, 'They pay twice'), 'starter-value-price');
    await world.meet();
    ana.line.undo();
    expect(told(ana)).toBe('theirs');
    expect(texts(ana)).toEqual(['They pay twice', 'A slip, and Tom’s words']);
    ana.line.undo();
    expect(texts(ana)).toEqual(['A slip, and Tom’s words']);
    ana.line.redo();
    expect(ana.notes.value[0]?.chips.map((c) => c.name)).toEqual(['Price']);
    tom.line.undo();
    tom.line.undo();
    await world.meet();
    expect(texts(tom)).toEqual(['They pay twice', 'A slip']);
    tom.line.undo();
    expect(told(tom)).toBe('noneLeft');
  });
});

describe('Ctrl Z leaves what the other did in the same place', () => {
  test('a part of a mechanism that they marked known themselves since', async () => {
    const { ana, tom } = await both();
    enter(ana, 'They #price it twice');
    await world.meet();
    const [theme, part] = ['starter-value-price', 'fix'] as const;
    const parts = (model: CallModel) =>
      model.coach.all.value.find((m) => m.id === theme)?.parts.find((p) => p.part === part)?.is;
    ana.coach.turn(theme, part);
    await world.meet();
    tom.coach.turn(theme, part);
    expect(parts(tom)).toBe('missing');
    tom.coach.turn(theme, part);
    await world.meet();
    ana.line.undo();
    expect(told(ana)).toBe('theirs');
    await world.meet();
    expect([parts(ana), parts(tom)]).toEqual(['known', 'known']);
  });

  test('and one’s own mark, which nobody touched, goes and comes back', async () => {
    const { ana } = await both();
    enter(ana, 'They #price it twice');
    const part = () => ana.coach.all.value[0]?.parts.find((p) => p.part === 'fix')?.is;
    ana.coach.turn('starter-value-price', 'fix');
    ana.line.undo();
    expect(part()).toBe('missing');
    ana.line.redo();
    expect(part()).toBe('known');
  });

  test('a theme that another interview has been tagged with, and typed again it is the same one', async () => {
    let tagged: InterviewFacts[] = [];
    let tell = () => {};
    const none = { ofPerson: async () => [], whenCaughtUp: async () => {} };
    const watch = (onChange: () => void) => {
      tell = onChange;
      return () => {};
    };
    const facts = { ...none, ofCycle: async () => tagged, watch };
    const ana = await world.ana.open({ facts });
    const offered = () => ana.choices().some((t) => t.name === 'time to quote');
    const themeOf = () => ana.notes.value[0]?.chips[0]?.id ?? '';
    enter(ana, 'Weeks until a price #time-to-quote');
    const made = themeOf();
    ana.line.undo();
    expect(ana.themeNamed(made)?.takenBack).toBe(true);
    enter(ana, 'Weeks again #time-to-quote');
    expect([themeOf(), ana.themeNamed(made)?.takenBack]).toEqual([made, false]);
    tagged = [factsWith({ interview: 'i2', mentions: [mentionOf(made)] })];
    tell();
    await world.meet();
    ana.line.undo();
    expect(ana.notes.value).toEqual([]);
    expect([ana.themeNamed(made)?.takenBack, offered()]).toEqual([false, true]);
  });

  test('a tag that they took off and put on again', async () => {
    const { ana, tom } = await both();
    enter(ana, 'They pay twice');
    const note = idOf(ana, 'They pay twice');
    ana.keeper.tag(note, 'starter-value-price');
    await world.meet();
    tom.keeper.untag(note, 'starter-value-price');
    tom.keeper.tag(note, 'starter-value-price');
    await world.meet();
    ana.line.undo();
    expect(told(ana)).toBe('theirs');
    expect(ana.notes.value[0]?.chips).toMatchObject([{ name: 'Price' }]);
  });

  test('a tag that they graded', async () => {
    const { ana, tom } = await both();
    enter(ana, 'They pay twice');
    ana.keeper.tag(idOf(ana, 'They pay twice'), 'starter-value-price');
    await world.meet();
    tom.line.edit(idOf(tom, 'They pay twice'));
    enter(tom, 'They pay twice #price !!!');
    await world.meet();
    ana.line.undo();
    expect(told(ana)).toBe('theirs');
    expect(ana.notes.value[0]?.chips).toMatchObject([{ name: 'Price', severity: 3 }]);
  });
});

describe('who leads', () => {
  const visits = async () => {
    const doc = await world.ana.replica.open(interviewDoc);
    const found = visitsOf(doc.read(visit.collection)).map((v) => v.question);
    doc.close();
    return found;
  };

  test('the second device follows, may look elsewhere without moving the call, and takes over', async () => {
    const { ana, tom } = await both();
    expect(ana.holder.value).toBeNull();
    expect(tom.holder.value).toEqual({ member: 'ana', name: 'Ana' });
    expect(tom.step.value).toBe('ask');
    ana.toArea('competition');
    await world.meet();
    expect(tom.asked.value?.question.id).toBe('competition-known');
    tom.toArea('priorities');
    expect(tom.strayed.value).toBe(true);
    tom.end();
    tom.pause();
    await world.meet();
    expect((await visits()).at(-1)).toBe('competition-known');
    expect([ana.step.value, ana.paused.value]).toEqual(['ask', false]);
    tom.follow();
    expect(tom.asked.value?.question.id).toBe('competition-known');
    tom.toArea('priorities');
    tom.takeOver();
    await world.meet();
    expect(tom.holder.value).toBeNull();
    expect(ana.holder.value).toEqual({ member: 'tom', name: 'Tom' });
    expect(ana.asked.value?.question.area).toBe('priorities');
    enter(ana, 'Still noting');
    ana.takeOver();
    await world.meet();
    expect([ana.holder.value, tom.holder.value?.name]).toEqual([null, 'Ana']);
    expect(texts(tom)).toEqual(['Still noting']);
  });

  test('two steps within one second are one after the other for everybody', async () => {
    const { ana, tom } = await both();
    for (let i = 0; i < 6; i++) ana.next();
    await world.meet();
    expect(tom.asked.value?.question.id).toBe(ana.asked.value?.question.id);
  });
});

describe('the clock', () => {
  test('paused, the seconds stand still and notes still go in; it goes on where it stopped', async () => {
    const ana = await world.ana.open();
    ana.later();
    world.pass(100);
    ana.pause();
    expect(ana.paused.value).toBe(true);
    world.pass(3000);
    enter(ana, 'Said meanwhile');
    world.ana.close();
    const again = await world.ana.open();
    again.later();
    again.tick();
    expect([again.paused.value, again.seconds.value]).toEqual([true, 100]);
    again.pause();
    world.pass(20);
    again.tick();
    expect([again.paused.value, again.seconds.value]).toEqual([false, 120]);
    expect(again.notes.value[0]?.note.at).toBe(100);
    expect(again.areas.value.reduce((sum, a) => sum + a.used, 0)).toBe(120);
  });

  test('ended while paused it lasted until the pause, and is taken up again from there', async () => {
    const ana = await world.ana.open();
    ana.later();
    world.pass(60);
    ana.pause();
    world.pass(500);
    ana.end();
    await vi.waitFor(() => expect(ana.step.value).toBe('after'));
    expect(ana.seconds.value).toBe(60);
    world.pass(500);
    ana.reopen();
    world.pass(5);
    ana.tick();
    expect([ana.paused.value, ana.seconds.value]).toEqual([false, 65]);
  });

  test('set wrong or moved, it moves no note; whoever joins with a wrong one does not touch the length', async () => {
    const { ana } = await both();
    enter(ana, 'First');
    world.pass(30);
    world.ana.setClock(-3_600_000);
    enter(ana, 'Second');
    world.ana.close();
    await world.meet();
    world.tom.close();
    world.tom.setClock(2 * 3_600_000);
    const late = await world.tom.open();
    enter(late, 'Third');
    await world.meet();
    const back = await world.ana.open();
    enter(back, 'Fourth');
    await world.meet();
    expect(texts(late)).toEqual(['First', 'Second', 'Third', 'Fourth']);
    expect(texts(back)).toEqual(texts(late));
    expect(back.head.value?.paused).toBe(0);
    expect(late.notes.value.map((n) => n.note.at).every((at) => at < 120)).toBe(true);
  });
});

describe('somebody beside it whose clock is wrong', () => {
  test('ten minutes ahead, notes at the second of the call and moves nobody else’s', async () => {
    world.tom.setClock(600_000);
    const { ana, tom } = await both();
    world.pass(60);
    enter(tom, 'At one');
    await world.meet();
    expect(ana.notes.value.map((n) => n.note.at)).toEqual([60]);
    world.ana.close();
    const again = await world.ana.open();
    again.tick();
    expect(again.seconds.value).toBe(60);
    world.pass(10);
    enter(again, 'Ten seconds on');
    expect(again.notes.value.map((n) => n.note.at)).toEqual([60, 70]);
  });

  test('ten minutes ahead, leads it at the second of the call, also after a reload', async () => {
    world.tom.setClock(600_000);
    const { ana, tom } = await both();
    world.pass(60);
    enter(ana, 'At one');
    await world.meet();
    tom.takeOver();
    enter(tom, 'At one, too');
    world.tom.close();
    world.pass(5);
    const again = await world.tom.open();
    enter(again, 'Reloaded');
    await world.meet();
    world.pass(5);
    again.end();
    again.tick();
    expect(again.notes.value.map((n) => n.note.at)).toEqual([60, 60, 65]);
    expect(again.seconds.value).toBe(70);
  });

  test('notes of theirs at a wrong second do not move the clock of whoever leads', async () => {
    const { ana } = await both();
    world.pass(60);
    enter(ana, 'At one');
    await world.meet();
    world.tom.close();
    world.tom.setClock(600_000);
    // Ana has said nothing since they came: nothing tells them that theirs is wrong.
    const tom = await world.tom.open();
    enter(tom, 'At one, too');
    expect(tom.notes.value.map((n) => n.note.at)).toEqual([60, 660]);
    await world.meet();
    world.ana.close();
    const again = await world.ana.open();
    again.later();
    again.tick();
    expect(again.seconds.value).toBe(60);
    world.pass(10);
    again.next();
    await world.meet();
    enter(tom, 'At ten past');
    expect(tom.notes.value.find((n) => n.note.text === 'At ten past')?.note.at).toBe(70);
  });

  test('twenty minutes behind, notes at the second of the call, and ends it at its length', async () => {
    world.tom.setClock(-1_200_000);
    const { ana, tom } = await both();
    world.pass(360);
    enter(tom, 'At six');
    tom.takeOver();
    world.pass(40);
    await world.meet();
    tom.end();
    await world.meet();
    tom.tick();
    ana.tick();
    expect([tom.notes.value[0]?.note.at, tom.seconds.value, ana.seconds.value]).toEqual([360, 400, 400]);
    expect(ana.areas.value.reduce((sum, a) => sum + a.used, 0)).toBe(400);
  });

  test('a note of an earlier second that comes late, as of a split, moves no clock', async () => {
    const { ana, tom } = await both();
    enter(ana, 'They pay twice');
    world.pass(300);
    ana.next();
    await world.meet();
    ana.line.edit(idOf(ana, 'They pay twice'));
    ana.line.typed('They pay twice', 8);
    ana.line.split();
    await world.meet();
    enter(tom, 'Now');
    expect(tom.notes.value.find((n) => n.note.text === 'Now')?.note.at).toBe(300);
  });
});

describe('a note under one’s hands', () => {
  test('moves, splits at the caret and joins by key, and all of it is taken back', async () => {
    const ana = await world.ana.open();
    for (const line of ['"They pay twice and the price is high" #price !! @Mara-Okafor', 'Second', 'Third'])
      enter(ana, line);
    const before = ana.notes.value.map((n) => n.note);
    ana.line.moveBeside(-1);
    expect(texts(ana)).toEqual(['They pay twice and the price is high', 'Third', 'Second']);
    expect(ana.line.editing.value?.note.text).toBe('Third');
    ana.line.edit(before[0]?.id ?? '');
    const line = ana.line.now.value;
    ana.line.typed(line, line.indexOf(' and'));
    expect(ana.line.split()).toBe(true);
    expect(ana.notes.value.slice(0, 2)).toMatchObject([
      {
        note: { text: 'They pay twice', verbatim: true, severity: 2, author: 'ana', at: before[0]?.at },
        chips: [],
      },
      {
        note: {
          text: 'and the price is high',
          verbatim: true,
          severity: 2,
          author: 'ana',
          at: before[0]?.at,
        },
        chips: [{ name: 'Price', severity: 2 }],
      },
    ]);
    expect(ana.notes.value[0]?.note.people).toEqual([
      { name: 'Mara Okafor', ref: 'person:mail:Mara Okafor' },
    ]);
    expect(ana.line.editing.value?.note.text).toBe('and the price is high');
    expect(ana.line.shown.value.caret).toBe(0);
    ana.line.join();
    expect(ana.notes.value[0]).toMatchObject({
      note: { text: 'They pay twice and the price is high', verbatim: true },
      chips: [{ name: 'Price' }],
    });
    ana.line.leaveEdit();
    for (let i = 0; i < 3; i++) ana.line.undo();
    expect(ana.notes.value.map((n) => n.note)).toEqual(before);
  });

  test('nothing is split where one half would be empty, nothing is joined to nothing', async () => {
    const ana = await world.ana.open();
    enter(ana, 'Only one #price');
    ana.line.editBeside(-1);
    ana.line.typed(ana.line.now.value, 0);
    expect([ana.line.split(), ana.line.join()]).toEqual([false, false]);
    expect(texts(ana)).toEqual(['Only one']);
  });

  test('words of theirs joined to words of ours stay told apart', async () => {
    const ana = await world.ana.open();
    enter(ana, 'Asked who owns it. +');
    enter(ana, '"Nobody" -');
    ana.line.editBeside(-1);
    ana.line.join();
    expect(ana.notes.value).toMatchObject([
      { note: { text: 'Asked who owns it. “Nobody”', verbatim: false, valence: 'none' } },
    ]);
  });

  test('what was done before a reload is still taken back, and brought again', async () => {
    const first = await world.ana.open();
    enter(first, 'Kept');
    enter(first, 'A slip #brand-new-theme');
    world.ana.close();
    const second = await world.ana.open();
    await vi.waitFor(() => {
      second.line.undo();
      expect(texts(second)).toEqual(['Kept']);
    });
    second.line.redo();
    expect(second.notes.value[1]?.chips).toMatchObject([{ name: 'brand new theme', fresh: true }]);
  });

  test('the arrow keys go from note to note though they end in a theme', async () => {
    const ana = await world.ana.open();
    enter(ana, 'First #price');
    enter(ana, 'Second #price');
    ana.line.editBeside(-1);
    expect(ana.line.offer.value).toBeNull();
    ana.line.editBeside(-1);
    expect(ana.line.editing.value?.note.text).toBe('First');
  });
});

describe('people and places on the line', () => {
  test('somebody of the account or a colleague is completed and kept by reference, anybody else by name', async () => {
    const ana = await world.ana.open();
    ana.line.typed('Promised a call @to', 19);
    expect(ana.line.offer.value?.options.map((o) => o.name)).toEqual(['Tom Reyes']);
    ana.line.enter();
    enter(ana, 'Rang @Pia-van-Dyk and @Zoe');
    expect(ana.notes.value.map((n) => n.note.people)).toEqual([
      [{ name: 'Tom Reyes', ref: 'member:tom' }],
      [
        { name: 'Pia van Dyk', ref: '' },
        { name: 'Zoe', ref: '' },
      ],
    ]);
    ana.line.typed('@', 1);
    expect(ana.line.offer.value?.options.map((o) => o.name)).toEqual(
      expect.arrayContaining(['Mara Okafor', 'Zoe', 'Tom Reyes']),
    );
    ana.line.editBeside(-1);
    ana.line.show('');
    ana.line.edit(idOf(ana, 'Promised a call'));
    enter(ana, `${ana.line.now.value} at noon`);
    expect(ana.notes.value[0]?.note).toMatchObject({
      text: 'Promised a call Tom Reyes at noon',
      people: [{ ref: 'member:tom' }],
    });
  });

  test('a few letters behind / lead to a question; half a note stays in the line', async () => {
    const ana = await world.ana.open();
    ana.later();
    enter(ana, '/other ways');
    expect(ana.asked.value?.question.id).toBe('competition-known');
    expect([texts(ana), ana.line.now.value]).toEqual([[], '']);
    ana.line.typed('They look at /score', 19);
    expect(ana.line.offer.value?.active).toBe(-1);
    const asked = ana.line.offer.value?.options.find((o) => o.jump?.asked);
    expect(asked?.jump?.question).toBe('score-reason');
    ana.line.take();
    expect(ana.asked.value?.question.area).toBe('scoreDrivers');
    expect(ana.line.now.value).toBe('They look at ');
    ana.line.show('');
    enter(ana, '/come to mind');
    expect(ana.asked.value).toMatchObject({ question: { id: 'competition-known' }, probe: 0 });
    enter(ana, '/nothing of the kind');
    expect(texts(ana)).toEqual(['/nothing of the kind']);
  });

  test('over a note being edited / files it under that question, and Ctrl Z files it back', async () => {
    const ana = await world.ana.open();
    ana.later();
    enter(ana, 'They weigh two others');
    ana.line.editBeside(-1);
    const line = `${ana.line.now.value} /other ways`;
    ana.line.typed(line, line.length);
    ana.line.take();
    expect(ana.notes.value[0]?.note).toMatchObject({ area: 'competition', question: 'competition-known' });
    expect(ana.asked.value?.question.id).toBe('score-reason');
    ana.line.leaveEdit();
    ana.line.undo();
    expect(ana.notes.value[0]?.note).toMatchObject({ area: 'scoreDrivers', question: 'score-reason' });
  });
});

describe('who else is here', () => {
  const present = (member: string, more: Partial<Present> = {}): Present => ({
    key: `${member}1`,
    member,
    name: member,
    area: 'experience',
    typing: false,
    watches: false,
    ...more,
  });

  test('one entry a person, not oneself, and only what the guide knows of places', async () => {
    const presence = fakePresence();
    const ana = await world.ana.open({ presence: presence.link });
    presence.tell([
      present('ana'),
      present('tom'),
      present('tom', { key: 'tom2', typing: true, area: '<b>' }),
      present('mara', { watches: true }),
    ]);
    expect(ana.others.value.map((p) => [p.name, p.typing, p.area, p.watches])).toEqual([
      ['tom', true, '', false],
      ['mara', false, 'experience', true],
    ]);
    expect(hereWords(ana.others.value)).toBe('tom is typing. mara watches.');
    expect(hereWords([present('tom')])).toBe('tom is here, in Experience detail.');
    expect(
      hereWords(
        [...'abcd'].map((n) => present(n)),
        'short',
      ),
    ).toBe('a. b. 2 more.');
  });

  test('it is said where this window is and that somebody types in it, until they stop', async () => {
    const presence = fakePresence();
    const ana = await world.ana.open({ presence: presence.link });
    ana.later();
    ana.line.typed('They', 4);
    expect(presence.said.at(-1)).toEqual({ member: 'ana', name: 'Ana', area: 'scoreDrivers', typing: true });
    const times = presence.said.length;
    ana.line.typed('They pay', 8);
    expect(presence.said.length).toBe(times);
    world.pass(5);
    ana.tick();
    expect(presence.said.at(-1)).toMatchObject({ typing: false });
    ana.toArea('competition');
    expect(presence.said.at(-1)).toMatchObject({ area: 'competition' });
    world.ana.close();
    expect(presence.said.at(-1)).toBe('left');
  });

  test('a reader watches: question and notes come in, nothing goes out', async () => {
    const ana = await world.ana.open();
    const member = parseId<'member'>('mara');
    if (!member.ok) throw new Error('no id');
    const session = { workspace, member: member.value, memberName: 'Mara', role: 'reader' as const };
    const mara = await world.tom.open({ session });
    ana.later();
    ana.toArea('competition');
    enter(ana, 'They pay twice #price');
    await world.meet();
    expect(mara.watches).toBe(true);
    expect(mara.notes.value[0]?.chips.map((c) => c.name)).toEqual(['Price']);
    expect(mara.asked.value?.question.area).toBe('competition');
    const before = await world.tom.replica.stateOf(interviewDoc);
    enter(mara, 'Not allowed');
    mara.takeOver();
    mara.end();
    mara.next();
    expect(await world.tom.replica.stateOf(interviewDoc)).toEqual(before);
  });
});

describe('whatever is typed or pasted', () => {
  const long = '<script>alert(1)</script> שלום 👩‍👩‍👧 e\u0301\u0323 ﷽ '.repeat(2300).trim();

  test('a note of 100,000 characters is kept to the last one, edited, split and joined', async () => {
    expect(long.length).toBeGreaterThan(100_000);
    const ana = await world.ana.open();
    enter(ana, `${long} #price`);
    expect(texts(ana)).toEqual([long]);
    ana.line.editBeside(-1);
    const line = ana.line.now.value;
    ana.line.typed(line, line.indexOf('שלום', 60_000));
    expect(ana.line.split()).toBe(true);
    expect(texts(ana).join(' ')).toBe(long);
    ana.line.join();
    expect(texts(ana)).toEqual([long]);
    await world.meet();
    const tom = await world.tom.open();
    expect(texts(tom)).toEqual([long]);
  });

  test.each([
    ['emoji', 'So 👩‍👩‍👧‍👦🏽 much 🇺🇦 ❤️‍🔥'],
    ['right to left', 'הם אמרו "יקר" \u2067ثلاث مرات\u2069 \u200fכן'],
    ['combining marks', 'e\u0301\u0323 Z\u0334\u0321\u033c\u0349\u032d̸a\u0308lgo'],
    ['HTML', '<img src=x onerror="alert(1)"> &amp; <!-- no --> </p><b>dear</b>'],
    ['marks of the grammar', '\\#price \\@Tom said \\! and \\"no" - twice \\+'],
    ['no space at all', `https://example.com/?q=${'a%20'.repeat(200)}`],
    ['invisible signs', 'zero\u200bwidth\ufeff\u00adsoft\u2028line'],
  ])('%s: kept as it is, over a reload and an edit that changes nothing', async (_, text) => {
    const ana = await world.ana.open();
    enter(ana, text);
    const kept = texts(ana);
    expect(kept[0]?.replaceAll('\\', '')).toBe(text.replaceAll('\\', ''));
    world.ana.close();
    const again = await world.ana.open();
    expect(texts(again)).toEqual(kept);
    again.line.editBeside(-1);
    enter(again, again.line.now.value);
    expect(texts(again)).toEqual(kept);
    await world.meet();
    expect(texts(await world.tom.open())).toEqual(kept);
  });

  test('a caret inside a character cuts beside it', async () => {
    const ana = await world.ana.open();
    enter(ana, 'sad 😀😀 glad');
    ana.line.editBeside(-1);
    ana.line.typed(ana.line.now.value, 7);
    ana.line.split();
    expect(texts(ana)).toEqual(['sad 😀', '😀 glad']);
  });
});

test('everything that can come of a key has words or needs none', () => {
  const all = [
    'kept',
    'removed',
    'split',
    'joined',
    'moved',
    'filed',
    'undone',
    'redone',
    'theirs',
    'noneLeft',
  ] as const;
  for (const what of all) expect(toldWords({ what, nth: 1 })).toMatch(/\.$/);
});
