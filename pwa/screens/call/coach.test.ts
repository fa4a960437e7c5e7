import { signal } from '@preact/signals-core';
import { afterEach, describe, expect, test } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import { docName } from '#core/model/docName.ts';
import { newId, parseId } from '#core/model/ids.ts';
import { recordsIn } from '#core/model/record.ts';
import {
  because,
  captureNote,
  cover,
  mention,
  noNames,
  note,
  notesOf,
  orderBetween,
  readLine,
  removeNote,
  themeIndex,
} from '#core/notes/index.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { type Codebook, codebookOf } from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';
import { atOnce } from '#test/fixtures/callWindows.ts';
import { makeCoach } from './coach.ts';
import { makeKeeper } from './keeper.ts';
import { named } from './mechanism.ts';
import { type NoteView, noteView } from './noteView.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const doc = docName(id<'workspace'>('w'), 'interview', id<'interview'>('i'));
const starters = codebookOf(new Map());
const themeOf = (name: string) => starters.open.find((t) => t.name === name)?.id ?? name;

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A coach over a real document, with a line that is typed into. */
async function coached({
  language = 'en',
  band = 'detractor' as Band,
  book = starters,
  later = atOnce,
} = {}) {
  const replica = new MemoryReplica(memoryWorld());
  const open = await replica.open(doc);
  const codebook = signal<Codebook>(book);
  const notes = signal<readonly NoteView[]>([]);
  const covers = signal(recordsIn(open, cover));
  const stated = signal(recordsIn(open, because));
  const line = signal('');
  const question = signal('');
  const read = () => {
    covers.value = recordsIn(open, cover);
    stated.value = recordsIn(open, because);
    const stored = notesOf(open.read(note.collection), open.read(mention.collection));
    notes.value = stored.map((n) => noteView(n, codebook.value, 'ana'));
  };
  stops.push(open.watch(read));
  const apply = (changes: readonly Change[]) =>
    void replica.apply(changes, { who: id<'member'>('ana'), why: 'test' });
  const chance = seededChance('coach');
  const session = { workspace: id<'workspace'>('w'), member: id<'member'>('ana'), memberName: 'Ana' };
  const bookDoc = docName(session.workspace, 'codebook');
  const recordOf = ({ collection, id: of }: Change) => open.read(collection).get(of) ?? null;
  const usedElsewhere = signal<ReadonlyMap<string, number>>(new Map());
  const keeper = makeKeeper({
    doc,
    bookDoc,
    session,
    chance,
    notes,
    codebook,
    covers,
    usedElsewhere,
    recordOf,
    apply,
  });
  const coach = makeCoach({
    doc,
    member: 'ana',
    notes,
    covers,
    stated,
    codebook,
    language: signal(language),
    band: signal(band),
    question,
    line,
    editing: signal(null),
    themes: () => starters.open.map((t) => named(t.id, starters)),
    at: () => 60,
    mark: keeper.mark,
    later,
  });
  stops.push(coach.dispose);
  /** A line as it is captured. */
  const say = (text: string, author = 'ana') => {
    const said = readLine(text, themeIndex(starters.open));
    const order = orderBetween(notes.peek().at(-1)?.note.order ?? null, null, chance);
    const ids = said.themes.map((t) => t.id ?? '');
    const place = { doc, order, at: notes.peek().length, area: 'experience' as const, question: '' };
    const noteId = newId<'note'>(chance);
    apply(captureNote({ ...place, id: noteId, read: said, themes: ids, author, authorName: author }));
    return noteId;
  };
  const { undo } = keeper;
  const marks = () => coach.now.value?.parts.map((p) => p.is[0]).join('');
  const asked = () => coach.now.value?.probe?.text;
  return { coach, keeper, say, line, question, undo, marks, asked, notes, apply, read, codebook };
}

describe('the coach in a call', () => {
  test('says nothing before a theme is raised, then takes the newest in hand', async () => {
    const { coach, say } = await coached();
    say('Good morning');
    expect(coach.now.value).toBeNull();
    say('It is slow #speed');
    expect(coach.now.value?.name).toBe('Speed');
    say('And #price');
    expect(coach.now.value?.name).toBe('Price');
    coach.otherTheme();
    expect(coach.now.value?.name).toBe('Speed');
    say('untagged');
    expect(coach.now.value?.name).toBe('Speed');
    say('Again #price');
    expect(coach.now.value?.name).toBe('Price');
  });

  test('gives the customer’s words back first, then asks for what is missing; F2 goes on and round again', async () => {
    const { coach, say, asked } = await coached();
    say('"Everyone is polite. Nobody owns it." #resolution');
    expect(asked()).toBe('“Nobody owns it”?');
    const all = coach.now.value?.probes.map((p) => p.text) ?? [];
    const shown = all.map(() => {
      const text = asked();
      coach.nextProbe();
      return text;
    });
    expect(shown).toEqual(all);
    expect(asked()).toBe(all[0]);
  });

  test('what the question on screen asks for anyway is not asked beside it', async () => {
    const { say, question, asked } = await coached();
    say('The export fails #reliability');
    expect(asked()).toContain('the last time');
    question.value = 'experience-episode';
    expect(asked()).toContain('How often');
    question.value = 'experience-often';
    expect(asked()).toContain('the last time');
  });

  test('speaks the language of the guide, and asks a promoter what must stay', async () => {
    const german = await coached({ language: 'de-AT' });
    german.say('Die Rechnung verwirrt uns #price');
    expect(german.asked()).toBe('Erzählen Sie mir vom letzten Mal. Was ist geschehen, von Anfang an?');
    expect(german.coach.isOwnLanguage.value).toBe(true);
    expect((await coached({ language: 'fr' })).coach.isOwnLanguage.value).toBe(false);
    const kept = await coached({ band: 'promoter' });
    kept.say('They ring back #responsiveness');
    expect(kept.coach.now.value?.tone).toBe('strength');
    kept.say('But slow last week #responsiveness -');
    expect(kept.coach.now.value?.tone).toBe('problem');
  });

  test('a guess is confirmed or taken away by one key, and either is undone by one', async () => {
    const { coach, say, marks, undo } = await coached();
    say('It failed on Friday, three times since May #reliability');
    expect(marks()).toBe('ggmmm');
    expect(coach.now.value?.guess).toBe('episode');
    coach.confirm();
    expect(marks()).toBe('kgmmm');
    coach.refuse(themeOf('Reliability'));
    expect(marks()).toBe('kmmmm');
    coach.refuse(themeOf('Reliability'));
    expect(marks()).toBe('kmmmm');
    undo();
    expect(marks()).toBe('kgmmm');
    undo();
    expect(marks()).toBe('ggmmm');
  });

  test('the answer to a probe is marked with the theme it answers, in one step', async () => {
    const { coach, say, marks, notes, undo, asked } = await coached();
    say('The export fails #reliability');
    expect(asked()).toContain('last time');
    say('On close day the bar went to 99 and sat there');
    coach.confirm();
    expect(marks()).toBe('kmmmm');
    expect(notes.value.at(-1)?.chips.map((c) => c.name)).toEqual(['Reliability']);
    expect(coach.now.value?.parts[0]?.note?.text).toContain('the bar went to 99');
    undo();
    expect(marks()).toBe('mmmmm');
    expect(notes.value.at(-1)?.chips).toEqual([]);
  });

  test('a part marked by hand leaves an untagged note alone, and is taken back by the same key', async () => {
    const { coach, say, marks, notes } = await coached();
    say('The export fails #reliability');
    say('Lunch at noon');
    coach.turn(themeOf('Reliability'), 'fix');
    expect(marks()).toBe('mmmmk');
    expect(notes.value.at(-1)?.chips).toEqual([]);
    coach.turn(themeOf('Reliability'), 'fix');
    expect(marks()).toBe('mmmmm');
  });

  test('nothing moves while somebody types, but for what they do themselves', async () => {
    const { coach, say, line, marks, asked } = await coached();
    say('The export fails #reliability');
    const before = coach.now.value;
    line.value = 'half a sent';
    say('Too dear, since May #price', 'tom');
    expect(coach.now.value).toBe(before);
    line.value = 'half a sentence';
    expect(coach.now.value).toBe(before);
    line.value = '';
    expect(coach.now.value?.name).toBe('Price');
    line.value = 'on Friday';
    const first = asked();
    coach.nextProbe();
    expect(asked()).not.toBe(first);
    coach.confirm();
    expect(marks()).toBe('mkmmm');
  });

  test('all five known is said so, and what goes deeper is asked', async () => {
    const { coach, say, asked } = await coached();
    say('The export fails #reliability');
    for (const part of ['episode', 'frequency', 'consequence', 'expectation', 'fix'] as const)
      coach.turn(themeOf('Reliability'), part);
    expect(coach.now.value?.isKnown).toBe(true);
    expect(asked()).toBe('And what makes that important to you?');
    expect(coach.now.value?.probes.every((p) => p.part === null)).toBe(true);
  });

  test('how deep the last answer went is kept on its note, a key a step, round again', async () => {
    const { coach, say, notes, undo } = await coached();
    say('The export fails #reliability');
    say('We look like fools before the board', 'tom');
    const depths = [1, 2, 3, 4].map(() => {
      coach.deeper();
      return notes.value[0]?.note.depth;
    });
    expect(depths).toEqual([1, 2, 3, 0]);
    undo();
    expect(notes.value[0]?.note.depth).toBe(3);
    expect(notes.value[1]?.note.depth).toBeUndefined();
    expect(coach.now.value?.depth).toBe(3);
  });

  test('what is known goes with its note and comes back with it', async () => {
    const { coach, say, marks, apply } = await coached();
    say('The export fails #reliability');
    const told = say('A name to ring would do #reliability');
    coach.confirm();
    expect(marks()).toBe('mmmmk');
    apply(removeNote(doc, told));
    expect(marks()).toBe('mmmmm');
  });
});

test('a note that is joined to another takes along what it was known to say, and gives it back', async () => {
  const { coach, say, keeper, notes, marks, undo } = await coached();
  say('The export fails #reliability');
  say('A name to ring would do #reliability');
  coach.confirm();
  coach.deeper();
  expect(marks()).toBe('mmmmk');
  const [into, from] = notes.value;
  if (!into || !from) throw new Error('two notes');
  keeper.join(into, from);
  expect(notes.value).toHaveLength(1);
  expect(marks()).toBe('mmmmk');
  expect(coach.now.value?.parts[4]?.note?.id).toBe(into.note.id);
  expect(notes.value[0]?.note.depth).toBe(1);
  undo();
  expect(notes.value).toHaveLength(2);
  expect(coach.now.value?.parts[4]?.note?.id).toBe(from.note.id);
});

test('a note that is split gives what it was known to say to the part that has the theme, and has it back', async () => {
  const { coach, say, keeper, notes, marks, undo } = await coached();
  say('They pay for it, and the #reliability is gone');
  coach.turn(themeOf('Reliability'), 'fix');
  expect(marks()).toBe('mmmmk');
  const [whole] = notes.value;
  const read = (line: string) => readLine(line, noNames);
  const themes = [{ id: themeOf('Reliability'), name: 'Reliability', severity: 0 }] as const;
  const [before, second] = [`${whole?.note.text}`, 'and the reliability is gone'].map(read);
  if (!whole || !before || !second) throw new Error('a note');
  const halves = [read('They pay for it,'), { ...second, themes }] as const;
  keeper.split(whole, { ...before, themes }, halves, newId<'note'>(seededChance('half')));
  expect(notes.value.map((n) => n.chips.length)).toEqual([0, 1]);
  expect(marks()).toBe('mmmmk');
  undo();
  expect(notes.value).toHaveLength(1);
  expect(marks()).toBe('mmmmk');
});

describe('what lies beneath', () => {
  test('is chosen from the themes of the call first, is kept with both, and is undone in one step', async () => {
    const { coach, say, undo } = await coached();
    say('Nobody owns it #resolution');
    say('It fails because nobody owns it #reliability');
    expect(coach.now.value?.causeSaid).toBe(true);
    expect(coach.choices.value).toBeNull();
    coach.choose(true);
    expect(coach.choices.value?.[0]?.name).toBe('Resolution');
    expect(coach.choices.value?.map((t) => t.name)).not.toContain('Reliability');
    coach.beneath(themeOf('Resolution'));
    expect(coach.choices.value).toBeNull();
    expect(coach.now.value?.roots.map((r) => r.name)).toEqual(['Resolution']);
    expect(coach.now.value?.causeSaid).toBe(false);
    undo();
    expect(coach.now.value?.roots).toEqual([]);
  });

  test('a ring is not on offer', async () => {
    const { coach, say } = await coached();
    say('one #resolution');
    say('two #reliability');
    coach.beneath(themeOf('Resolution'));
    coach.otherTheme();
    expect(coach.now.value?.name).toBe('Resolution');
    coach.choose(true);
    expect(coach.choices.value?.map((t) => t.name)).not.toContain('Reliability');
    coach.beneath(themeOf('Reliability'));
    expect(coach.now.value?.roots).toEqual([]);
  });

  test('a driver that nobody noted counts as raised, on the note that it explains', async () => {
    const { coach, say, notes, undo } = await coached();
    say('two #reliability');
    coach.beneath(themeOf('Price'));
    expect(notes.value[0]?.chips.map((c) => c.name).sort()).toEqual(['Price', 'Reliability']);
    expect(coach.now.value).toMatchObject({ name: 'Reliability', roots: [{ name: 'Price' }] });
    coach.notBeneath(themeOf('Reliability'), themeOf('Price'));
    expect(coach.all.value.every((m) => m.roots.length === 0)).toBe(true);
    undo();
    undo();
    expect(notes.value[0]?.chips.map((c) => c.name)).toEqual(['Reliability']);
  });
});

test('what a note brings waits for its turn, also over what is typed meanwhile; an own act does not wait', async () => {
  const waiting = new Set<() => void>();
  const later = (work: () => void) => {
    waiting.add(work);
    return () => waiting.delete(work);
  };
  const paint = () => {
    for (const work of waiting) work();
    waiting.clear();
  };
  const { coach, say, line } = await coached({ later });
  say('#speed it crawls');
  expect(coach.now.value?.name, 'nothing stood there before').toBe('Speed');
  say('#reliability it fails');
  say('#price twice this month');
  expect(coach.now.value?.name).toBe('Speed');
  expect(waiting.size).toBe(1);
  line.value = 'a';
  paint();
  expect(coach.now.value?.name).toBe('Price');
  line.value = '';
  say('#speed every week');
  coach.otherTheme();
  coach.turn(coach.now.value?.id ?? '', 'fix');
  expect(coach.now.value?.parts.find((p) => p.part === 'fix')?.is).toBe('known');
});
