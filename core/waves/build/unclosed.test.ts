import { expect, test } from 'vitest';
import { bytesOf, idOf, outcomeFrom } from '#test/fixtures/waves.ts';
import { describeNote } from '../words.ts';
import { buildWave, finish } from './build.ts';

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
  const column = (header: string, role: 'score' | 'email' | 'name') => ({ header, role, missing: [] });
  const about = {
    id: idOf<'wave'>('w'),
    cycle: idOf<'cycle'>('c'),
    cycleName: '',
    fileName: '',
    fileSize: 0,
  };
  const mapping = { version: 1 as const, columns: [column('nps', 'score'), column('email', 'email')] };
  const contacts = {
    file: bytesOf('email,name\na@x,"Ann\nb@x,Bo\nc@x,"Cy\nd@x,"Lee, Dan"'),
    mapping: { version: 1 as const, columns: [column('email', 'email'), column('name', 'name')] },
  };
  const rest = { contentHash: '', importedAt: 0, mapping, sample: false };
  const built = finish(buildWave(bytesOf('nps,email\n9,b@x\n8,d@x'), { ...about, ...rest }, contacts));
  if (!built.ok) throw new Error(built.why.kind);
  expect([...built.value.wave.people].map(({ name }) => name)).toEqual(['Bo', 'Lee, Dan']);
  expect(built.value.notes.map(describeNote)).toEqual([
    '2 quotation marks of the contacts file are never closed and were read as part of their cells, the first on line 2.',
  ]);
});
