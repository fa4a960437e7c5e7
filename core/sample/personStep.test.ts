import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { eventsFor, isArranged, type PersonEvent, type RosterEntry, stepPerson } from './index.ts';

const now = Date.parse('2026-10-12T08:00:00Z');
const tomorrow = now + 86_400_000;
const schedule = (on = tomorrow): PersonEvent => ({ kind: 'schedule', on, minutes: 30, uid: 'u1' });
const after = (entry: RosterEntry, ...events: readonly PersonEvent[]): RosterEntry => {
  let at = entry;
  for (const event of events) {
    const stepped = stepPerson(at, event, now);
    if (!stepped.ok) throw new Error(JSON.stringify(stepped.why));
    at = { ...at, ...stepped.value };
  }
  return at;
};

const person = rosterPerson('a');

test('chosen, invited, reminded, arranged with a time, moved, not there, arranged again', () => {
  const invited = after(person, { kind: 'invite' }, { kind: 'invite' });
  expect(invited).toMatchObject({ state: 'invited', invitations: 2, invitedAt: now });
  const arranged = after(invited, schedule());
  expect(arranged).toMatchObject({
    state: 'scheduled',
    call: { at: tomorrow, minutes: 30, uid: 'u1', sequence: 0 },
  });
  expect(isArranged(arranged)).toBe(true);
  const moved = after(arranged, { ...schedule(tomorrow + 3_600_000), uid: 'another' } as PersonEvent);
  expect(moved.call).toEqual({ at: tomorrow + 3_600_000, minutes: 30, uid: 'u1', sequence: 1 });
  const missed = after(moved, { kind: 'noShow' });
  expect(missed.state).toBe('noShow');
  expect(after(missed, schedule()).call).toMatchObject({ uid: 'u1', sequence: 2 });
  expect(isArranged(after(arranged, { kind: 'reopen' }))).toBe(false);
});

test('what cannot happen now is refused with what can', () => {
  expect(stepPerson(person, { kind: 'noShow' }, now)).toEqual({
    ok: false,
    why: { kind: 'notNow', state: 'selected', allowed: ['invite', 'schedule', 'decline'] },
  });
  expect(stepPerson({ ...person, state: 'held' }, { kind: 'decline' }, now)).toMatchObject({
    why: { kind: 'notNow', allowed: [] },
  });
  expect(
    stepPerson({ ...person, state: 'declined', replacedBy: 'b' }, { kind: 'reopen' }, now),
  ).toMatchObject({ why: { kind: 'replaced' } });
  for (const on of [now, now - 1, Number.NaN])
    expect(stepPerson(person, schedule(on), now)).toEqual({ ok: false, why: { kind: 'noSuchTime' } });
});

test('once a call was begun only a customer who is not there, or says no, ends it here', () => {
  const begun = { ...person, state: 'scheduled' as const, interview: 'i1' };
  expect(eventsFor(begun)).toEqual(['noShow', 'decline']);
  expect(eventsFor({ ...begun, state: 'held' })).toEqual([]);
});

test('whatever is tried in whatever order, an entry only ever does what it said it could, and held stays held', () => {
  const kind = fc.constantFrom('invite', 'schedule', 'decline', 'noShow', 'reopen');
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 30 }), (kinds) => {
      let entry: RosterEntry = person;
      for (const k of kinds) {
        const event = (k === 'schedule' ? schedule() : { kind: k }) as PersonEvent;
        const could = eventsFor(entry).includes(event.kind);
        const stepped = stepPerson(entry, event, now);
        expect(stepped.ok).toBe(could);
        if (stepped.ok) entry = { ...entry, ...stepped.value };
        expect(entry.state).not.toBe('held');
        expect(isArranged(entry)).toBe(entry.state === 'scheduled');
      }
      expect(stepPerson({ ...entry, state: 'held' }, { kind: 'reopen' }, now).ok).toBe(false);
    }),
  );
});
