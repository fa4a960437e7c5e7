import { expect, test } from 'vitest';
import type { TaggedNote } from '#core/notes/index.ts';
import { type Codebook, codebookOf } from '#core/themes/index.ts';
import { makeSteadyViews, noteView } from './noteView.ts';

const noted = (id: string, text: string, themes: readonly string[] = []): TaggedNote =>
  ({
    ...{ id, text, order: id, author: 'ana' },
    mentions: themes.map((theme) => ({ id: `${id} ${theme}`, note: id, theme, severity: 2, by: 'ana' })),
  }) as unknown as TaggedNote;
/** As the call makes them, over and over. */
function viewing() {
  const steady = makeSteadyViews();
  return (notes: readonly TaggedNote[], codebook: Codebook) =>
    steady(notes.map((n) => noteView(n, codebook, 'ana')));
}
const book = (name: string) => codebookOf(new Map([['t1', { name, category: 'product' }]]));

test('a note that says what it said is the same view, whatever else came', () => {
  const viewsOf = viewing();
  const [first, second] = viewsOf([noted('a', 'one', ['t1']), noted('b', 'two')], book('Price'));
  const after = viewsOf([noted('c', 'new'), noted('a', 'one', ['t1']), noted('b', 'two!')], book('Price'));
  expect(after[1]).toBe(first);
  expect(after[2]).not.toBe(second);
  expect(after.map(({ note }) => note.text)).toEqual(['new', 'one', 'two!']);
});

test('a theme that got another name is another view', () => {
  const viewsOf = viewing();
  const [before] = viewsOf([noted('a', 'one', ['t1'])], book('Price'));
  const [after] = viewsOf([noted('a', 'one', ['t1'])], book('Fees'));
  expect(after).not.toBe(before);
  expect(after?.chips[0]?.name).toBe('Fees');
});
