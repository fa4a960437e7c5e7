import { expect, test } from 'vitest';
import { candidate } from '#test/fixtures/people.ts';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import {
  claim,
  handOver,
  placeTakenAgain,
  type RosterEntry,
  reasonText,
  release,
  rosterEntry,
  rosterEntryOf,
  substitute,
  takeOff,
} from './index.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const doc = docName(id<'workspace'>('w'), 'cycle', 'q4');
const person = candidate({ row: 7, name: 'Ada', score: 0, segments: { Tier: 'Enterprise' } });
const reason = { segment: { dimension: 'Tier', value: 'Enterprise' }, band: 'detractor', score: 0 } as const;
const from = { wave: 'wave', sample: false, seed: 'seed' };
const entry: RosterEntry = { id: person.key, ...rosterEntryOf(person, reason, from) };
const me = { id: 'me', name: 'Mo' };

test('a drawn person comes with the reason, the segments, the seed and a score of 0', () => {
  expect(entry).toMatchObject({
    reason: 'Enterprise × detractor, score 0',
    score: 0,
    band: 'detractor',
    row: 7,
    seed: 'seed',
    segment: reason.segment,
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
  expect(takeOff(doc, theirs, 'me', [])).toMatchObject({ ok: false, why: { kind: 'claimedByOther' } });
});

test('claiming twice writes nothing; giving back frees the person until the call was begun', () => {
  const mine = { ...entry, claimedBy: 'me', claimedByName: 'Mo' };
  expect(claim(doc, mine, me)).toEqual({ ok: true, value: [] });
  expect(release(doc, mine, 'me')).toMatchObject({ ok: true, value: [{ fields: { claimedBy: '' } }] });
  const begun = { ...mine, interview: 'i1' };
  expect(release(doc, begun, 'me')).toEqual({ ok: false, why: { kind: 'callBegun' } });
  expect(takeOff(doc, begun, 'me', [])).toEqual({ ok: false, why: { kind: 'callBegun' } });
  expect(takeOff(doc, mine, 'me', [mine])).toMatchObject({
    ok: true,
    value: [{ kind: 'remove', id: person.key }],
  });
});

test('a call is handed to a colleague whoever had it, but not once it was begun', () => {
  const lena = { id: 'other', name: 'Lena' };
  const mine = { ...entry, claimedBy: 'me', claimedByName: 'Mo' };
  expect(handOver(doc, mine, lena)).toMatchObject({
    value: [{ fields: { claimedBy: 'other', claimedByName: 'Lena' } }],
  });
  expect(handOver(doc, { ...mine, claimedBy: 'other' }, lena)).toEqual({ ok: true, value: [] });
  expect(handOver(doc, { ...mine, interview: 'i1' }, lena)).toEqual({
    ok: false,
    why: { kind: 'callBegun' },
  });
});

test('a substitute comes with whose place it is, why, and both know of each other', () => {
  const gone = { ...entry, id: 'gone', name: 'Bo Lind', state: 'declined' as const };
  const changes = substitute(doc, gone, person, reason, from);
  expect(changes).toMatchObject([
    {
      id: person.key,
      fields: {
        reason: 'Enterprise × detractor, score 0; for Bo Lind, who declined',
        insteadOf: 'gone',
        state: 'selected',
        seed: 'seed',
      },
    },
    { id: 'gone', fields: { replacedBy: person.key } },
  ]);
  const other = substitute(doc, { ...gone, state: 'noShow', score: 2 }, person, reason, from)[0];
  expect(other).toMatchObject({
    fields: {
      reason:
        'Enterprise × detractor, score 0; for Bo Lind, who did not appear: nobody with score 2 was left, so the nearest',
    },
  });
});

test('a substitute taken off leaves the place empty again, unless another has it', () => {
  const gone = { ...entry, id: 'gone', state: 'noShow' as const, replacedBy: 'sub' };
  const sub = { ...entry, id: 'sub', insteadOf: 'gone' };
  const freed = [
    { kind: 'remove', id: 'sub' },
    { kind: 'put', id: 'gone', fields: { replacedBy: '' } },
  ];
  expect(takeOff(doc, sub, 'me', [gone, sub])).toMatchObject({ ok: true, value: freed });
  const others = [{ ...gone, replacedBy: 'other' }, sub];
  expect(takeOff(doc, sub, 'me', others)).toMatchObject({ value: [{ kind: 'remove', id: 'sub' }] });
  expect(takeOff(doc, sub, 'me', [sub])).toMatchObject({ value: [{ kind: 'remove', id: 'sub' }] });
  // and has it again when they are put back, while it stands empty
  expect(placeTakenAgain(doc, sub, [{ ...gone, replacedBy: '' }])).toMatchObject([
    { id: 'gone', fields: { replacedBy: 'sub' } },
  ]);
  expect(placeTakenAgain(doc, sub, others)).toEqual([]);
  expect(placeTakenAgain(doc, entry, [gone])).toEqual([]);
});

test('a refusal stays on the roster, and so does whoever a substitute stands in for', () => {
  const declined = { ...entry, state: 'declined' as const };
  expect(takeOff(doc, declined, 'me', [declined])).toEqual({ ok: false, why: { kind: 'declined' } });
  const replaced = { ...entry, state: 'noShow' as const, replacedBy: 'sub' };
  expect(takeOff(doc, replaced, 'me', [replaced])).toEqual({ ok: false, why: { kind: 'replaced' } });
});

test('an entry written before seeds and substitutes were kept is read as it was, and a newer one comes back whole', () => {
  const { segment: _s, seed: _d, id: key, ...old } = entry;
  expect(rosterEntry.parse(key, old)).toMatchObject({ ok: true, value: { score: 0, state: 'selected' } });
  const put = rosterEntry.put(doc, key, {
    ...entry,
    call: { at: 1, minutes: 30, uid: 'u', sequence: 2 },
    invitations: 1,
  });
  if (put.kind !== 'put') throw new Error(put.kind);
  expect(rosterEntry.parse(key, put.fields)).toMatchObject({
    ok: true,
    value: { call: { sequence: 2 }, invitations: 1, seed: 'seed' },
  });
  // a document keeps no nulls: a field set to null is gone
  const { band: _b, score: _c, ...cleared } = old;
  expect(rosterEntry.parse(key, cleared)).toMatchObject({ value: { band: null, score: null } });
  expect(rosterEntry.parse(key, { ...put.fields, call: 'soon', invitations: {} })).toMatchObject({
    ok: true,
    value: { name: 'Ada' },
  });
});
