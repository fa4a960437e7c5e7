import { describe, expect, test } from 'vitest';
import { bytesOf, outcomeFrom } from '#test/fixtures/waves.ts';
import { finish } from '../build/build.ts';
import { inspectFile } from './inspect.ts';

function rolesOf(headers: string, row: (i: number) => string, kind?: 'contacts'): Record<string, string> {
  const rows = Array.from({ length: 60 }, (_, i) => row(i));
  const inspected = finish(inspectFile(bytesOf(`${headers}\n${rows.join('\n')}`), 'x.csv', kind));
  if (!inspected.ok) throw new Error(inspected.why.kind);
  return Object.fromEntries(inspected.value.columns.map(({ header, role }) => [header, role]));
}

describe('numbers of the response are no ids of people', () => {
  test('the id of LimeSurvey counts answers, with an e-mail or without one', () => {
    const head = 'id,submitdate,lastpage,startlanguage,seed';
    const row = (i: number): string => `${i + 1},2026-03-01,3,en,${i}`;
    const named = rolesOf(`${head},email,NPS`, (i) => `${row(i)},a${i}@x.org,${i % 11}`);
    expect(named).toMatchObject({ id: 'ignore', email: 'email', NPS: 'score' });
    expect(rolesOf(`${head},NPS`, (i) => `${row(i)},${i % 11}`).id).toBe('ignore');
  });

  test.each(['Response ID', 'ResponseId', 'Submission ID', 'Record ID', 'ID', 'Respondent ID', 'RESPNUM'])(
    '%s beside an e-mail',
    (header) =>
      expect(rolesOf(`${header},Email,NPS`, (i) => `${i + 1},a${i}@x.org,${i % 11}`)).toEqual({
        [header]: 'ignore',
        Email: 'email',
        NPS: 'score',
      }),
  );

  test('beside the id of a contact in a CRM', () =>
    expect(rolesOf('ID,Contact ID,NPS', (i) => `${i + 1},003x${i},${i % 11}`)).toMatchObject({
      ID: 'ignore',
      'Contact ID': 'crmId',
    }));

  test.each(['Submission ID', 'Record ID', 'Response ID'])('%s that was counted up, alone', (header) =>
    expect(rolesOf(`${header},NPS`, (i) => `${i + 1},${i % 11}`)[header]).toBe('ignore'),
  );

  test.each(['RESPNUM', 'ID', 'Respondent ID'])('%s may be a person’s where nothing else is', (header) =>
    expect(rolesOf(`${header},NPS`, (i) => `${i + 1},${i % 11}`)[header]).toBe('respondentId'),
  );

  test('an id that speaks of people stays one beside an e-mail, and any id in a contacts file', () => {
    const row = (i: number): string => `${i + 1},a${i}@x.org,${i % 11}`;
    expect(rolesOf('Customer ID,Email,NPS', row)['Customer ID']).toBe('respondentId');
    expect(rolesOf('Record ID,Email,Tier', row, 'contacts')['Record ID']).toBe('respondentId');
    expect(rolesOf('ID,Email,Tier', row, 'contacts').ID).toBe('respondentId');
  });

  test('people who answered twice are found again by their e-mail', () => {
    const rows = Array.from({ length: 60 }, (_, i) => `R${i},a${i % 50}@x.org,${i % 11}`);
    const roles = rolesOf('Response ID,Email,NPS', (i) => rows[i] ?? '');
    const { wave, notes } = outcomeFrom({
      id: 'w',
      csv: `Response ID,Email,NPS\n${rows.join('\n')}`,
      columns: Object.fromEntries(
        Object.entries(roles).map(([header, role]) => [header, { role: role as 'email' }]),
      ),
    });
    expect(notes).toContainEqual({ kind: 'repeated', people: 10, answers: 20, rule: 'latest' });
    expect(new Set([...wave.people].map(({ key }) => key)).size).toBe(50);
  });
});
