import { describe, expect, test } from 'vitest';
import { bytesOf, outcomeFrom, rolesOf } from '#test/fixtures/waves.ts';
import { optsOut } from '../cells/yes.ts';
import { inspectFile } from '../recognise/inspect.ts';
import { describeNote } from '../words.ts';
import { finish } from './build.ts';

/** Opt-outs row by row, and what is said about the files. */
function joined(rows: readonly string[], lines: readonly string[]) {
  const { wave, notes } = outcomeFrom({
    id: 'w',
    csv: ['nps,id,crm,email', ...rows].join('\n'),
    columns: rolesOf({ nps: 'score', id: 'respondentId', crm: 'crmId', email: 'email' }),
    contacts: {
      csv: ['key,crm,email,out', ...lines].join('\n'),
      columns: rolesOf({ key: 'respondentId', crm: 'crmId', email: 'email', out: 'optOut' }),
    },
  });
  return { out: [...wave.people].map(({ optOut }) => optOut), said: notes.map(describeNote) };
}

describe('an opt-out in the contacts file counts on whichever line it stands', () => {
  test.each([
    ['the second of two lines with the same e-mail', '9,,,a@x.com', [',,a@x.com,', ',,A@x.com,yes']],
    ['a line found only by e-mail beside the one with the id', '9,1,,a@x.com', ['1,,,', ',,a@x.com,yes']],
    ['a line found only by CRM id', '9,1,C1,', ['1,,,', ',C1,,yes']],
    ['a line that shares the e-mail of the contact', '9,1,,', ['1,,a@x.com,no', '2,,a@x.com,yes']],
    ['the second of two lines with the same id', '9,1,,', ['1,,,no', '1,,,yes']],
  ])('%s', (_name, row, lines) => {
    expect(joined([row, '8,7,,z@x.com'], [...lines, '7,,z@x.com,no']).out).toEqual([true, false]);
  });
});

describe('of several answers of one person', () => {
  const csv = (earlier: string, later: string): string =>
    `nps,email,date,out\n2,a@x.com,2026-03-01,${earlier}\n9,a@x.com,2026-03-09,${later}\n9,b@x.com,2026-03-09,`;
  const read = (text: string, repeats?: 'first' | 'all') => {
    const { wave } = outcomeFrom({
      id: 'w',
      csv: text,
      repeats,
      columns: {
        nps: { role: 'score' },
        email: { role: 'email' },
        date: { role: 'date' },
        out: { role: 'optOut' },
      },
    });
    return [...wave.people].map(({ score, optOut }) => [score, optOut]);
  };

  test('an opt-out in any counts, also in one that does not', () => {
    expect(read(csv('yes', ''))).toEqual([
      [9, true],
      [9, false],
    ]);
    expect(read(csv('', 'yes'), 'first')).toEqual([
      [2, true],
      [9, false],
    ]);
    expect(read(csv('', ''))).toEqual([
      [9, false],
      [9, false],
    ]);
  });

  test('it is carried on from answer to answer', () => {
    const three = csv('yes', 'no').replace('\n9,b', '\n7,a@x.com,2026-04-01,no\n9,b');
    expect(read(three)).toEqual([
      [7, true],
      [9, false],
    ]);
    expect(read(three, 'all')).toHaveLength(4);
  });
});

describe('what a cell says', () => {
  test.each([
    ...['yes', 'TRUE', '1', '1.0', 'x', '✓', '2026-03-01', 'Opted-out', 'optout', 'OptedOut', 'Do not call'],
    ...['Unsubscribe', 'do-not-contact', 'Ja', 'sí', 'oui'],
  ])('%s is an opt-out', (text) =>
    expect(optsOut(text, 'optOut')).toEqual({ isOut: true, isUnclear: false }),
  );

  test.each([
    '',
    ' ',
    'no',
    'False',
    '0',
    '0.0',
    'Nein',
    'não',
    'opted in',
    'Subscribed',
    'n/a',
    '-',
    'None',
  ])('%j is none', (text) => expect(optsOut(text, 'optOut')).toEqual({ isOut: false, isUnclear: false }));

  test.each([
    ['No', true],
    ['opted out', true],
    ['0', true],
    ['Yes', false],
    ['2026-03-01', false],
    ['opted in', false],
    ['', false],
  ])('asked for consent, %j', (text, isOut) =>
    expect(optsOut(text, 'optIn')).toEqual({ isOut, isUnclear: false }),
  );

  test('what nobody understands counts as an opt-out and is noted, in either file', () => {
    const { wave, notes } = outcomeFrom({
      id: 'w',
      csv: 'nps,email,out\n9,a@x,cleaned\n8,b@x,no\n7,c@x,cleaned\n6,d@x,',
      columns: { nps: { role: 'score' }, email: { role: 'email' }, out: { role: 'optOut' } },
    });
    expect([...wave.people].map(({ optOut }) => optOut)).toEqual([true, false, true, false]);
    expect(notes.map(describeNote)).toContain(
      '2 cells of “out” say neither yes nor no and count as not to be contacted: “cleaned” (2).',
    );
    expect(joined(['9,1,,'], ['1,,,Perhaps']).said).toContain(
      '1 cell of “out” in the contacts file says neither yes nor no and counts as not to be contacted: “Perhaps” (1).',
    );
  });
});

describe('consent', () => {
  test.each(['Opt In', 'Opted in?', 'Consent to contact', 'May we contact you?', 'OK to call'])(
    'is known by the header %s, and a no is honoured',
    (header) => {
      const rows = Array.from({ length: 40 }, (_, i) => `${i % 11},a${i}@x.org,${i % 4 ? 'Yes' : 'No'}`);
      const file = bytesOf(`NPS,Email,${header}\n${rows.join('\n')}`);
      const inspected = finish(inspectFile(file, 'x.csv'));
      if (!inspected.ok) throw new Error(inspected.why.kind);
      expect(inspected.value.columns[2]?.role).toBe('optIn');
      const { wave } = outcomeFrom({
        id: 'w',
        csv: `nps,email,consent\n${rows.join('\n')}`,
        columns: { nps: { role: 'score' }, email: { role: 'email' }, consent: { role: 'optIn' } },
      });
      expect([...wave.people].map(({ optOut }) => optOut)).toEqual(rows.map((_, i) => i % 4 === 0));
    },
  );
});
