import { expect, test } from 'vitest';
import type { TaggedNote } from '#core/notes/index.ts';
import { codebookOf } from '#core/themes/index.ts';
import { makeNoteViews } from './noteView.ts';

const noted = (id: string, text: string, themes: readonly string[] = []): TaggedNote =>
  ({
    ...{ id, text, order: id, author: 'ana' },
    mentions: themes.map((theme) => ({ id: `${id} ${theme}`, note: id, theme, severity: 2, by: 'ana' })),
  }) as unknown as TaggedNote;
const book = (name: string) => codebookOf(new Map([['t1', { name, category: 'product' }]]));

test('a note that says what it said is the same view, whatever else came', () => {
  const viewsOf = makeNoteViews('ana');
  const [first, second] = viewsOf([noted('a', 'one', ['t1']), noted('b', 'two')], book('Price'));
  const after = viewsOf([noted('c', 'new'), noted('a', 'one', ['t1']), noted('b', 'two!')], book('Price'));
  expect(after[1]).toBe(first);
  expect(after[2]).not.toBe(second);
  expect(after.map(({ note }) => note.text)).toEqual(['new', 'one', 'two!']);
});

test('a theme that got another name is another view', () => {
  const viewsOf = makeNoteViews('ana');
  const [before] = viewsOf([noted('a', 'one', ['t1'])], book('Price'));
  const [after] = viewsOf([noted('a', 'one', ['t1'])], book('Fees'));
  expect(after).not.toBe(before);
  expect(after?.chips[0]?.name).toBe('Fees');
});
