import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areas } from '#core/guide/index.ts';
import { draftFrom, draftOfBoth, draftText } from './draft.ts';

const oneLine = fc.string().map((s) => s.replaceAll('\n', ' '));
const filled = fc.string({ minLength: 1 });

test('a draft reads back as it was written, whatever was typed', () => {
  const pending = fc.record(
    {
      note: filled,
      line: filled,
      at: fc.nat(),
      area: fc.constantFrom(...areas),
      question: fc.string(),
      edit: fc.boolean(),
      made: fc.array(fc.record({ id: filled, name: filled }), { maxLength: 2 }),
      before: filled,
    },
    { requiredKeys: ['note', 'line', 'at', 'area', 'question', 'edit', 'made'] },
  );
  const draft = fc.record({
    line: oneLine,
    editing: fc.string(),
    wording: fc.string(),
    stash: fc.string(),
    pending: fc.array(pending, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(draft, (d) => {
      const isPlain = d.editing === '' && d.stash === '' && d.pending.length === 0;
      expect(draftFrom(draftText(d))).toEqual(isPlain ? { ...d, wording: '' } : d);
    }),
  );
});

test('a plain line is stored plainly', () => expect(draftText(draftFrom('"they pay'))).toBe('"they pay'));

test('of a damaged draft the line is kept', () => {
  for (const bad of ['they pay\n{', 'they pay\n[1]', 'they pay\n{"pending":[{"note":1}]}'])
    expect(draftFrom(bad)).toEqual({ line: 'they pay', editing: '', wording: '', stash: '', pending: [] });
});

test('of two drafts nothing is dropped, and the wording of an edited note stays its own', () => {
  const other = { ...draftFrom('theirs'), editing: 'n1', stash: 'under theirs' };
  const mine = draftFrom('mine');
  expect(draftOfBoth(other, mine)).toMatchObject({
    line: 'under theirs theirs mine',
    editing: '',
    stash: '',
  });
  const editing = { ...mine, editing: 'n2', stash: 'under mine' };
  expect(draftOfBoth(other, editing)).toMatchObject({
    line: 'mine',
    editing: 'n2',
    stash: 'under theirs theirs under mine',
  });
});
