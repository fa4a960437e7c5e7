import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import { note } from '#core/notes/index.ts';
import { callWindows, interviewDoc } from '#test/fixtures/callWindows.ts';
import type { CallModel } from './model.ts';
import { whoseName } from './whose.ts';
import { toldWords, words } from './words.ts';

let world: Awaited<ReturnType<typeof callWindows>>;
let call: CallModel;
beforeEach(async () => {
  world = await callWindows();
  call = await world.ana.open();
  call.later();
});
afterEach(async () => {
  world.end();
  await speak('en');
});

function enter(line: string) {
  call.line.typed(line, line.length);
  return call.line.enter();
}
const last = () => call.notes.value.at(-1);
const said = () => {
  const told = call.line.told.value;
  return told && toldWords(told);
};

describe('a new theme', () => {
  test.each(['GDPR', 'API-Limits', 'Größe', 'time-to-Value'])(
    '%s keeps its capitals when Tab takes it',
    (name) => {
      call.line.typed(`Needs #${name}`, 7 + name.length);
      expect(call.line.offer.value?.options.at(-1)?.fits).toBe('new');
      expect(call.line.take()).toBe(true);
      expect(call.line.now.value).toBe(`Needs #${name} `);
      call.line.enter();
      expect(last()?.chips.map((c) => c.name)).toEqual([name.replaceAll('-', ' ')]);
    },
  );
});

describe('a line of marks alone', () => {
  test('a person goes onto the last note, and back by Ctrl Z', () => {
    enter('They pay twice');
    expect(enter('@Mara-Okafor')).toBe('tagged');
    expect(last()?.note).toMatchObject({
      text: 'They pay twice',
      people: [{ name: 'Mara Okafor', ref: 'person:mail:Mara Okafor' }],
    });
    expect(call.line.now.value).toBe('');
    call.keeper.undo();
    expect(last()?.note.people ?? []).toEqual([]);
  });

  test.each(['#price !!', '@Mara-Okafor', '+'])(
    '%s before the first note stays in the line, and it is said why',
    (line) => {
      expect(enter(line)).toBe('noneYet');
      expect(call.line.now.value).toBe(line);
      expect(said()).toContain('No note of yours yet');
    },
  );

  test('so it is said in German', async () => {
    await speak('de');
    enter('#price !!');
    expect(said()).toContain('Noch keine Notiz von Ihnen');
  });

  test('an empty line says nothing', () => {
    enter('');
    expect(said()).toBeNull();
  });
});

describe('a note that is split', () => {
  const alike = [
    { name: 'Tom Reyes', ref: 'member:tom' },
    { name: 'Tom Reyes', ref: 'person:another' },
  ];
  const refs = () => call.notes.value.map((n) => (n.note.people ?? []).map((p) => p.ref).sort());
  const name = (id: string, people: typeof alike) =>
    world.ana.replica.apply([note.put(interviewDoc, id, { people })], { who: world.ana.member, why: 'test' });

  test.each(['They pay @Tom-Reyes twice', 'They pay twice, asks @Tom-Reyes', 'They pay twice'])(
    'keeps two people who are called alike: %s',
    async (line) => {
      enter(line);
      await name(last()?.note.id ?? '', alike);
      call.line.editBeside(-1);
      call.line.typed(call.line.now.value, 'They pay'.length);
      expect(call.line.split()).toBe(true);
      expect(new Set(refs().flat())).toEqual(new Set(alike.map((p) => p.ref)));
      expect(refs()).toHaveLength(2);
      call.keeper.undo();
      expect(refs()).toEqual([alike.map((p) => p.ref)]);
    },
  );
});

test('who is on offer is called theirs or ours only where that is known: a mere name may be our account manager’s', () => {
  const offered = (typed: string) => {
    call.line.typed(typed, typed.length);
    const [first] = call.line.offer.value?.options ?? [];
    return first && [first.name, whoseName(first)];
  };
  expect(offered('@Mara')).toEqual(['Mara Okafor', words.line.theirs]);
  expect(offered('@Tom')).toEqual(['Tom Reyes', words.line.ours]);
  expect(offered('@Pia')).toEqual(['Pia van Dyk', '']);
  expect(offered('@Blue')?.[1]).not.toBe('');
});
