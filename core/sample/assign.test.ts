import { expect, test } from 'vitest';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import { claim, type RosterEntry, reasonText, release, rosterEntryOf, takeOff } from './index.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const doc = docName(id<'workspace'>('w'), 'cycle', 'q4');
const person = {
  row: 7,
  key: 'mail:a@b.c',
  name: 'Ada',
  email: 'a@b.c',
  phone: '',
  timeZone: '',
  language: '',
  role: '',
  crmId: '',
  accountName: 'Acme',
  accountCrmId: '',
  accountManager: '',
  revenue: 5,
  optOut: false,
  comment: 'no',
  score: 0,
  answeredOn: '2026-10-09',
  segments: { Tier: 'Enterprise' },
};
const reason = { segment: { dimension: 'Tier', value: 'Enterprise' }, band: 'detractor', score: 0 } as const;
const entry: RosterEntry = { id: person.key, ...rosterEntryOf({ person, reason, quota: 0 }, 'wave', false) };
const me = { id: 'me', name: 'Mo' };

test('a drawn person comes with the reason, the segments and a score of 0', () => {
  expect(entry).toMatchObject({
    reason: 'Enterprise × detractor, score 0',
    score: 0,
    band: 'detractor',
    row: 7,
  });
  expect(reasonText({ ...reason, segment: null })).toBe('Anyone × detractor, score 0');
});

test('one interviewer only: somebody claimed by another cannot be claimed, given back or taken off', () => {
  expect(claim(doc, entry, me)).toMatchObject({
    ok: true,
    value: [{ fields: { claimedBy: 'me', claimedByName: 'Mo' } }],
  });
  const theirs = { ...entry, claimedBy: 'other', claimedByName: 'Lena' };
  expect(claim(doc, theirs, me)).toEqual({ ok: false, why: { kind: 'claimedByOther', name: 'Lena' } });
  expect(release(doc, theirs, 'me')).toEqual({ ok: false, why: { kind: 'notYours' } });
  expect(takeOff(doc, theirs, 'me')).toMatchObject({ ok: false, why: { kind: 'claimedByOther' } });
});

test('claiming twice writes nothing; giving back frees the person until the call was begun', () => {
  const mine = { ...entry, claimedBy: 'me', claimedByName: 'Mo' };
  expect(claim(doc, mine, me)).toEqual({ ok: true, value: [] });
  expect(release(doc, mine, 'me')).toMatchObject({ ok: true, value: [{ fields: { claimedBy: '' } }] });
  const begun = { ...mine, interview: 'i1' };
  expect(release(doc, begun, 'me')).toEqual({ ok: false, why: { kind: 'callBegun' } });
  expect(takeOff(doc, begun, 'me')).toEqual({ ok: false, why: { kind: 'callBegun' } });
  expect(takeOff(doc, mine, 'me')).toMatchObject({ ok: true, value: [{ kind: 'remove', id: person.key }] });
});
