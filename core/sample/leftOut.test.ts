import { expect, test } from 'vitest';
import { candidate } from '#test/fixtures/people.ts';
import { pairId } from '../waves/index.ts';
import { type Around, type KnownPerson, nothingAround, reasonsLeftOut } from './index.ts';

const known = (key: string, over: Partial<KnownPerson> = {}): KnownPerson => ({
  key,
  name: '',
  email: '',
  accountName: '',
  ...over,
});
const interviewed = { interviewed: [1], declined: [], invited: [1] };
/** Last cycle somebody was interviewed, of whom this is known. */
const lastCycle = (person: KnownPerson, said: readonly string[] = []): Around => ({
  ...nothingAround,
  past: new Map([[person.key, interviewed]]),
  known: [person],
  said: new Set(said),
});
const mail = 'ada@north.example';

test('who was known by e-mail alone is known again under an id, and the other way round', () => {
  const now = candidate({ row: 0, key: 'id:7', email: 'Ada@North.example' });
  expect(reasonsLeftOut([now], lastCycle(known(`mail:${mail}`, { email: mail }))).get(0)).toBe(
    'interviewedRecently',
  );
  const nameless = candidate({ row: 0, key: `mail:${mail}`, email: mail });
  expect(reasonsLeftOut([nameless], lastCycle(known('id:7', { email: mail }))).get(0)).toBe(
    'interviewedRecently',
  );
});

test('one e-mail under two ids is nobody known, until somebody says they are one person', () => {
  const now = candidate({ row: 0, key: 'id:8', email: mail });
  const before = known('id:7', { email: mail });
  expect(reasonsLeftOut([now], lastCycle(before)).get(0)).toBeNull();
  expect(reasonsLeftOut([now], lastCycle(before, [pairId('id:7', 'id:8')])).get(0)).toBe(
    'interviewedRecently',
  );
});

test('a name at a company is nobody known, until somebody says they are one person', () => {
  const who = { name: 'Ada Byron', accountName: 'North' };
  const now = candidate({ row: 0, key: 'id:8', email: 'a@x.example', ...who });
  const before = known('id:7', { ...who, email: 'ada@y.example' });
  expect(reasonsLeftOut([now], lastCycle(before)).get(0)).toBeNull();
  expect(reasonsLeftOut([now], lastCycle(before, [pairId('id:7', 'id:8')])).get(0)).toBe(
    'interviewedRecently',
  );
});

test('invitations under two names that are one person add up', () => {
  const now = candidate({ row: 0, key: 'id:8', email: mail });
  const once = (ago: number) => ({ interviewed: [], declined: [], invited: [ago] });
  const around: Around = {
    ...nothingAround,
    past: new Map([
      ['id:8', once(1)],
      ['id:7', once(2)],
    ]),
    known: [known('id:8', { email: mail }), known('id:7', { email: mail })],
  };
  expect(reasonsLeftOut([now], around).get(0)).toBeNull();
  const said = new Set([pairId('id:7', 'id:8')]);
  expect(reasonsLeftOut([now], { ...around, said }).get(0)).toBe('askedOften');
});

test('one person who stands twice in a survey is asked once, and not when they are on the roster', () => {
  const people = [
    candidate({ row: 0, key: 'id:7', email: mail, answeredOn: '2026-10-09' }),
    candidate({ row: 1, key: 'id:8', email: mail, answeredOn: '2026-10-11' }),
  ];
  const said = new Set([pairId('id:7', 'id:8')]);
  expect([...reasonsLeftOut(people, { ...nothingAround, said })]).toEqual([
    [0, 'answeredAgain'],
    [1, null],
  ]);
  const roster = new Map([['id:7', 'inRoster' as const]]);
  const around: Around = { ...nothingAround, said, roster, known: [known('id:7', { email: mail })] };
  expect([...reasonsLeftOut(people, around)]).toEqual([
    [0, 'inRoster'],
    [1, 'inRoster'],
  ]);
});

test('people of whom neither id nor e-mail is known are not taken for one another', () => {
  const people = [
    candidate({ row: 0, key: 'row:w:0', email: '' }),
    candidate({ row: 1, key: 'row:w:1', email: '' }),
  ];
  const before = known('phone:+44207946');
  const reasons = reasonsLeftOut(people, lastCycle(before));
  expect([...reasons.values()].every((reason) => reason === null || reason === 'noWayToReach')).toBe(true);
});
