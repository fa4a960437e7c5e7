import { expect, test } from 'vitest';
import { candidate } from '#test/fixtures/people.ts';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import type { Person } from '../waves/index.ts';
import { addOutside, isScored, type OutsidePerson, rosterEntry, stateScore } from './index.ts';

const workspace = parseId<'workspace'>('w');
if (!workspace.ok) throw new Error('w');
const doc = docName(workspace.value, 'cycle', 'q4');
const person: OutsidePerson = {
  name: ' Ada Bell ',
  email: 'Ada@New.example',
  phone: '',
  accountName: 'New Ltd',
  timeZone: '',
  score: null,
  band: null,
  reason: 'Left in June; nobody asked why',
};

test('somebody from outside the wave is marked as such, with the reason and no band of our making', () => {
  const added = addOutside(doc, person, [], []);
  const [change] = added.ok ? added.value : [];
  if (change?.kind !== 'put') throw new Error('nothing was put');
  expect(change.id).toBe('mail:ada@new.example');
  const read = rosterEntry.parse(change.id, change.fields);
  expect(read).toMatchObject({
    ok: true,
    value: { name: 'Ada Bell', outside: true, band: null, score: null, reason: person.reason },
  });
  expect(read.ok && isScored(read.value)).toBe(false);
});

test('a score says the band; a band may be stated without one', () => {
  const fields = (over: Partial<OutsidePerson>) => {
    const added = addOutside(doc, { ...person, ...over }, [], []);
    return added.ok && added.value[0]?.kind === 'put' ? added.value[0].fields : null;
  };
  expect(fields({ score: 0, band: 'promoter' })).toMatchObject({ score: 0, band: 'detractor' });
  expect(fields({ band: 'promoter' })).toMatchObject({ score: null, band: 'promoter' });
});

test('refuses what could not be called or explained, and whoever is there already', () => {
  const why = (over: Partial<OutsidePerson>, roster = [rosterPerson('x')]) => {
    const added = addOutside(doc, { ...person, ...over }, roster, []);
    return added.ok ? null : added.why.kind;
  };
  expect(why({ name: ' ' })).toBe('noName');
  expect(why({ email: '' })).toBe('noWayToReach');
  expect(why({ email: 'ada' })).toBe('badEmail');
  expect(why({ email: '', phone: '12' })).toBe('badPhone');
  expect(why({ reason: '' })).toBe('noReason');
  expect(why({ score: 7.5 })).toBe('badScore');
  expect(why({}, [rosterPerson('id:1', { email: 'ada@new.EXAMPLE' })])).toBe('onRoster');
  expect(why({ email: '', phone: '+44 20 7946 0112' })).toBeNull();
});

test('whoever opted out in the survey is not added by hand, known by e-mail or by telephone', () => {
  const known = (over: Partial<Person>): Person[] => [{ ...candidate({ row: 0 }), optOut: true, ...over }];
  const why = (people: Person[], over: Partial<OutsidePerson> = {}) => {
    const added = addOutside(doc, { ...person, ...over }, [], people);
    return added.ok ? null : added.why;
  };
  const optedOut = { kind: 'optedOut', name: 'A. Bell' };
  expect(why(known({ email: ' ADA@new.example', name: 'A. Bell' }))).toEqual(optedOut);
  const byPhone = known({ email: '', phone: '0044 20 7946-0112', name: 'A. Bell' });
  expect(why(byPhone, { phone: '+44 20 7946 0112' })).toEqual(optedOut);
  // two colleagues behind one number
  expect(why(known({ phone: '+44 20 7946 0112' }), { phone: '+44 20 7946 0112' })).toBeNull();
  expect(why(known({ email: 'ada@new.example', optOut: false }))).toBeNull();
  expect(why(known({ email: '', phone: '' }))).toBeNull();
});

test('the score somebody gives when asked is noted, and only a score', () => {
  expect(stateScore(doc, rosterPerson('a'), 0)).toMatchObject({
    value: [{ fields: { score: 0, band: 'detractor' } }],
  });
  expect(stateScore(doc, rosterPerson('a'), 11)).toEqual({ ok: false, why: { kind: 'badScore' } });
});
