import { expect, test } from 'vitest';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { pastOf, workloadsOf } from './index.ts';

const of = (id: string, who: string, state: 'selected' | 'invited' | 'held' | 'declined' | 'noShow') =>
  rosterPerson(id, { claimedBy: who, claimedByName: who.toUpperCase(), state });

test('says what each interviewer has before them and what came of it', () => {
  const roster = [
    of('a', 'mo', 'held'),
    of('b', 'mo', 'declined'),
    of('c', 'mo', 'invited'),
    of('d', '', 'selected'),
    of('e', 'lena', 'noShow'),
    of('f', 'lena', 'selected'),
    of('g', 'lena', 'selected'),
  ];
  expect(workloadsOf(roster)).toEqual([
    { member: 'lena', name: 'LENA', toCall: 2, invited: 1, scheduled: 0, held: 0, declined: 0, noShow: 1 },
    { member: 'mo', name: 'MO', toCall: 1, invited: 3, scheduled: 0, held: 1, declined: 1, noShow: 0 },
    { member: '', name: '', toCall: 1, invited: 0, scheduled: 0, held: 0, declined: 0, noShow: 0 },
  ]);
});

test('what happened in the cycles before is told by person, each cycle once', () => {
  const past = pastOf([
    { ago: 1, roster: [of('a', 'mo', 'held'), of('b', 'mo', 'declined')], interviewed: ['a'] },
    { ago: 2, roster: [of('a', 'mo', 'invited'), of('c', '', 'selected')], interviewed: ['d'] },
  ]);
  expect(Object.fromEntries(past)).toEqual({
    a: { interviewed: [1], declined: [], invited: [1, 2] },
    b: { interviewed: [], declined: [1], invited: [1] },
    d: { interviewed: [2], declined: [], invited: [2] },
  });
});
