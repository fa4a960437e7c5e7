import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '#core/model/change.ts';
import { mention, mentionId, type Severity } from '#core/notes/index.ts';
import { theme } from '#core/themes/index.ts';
import { bookDoc, callWindows, interviewDoc } from '#test/fixtures/callWindows.ts';
import type { CallModel } from './model.ts';

let world: Awaited<ReturnType<typeof callWindows>>;
let call: CallModel;
beforeEach(async () => {
  world = await callWindows();
  call = await world.ana.open();
  call.later();
});
afterEach(() => world.end());

function enter(line: string, on = call) {
  on.line.typed(line, line.length);
  return on.line.enter();
}
const graded = (on = call) =>
  on.notes.value.map(
    ({ note, chips }) =>
      `${note.text}: ${[note.severity, ...chips.map((c) => `${c.name} ${c.severity}`).sort()].join(', ')}`,
  );
const write = (change: Change) => world.ana.replica.apply([change], { who: world.ana.member, why: 'test' });
const idOf = (name: string) => call.notes.value[0]?.chips.find((c) => c.name === name)?.id ?? '';
/** Opens the last note in the line, and gives the line. */
const opened = () => {
  call.line.edit(call.notes.value.at(-1)?.note.id ?? '');
  return call.line.now.value;
};

describe('each theme has its own severity', () => {
  test.each(['slow and dear #speed!!! #price!', 'slow and dear #speed !!! #price !'])('%s', (line) => {
    enter(line);
    expect(graded()).toEqual(['slow and dear: 3, Price 1, Speed 3']);
  });

  test('one mark is for all of them', () => {
    enter('slow and dear #speed #price !!');
    expect(graded()).toEqual(['slow and dear: 2, Price 2, Speed 2']);
  });

  test('an unfinished theme with its mark is completed and keeps it', () => {
    enter('slow #price! #spee!!!');
    expect(graded()).toEqual(['slow: 3, Price 1, Speed 3']);
  });

  test('a new theme has its own', () => {
    enter('slow #speed! #Month-end-close!!!');
    expect(graded()).toEqual(['slow: 3, Month end close 3, Speed 1']);
  });
});

describe('marks for the last note', () => {
  test.each([
    ['#price !', 'exports are slow: 3, Price 1, Speed 3'],
    ['! #price', 'exports are slow: 3, Price 1, Speed 3'],
    ['#price!', 'exports are slow: 3, Price 1, Speed 3'],
    ['#price', 'exports are slow: 3, Price 3, Speed 3'],
    ['#speed !', 'exports are slow: 1, Speed 1'],
    ['!', 'exports are slow: 1, Speed 1'],
    ['-', 'exports are slow: 3, Speed 3'],
    ['#Brand-New !', 'exports are slow: 3, Brand New 1, Speed 3'],
  ])('%s grades the themes it names', (marks, after) => {
    enter('exports are slow #speed !!!');
    const [before] = graded();
    expect(enter(marks)).toBe('tagged');
    expect(graded()).toEqual([after]);
    call.line.undo();
    expect(graded()).toEqual([before]);
    call.line.redo();
    expect(graded()).toEqual([after]);
  });

  test('a mark alone grades all of it', () => {
    enter('slow and dear #speed!!! #price!');
    expect(enter('!!')).toBe('tagged');
    expect(graded()).toEqual(['slow and dear: 2, Price 2, Speed 2']);
    call.line.undo();
    expect(graded()).toEqual(['slow and dear: 3, Price 1, Speed 3']);
  });

  test('a theme that no line can name is graded by a mark alone, and left by any other', async () => {
    enter('slow and dear #speed #price !!');
    await write(theme.put(bookDoc, idOf('Speed'), { retired: true }));
    expect(opened()).toBe('slow and dear #price !!');
    call.line.leaveEdit();
    enter('#price !');
    expect(graded()).toEqual(['slow and dear: 2, Price 1, Speed 2']);
    enter('!!!');
    expect(graded()).toEqual(['slow and dear: 3, Price 3, Speed 3']);
    enter('#price !');
    expect(opened()).toBe('slow and dear #price!');
    enter('slow and dear #price!!');
    expect(graded()).toEqual(['slow and dear: 3, Price 2, Speed 3']);
  });
});

describe('editing the line', () => {
  test('a note is written with the mark of each theme, and a theme that is not touched stays', () => {
    enter('slow and dear #speed!!! #price!');
    const line = opened();
    expect(line.split(' ').sort()).toEqual(['#price!', '#speed!!!', 'and', 'dear', 'slow']);
    enter(line.replace('#price!', '#price!!').replace('dear', 'pricey'));
    expect(graded()).toEqual(['slow and pricey: 3, Price 2, Speed 3']);
    enter(opened().replace('#speed!!!', '#speed'));
    expect(graded()).toEqual(['slow and pricey: 2, Price 2, Speed 0']);
  });

  test('what a colleague graded meanwhile stays, unless its mark was changed here', async () => {
    const tom = await world.tom.open();
    enter('slow and dear #speed!!! #price!');
    await world.meet();
    const line = opened();
    tom.line.edit(tom.notes.value[0]?.note.id ?? '');
    enter(tom.line.now.value.replace('#speed!!!', '#speed!!'), tom);
    await world.meet();
    enter(line.replace('#price!', '#price!!!'));
    await world.meet();
    expect(graded()).toEqual(['slow and dear: 3, Price 3, Speed 2']);
    expect(graded(tom)).toEqual(graded());
  });

  test('a severity that no line can say is left by an edit of the words', async () => {
    enter('slow and dear #speed #price !!');
    const id = call.notes.value[0]?.note.id ?? '';
    await write(mention.put(interviewDoc, mentionId(id, idOf('Price')), { severity: 0 }));
    enter(opened().replace('dear', 'pricey'));
    expect(graded()).toEqual(['slow and pricey: 2, Price 0, Speed 2']);
  });

  test('split, each half has its themes as they were; joined again, so has the note', () => {
    enter('the speed is bad and the price too #speed!!! #price!');
    const at = opened().indexOf(' and');
    call.line.typed(call.line.now.value, at);
    expect(call.line.split()).toBe(true);
    expect(graded()).toEqual(['the speed is bad: 3, Speed 3', 'and the price too: 1, Price 1']);
    expect(call.line.join()).toBe(true);
    expect(graded()).toEqual(['the speed is bad and the price too: 3, Price 1, Speed 3']);
    call.line.undo();
    call.line.undo();
    expect(graded()).toEqual(['the speed is bad and the price too: 3, Price 1, Speed 3']);
  });

  test('opened and left as it is, any note stays as it is', () => {
    const severity = fc.constantFrom<Severity>(0, 1, 2, 3);
    fc.assert(
      fc.property(severity, severity, severity, severity, fc.boolean(), (a, b, c, alone, apart) => {
        const marks = [a, b, c].map((s) => (apart ? ' ' : '') + '!'.repeat(s));
        enter(`said #speed${marks[0]} #price${marks[1]} #usability${marks[2]} ${'!'.repeat(alone)}`.trim());
        const before = graded().at(-1);
        const line = opened();
        enter(line.replace('said', 'said so'));
        expect(graded().at(-1)).toBe(before?.replace('said', 'said so'));
      }),
      { numRuns: 60 },
    );
  });
});
