import { describe, expect, test } from 'vitest';
import { Book, bookDoc as doc, got, idOf } from '#test/fixtures/book.ts';
import {
  addTheme,
  bookStep,
  defineTheme,
  keepMeasure,
  keepRival,
  measuresOf,
  mergeMany,
  mergeThemes,
  mostSteps,
  moveTheme,
  nestTheme,
  recordStep,
  renameTheme,
  retireTheme,
  rivalsOf,
  splitTheme,
  starterId,
  stepsOf,
  takeBack,
  takenBackIn,
  toEach,
  undoStackOf,
  undoWords,
} from './index.ts';

const speed = starterId('product', 'speed');
const rename = (b: Book, id: string, to: string) => renameTheme(b.book(), doc, id, to);
const add = (b: Book, id: string, name: string) =>
  addTheme(b.book(), doc, idOf<'theme'>(id), { name, category: 'value' });

describe('taking a codebook change back', () => {
  test('a starter theme has its own name again, and the change can be made again', () => {
    const b = new Book();
    const renamed = b.did('renamed', rename(b, speed, 'Slow screens'));
    const undone = b.undo(renamed);
    expect(b.theme(speed)?.name).toBe('Speed');
    expect(undone.undoes).toBe(renamed.id);
    b.undo(undone);
    expect(b.theme(speed)?.name).toBe('Slow screens');
  });

  test('what somebody else wrote since stays; the rest goes back', () => {
    const [mine, theirs] = [new Book('mine', ['a']), new Book('theirs')];
    mine.meet(theirs);
    const both = toEach(['a'], (id) => {
      const name = rename(mine, id, 'My name');
      const moved = moveTheme(mine.book(), doc, id, 'service');
      return name.ok && moved.ok ? { ok: true, value: [...name.value, ...moved.value] } : name;
    });
    const step = mine.did('edited', both);
    theirs.meet(mine).did('renamed', rename(theirs, 'a', 'Their name'));
    theirs.did('defined', defineTheme(theirs.book(), doc, 'a', 'What it means.'));
    mine.meet(theirs).undo(step);
    expect(mine.theme('a')).toMatchObject({
      name: 'Their name',
      category: 'value',
      definition: 'What it means.',
    });
  });

  test('when all of it was changed since, nothing happens and it is said', () => {
    const b = new Book('me', ['a']);
    const step = b.did('renamed', rename(b, 'a', 'One'));
    b.apply(got(rename(b, 'a', 'Two')));
    expect(takeBack(b, doc, step)).toEqual({ ok: false, why: { kind: 'changedSince' } });
  });

  test('a new theme leaves the choice but keeps its name for whoever tagged it, and its name is free', () => {
    const b = new Book();
    const undone = b.undo(b.did('added', add(b, 'n', 'Exports')));
    expect(b.book().open.some((t) => t.id === 'n')).toBe(false);
    expect(b.book().resolve('n')).toBe('n');
    expect(b.theme('n')?.name).toBe('Exports');
    expect(add(b, 'n2', 'Exports').ok).toBe(true);
    b.undo(undone);
    expect(b.book().open.some((t) => t.id === 'n')).toBe(true);
  });

  test('a split undone: both halves count for the whole again, with what was tagged meanwhile', () => {
    const b = new Book('me', ['a']);
    const split = splitTheme(b.book(), doc, idOf('part'), 'a', { name: 'Part', category: 'value' });
    const undone = b.undo(b.did('split', split));
    expect(b.book().resolve('part')).toBe('a');
    b.undo(undone);
    expect(b.book().resolve('part')).toBe('part');
    expect(b.book().open.some((t) => t.id === 'part')).toBe(true);
  });

  test('a new theme that somebody merged another into is not taken back', () => {
    const b = new Book('me', ['a']);
    const step = b.did('added', add(b, 'n', 'Exports'));
    b.apply(got(mergeThemes(b.book(), doc, 'a', 'n')));
    expect(takeBack(b, doc, step).ok).toBe(false);
    expect(b.book().resolve('a')).toBe('n');
  });

  test('a new theme goes with what its maker did to it since, but not with what somebody else did', () => {
    const [mine, theirs] = [new Book('mine'), new Book('theirs')];
    const step = mine.did('added', add(mine, 'n', 'Exports'));
    mine.did('renamed', rename(mine, 'n', 'Export files'));
    theirs.meet(mine).did('defined', defineTheme(theirs.book(), doc, 'n', 'Files.'));
    expect(takeBack(mine, doc, step).ok).toBe(true);
    expect(takeBack(mine.meet(theirs), doc, step).ok).toBe(false);
  });

  test('a competitor that somebody else has worked on stays', () => {
    const [mine, theirs] = [new Book('mine', ['a']), new Book('theirs')];
    const draft = { name: 'Acme', feature: '', theme: 'a', seen: {} };
    const rivals = (b: Book) => rivalsOf(b.read('competitor'), b.read('sighting'));
    const step = mine.did('rival', keepRival([], doc, 'r1', draft));
    theirs.meet(mine);
    const seen = { ...draft, seen: { i2: 'used' as const } };
    theirs.did('rival', keepRival(rivals(theirs), doc, 'r1', seen, draft));
    expect(takeBack(mine.meet(theirs), doc, step).ok).toBe(false);
    expect(rivals(mine)[0]?.by.used).toEqual(['i2']);
  });

  test('a theme under which somebody else has put another stays', () => {
    const [mine, theirs] = [new Book('mine', ['a']), new Book('theirs')];
    const step = mine.did('added', add(mine, 'n', 'Exports'));
    theirs.meet(mine).did('nested', nestTheme(theirs.book(), doc, 'a', 'n'));
    expect(takeBack(mine.meet(theirs), doc, step).ok).toBe(false);
  });

  test('a name that another theme has taken meanwhile is not given back', () => {
    const b = new Book('me', ['a', 'b']);
    const step = b.did('renamed', rename(b, 'a', 'One'));
    b.did('renamed', rename(b, 'b', 'theme a'));
    expect(takeBack(b, doc, step).ok).toBe(false);
    expect(b.theme('a')?.name).toBe('One');
  });

  test('nor does a theme stand again whose name another has taken meanwhile', () => {
    const b = new Book('me', ['a', 'b']);
    const merged = b.did('merged', mergeThemes(b.book(), doc, 'a', 'b'));
    b.add('c', 'theme a');
    expect(takeBack(b, doc, merged).ok).toBe(false);
    const undone = b.undo(b.did('added', add(b, 'n', 'Exports')));
    b.add('n2', 'Exports');
    expect(takeBack(b, doc, undone).ok).toBe(false);
    expect(
      b
        .book()
        .open.filter((t) => t.name === 'Exports')
        .map((t) => t.id),
    ).toEqual(['n2']);
  });

  test('a change of many themes is one step', () => {
    const b = new Book('me', ['a', 'b', 'c']);
    const retired = b.did(
      'retired',
      toEach(['a', 'b'], (id) => retireTheme(b.book(), doc, id)),
    );
    const merged = b.did('merged', mergeMany(b.book(), doc, ['a', 'b', 'c'], 'c'));
    expect(['a', 'b'].map((id) => b.book().resolve(id))).toEqual(['c', 'c']);
    b.undo(merged);
    b.undo(retired);
    expect(b.book().open.filter((t) => ['a', 'b', 'c'].includes(t.id))).toHaveLength(3);
    expect(mergeMany(b.book(), doc, ['c'], 'c')).toMatchObject({ why: { kind: 'sameTheme' } });
  });

  test('a figure that was kept goes, and comes back', () => {
    const b = new Book('me', ['a']);
    const draft = { what: 'Response time', unit: 'h', before: '3', after: '18', since: 'March' };
    const read = () => measuresOf(b.read('measure'), b.book(), 'a').map((m) => [m.before, m.after]);
    const undone = b.undo(b.did('measured', keepMeasure(doc, 'm', 'a', draft)));
    expect(read()).toEqual([]);
    b.undo(undone);
    expect(read()).toEqual([[3, 18]]);
  });
});

describe('undo and redo', () => {
  const stack = (b: Book) => {
    const { done, undone } = undoStackOf(b.steps(), 'me', 0);
    return [done.length, undone.length];
  };
  const back = (b: Book) => {
    const step = undoStackOf(b.steps(), 'me', 0).done.at(-1);
    b.did(undoWords.undo, takeBack(b, doc, step!), step!.id);
  };
  const again = (b: Book) => {
    const step = undoStackOf(b.steps(), 'me', 0).undone.at(-1);
    b.did(undoWords.redo, takeBack(b, doc, step!), step!.id);
  };

  /** The names given by steps that the history calls neither taken back nor a taking back. */
  const held = (b: Book) =>
    b
      .steps()
      .filter((s) => s.undoes === '' && !takenBackIn(b.steps()).has(s.id))
      .map((s) => s.writes[0]?.now.name)
      .toReversed();

  test('go through a member’s own steps in turn, and a new one ends what could be made again', () => {
    const b = new Book('me', ['a']);
    b.did('renamed', rename(b, 'a', 'One'));
    b.did('renamed', rename(b, 'a', 'Two'));
    back(b);
    expect([b.theme('a')?.name, ...stack(b)]).toEqual(['One', 1, 1]);
    back(b);
    expect([b.theme('a')?.name, ...stack(b)]).toEqual(['theme a', 0, 2]);
    again(b);
    again(b);
    expect([b.theme('a')?.name, ...stack(b)]).toEqual(['Two', 2, 0]);
    expect(held(b), 'what was made again holds').toEqual(['One', 'Two']);
    back(b);
    expect(held(b)).toEqual(['One']);
    b.did('retired', retireTheme(b.book(), doc, 'a'));
    expect([b.theme('a')?.name, ...stack(b)]).toEqual(['One', 2, 0]);
  });

  test('keep their order when the clock stands still or goes back', () => {
    const b = new Book('me', ['a']);
    for (const [i, at] of [900, 900, 20].entries()) {
      const changes = got(rename(b, 'a', `name ${i}`));
      const note = { at, by: 'me', byName: '', did: 'renamed' };
      b.apply([...changes, ...recordStep(b, doc, `z${9 - i}`, changes, note)]);
    }
    expect(undoStackOf(b.steps(), 'me', 0).done.map((s) => s.writes[0]?.now.name)).toEqual([
      'name 0',
      'name 1',
      'name 2',
    ]);
  });

  test('leave out what others did, and what was done before a moment', () => {
    const b = new Book('me', ['a']);
    b.did('renamed', rename(b, 'a', 'One'));
    b.did('renamed', rename(b, 'a', 'Two'));
    expect(undoStackOf(b.steps(), 'somebody else', 0).done).toEqual([]);
    expect(undoStackOf(b.steps(), 'me', 2).done).toHaveLength(1);
  });
});

describe('the history', () => {
  test('says who did what, the latest first, also what came from elsewhere', () => {
    const [mine, theirs] = [new Book('mine', ['a']), new Book('theirs')];
    theirs.meet(mine).did('renamed', rename(theirs, 'a', 'Theirs'));
    mine.did('renamed', rename(mine, speed, 'Mine'));
    mine.did('retired', retireTheme(mine.book(), doc, speed));
    expect(mine.meet(theirs).steps()).toMatchObject([
      { by: 'mine', did: 'retired', at: 2 },
      { by: 'theirs', did: 'renamed', at: 1 },
      { by: 'mine', did: 'renamed', at: 1 },
    ]);
  });

  test('is bounded: older steps leave nothing in the document', () => {
    const b = new Book('me', ['a']);
    for (let i = 0; i < mostSteps + 20; i++) b.did('renamed', rename(b, 'a', `name ${i}`));
    expect(b.steps()).toHaveLength(mostSteps);
    expect(b.steps()[0]?.writes[0]?.now).toEqual({ name: `name ${mostSteps + 19}` });
    expect(b.read(bookStep.collection).size).toBe(mostSteps);
  });

  test('somebody whose clock runs years ahead pushes nobody’s own steps out', () => {
    const b = new Book('me', ['a', 'b']);
    for (let i = 0; i < mostSteps; i++) {
      const changes = got(rename(b, 'b', `name ${i}`));
      const ahead = { at: Date.UTC(2100, 0) + i, by: 'ahead', byName: '', did: 'renamed' };
      b.apply([...changes, ...recordStep(b, doc, `x${i}`, changes, ahead)]);
    }
    for (const name of ['One', 'Two', 'Three']) b.did('renamed', rename(b, 'a', name));
    expect(undoStackOf(b.steps(), 'me', 0).done).toHaveLength(3);
  });

  test('a step that a newer version wrote is read as far as it goes, and one that cannot be read hides no other', () => {
    const b = new Book('me', ['a']);
    b.did('renamed', rename(b, 'a', 'A'));
    const step = { at: 9, by: 'x', did: 'painted', colour: 'red', writes: [{ odd: 1 }] };
    b.apply([{ kind: 'put', doc, collection: 'step', id: 'new', fields: step }]);
    b.apply([{ kind: 'put', doc, collection: 'step', id: 'bad', fields: { at: 'noon' } }]);
    expect(stepsOf(b.read('step')).map((s) => [s.did, s.writes.length])).toEqual([
      ['painted', 0],
      ['renamed', 1],
    ]);
  });
});
