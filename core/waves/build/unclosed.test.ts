import { expect, test } from 'vitest';
import { outcomeFrom, rolesOf } from '#test/fixtures/waves.ts';
import { describeNote } from '../words.ts';

test('a quotation mark that is never closed is told with its line, and no row is lost', () => {
  const { wave, notes } = outcomeFrom({
    id: 'w',
    csv: 'id,nps,why\na,9,"unclosed\nb,2,fine\nc,3,"good, one"\nd,1,ok',
    columns: { id: { role: 'respondentId' }, nps: { role: 'score' }, why: { role: 'comment' } },
  });
  expect([...wave.people].map(({ score, comment }) => [score, comment])).toEqual([
    [9, '"unclosed'],
    [2, 'fine'],
    [3, 'good, one'],
    [1, 'ok'],
  ]);
  expect(notes.map(describeNote)).toEqual([
    '1 quotation mark is never closed and was read as part of its cell on line 2.',
  ]);
});

test('of a contacts file it is told as well', () => {
  const { wave, notes } = outcomeFrom({
    id: 'w',
    csv: 'nps,email\n9,b@x\n8,d@x',
    columns: rolesOf({ nps: 'score', email: 'email' }),
    contacts: {
      csv: 'email,name\na@x,"Ann\nb@x,Bo\nc@x,"Cy\nd@x,"Lee, Dan"',
      columns: rolesOf({ email: 'email', name: 'name' }),
    },
  });
  expect([...wave.people].map(({ name }) => name)).toEqual(['Bo', 'Lee, Dan']);
  expect(notes.map(describeNote)).toEqual([
    '2 quotation marks of the contacts file are never closed and were read as part of their cells, the first on line 2.',
  ]);
});
