import { fail, ok, type Result } from '../model/result.ts';
import type { PersonState, RosterEntry } from './roster.ts';

/** What may happen to somebody on the roster short of the call itself, which core/notes begins and ends. */
export type PersonEvent =
  | { kind: 'invite' }
  /** `on`: milliseconds since 1970 UTC of the call; `uid` names it in calendars and is kept once given. */
  | { kind: 'schedule'; on: number; minutes: number; uid: string }
  | { kind: 'decline' }
  | { kind: 'noShow' }
  /** Back to chosen: a slip of the hand, or somebody who thought better of it. */
  | { kind: 'reopen' };

export type PersonEventKind = PersonEvent['kind'];

const next: Readonly<Record<PersonState, readonly PersonEventKind[]>> = {
  selected: ['invite', 'schedule', 'decline'],
  // a second invitation is a reminder
  invited: ['invite', 'schedule', 'decline', 'reopen'],
  scheduled: ['schedule', 'noShow', 'decline', 'reopen'],
  noShow: ['invite', 'schedule', 'decline', 'reopen'],
  declined: ['reopen'],
  held: [],
};

/** What may happen next. Nothing once the call was begun but that they did not come; nothing once somebody took their place. */
export function eventsFor(entry: RosterEntry): readonly PersonEventKind[] {
  if (entry.replacedBy) return [];
  if (entry.interview !== '') return entry.state === 'scheduled' ? ['noShow', 'decline'] : [];
  return next[entry.state];
}

/** Why something cannot happen to somebody now. */
export type StepRefusal =
  | { kind: 'notNow'; state: PersonState; allowed: readonly PersonEventKind[] }
  /** A substitute was drawn for them. */
  | { kind: 'replaced' }
  /** A call cannot be arranged for a moment that is past or is no moment. */
  | { kind: 'noSuchTime' };

/** The fields that change, ready to be put. `at`: milliseconds since 1970 UTC, now. */
export function stepPerson(
  entry: RosterEntry,
  event: PersonEvent,
  at: number,
): Result<Partial<RosterEntry>, StepRefusal> {
  const allowed = eventsFor(entry);
  if (entry.replacedBy) return fail({ kind: 'replaced' });
  if (!allowed.includes(event.kind)) return fail({ kind: 'notNow', state: entry.state, allowed });
  switch (event.kind) {
    case 'invite':
      return ok({
        state: 'invited',
        invitations: (entry.invitations ?? 0) + 1,
        invitedAt: at,
        stateAt: at,
        ...withoutCall(entry),
      });
    case 'schedule': {
      const { on, minutes, uid } = event;
      if (!(on > at) || !(minutes > 0)) return fail({ kind: 'noSuchTime' });
      const before = entry.call;
      const call = {
        at: on,
        minutes,
        uid: before?.uid ?? uid,
        sequence: before ? before.sequence + 1 : 0,
      };
      return ok({ state: 'scheduled', call, stateAt: at });
    }
    case 'decline':
      return ok({ state: 'declined', stateAt: at });
    case 'noShow':
      return ok({ state: 'noShow', stateAt: at });
    case 'reopen':
      return ok({ state: 'selected', stateAt: at, ...withoutCall(entry) });
  }
}

/** A call arranged before keeps its name in calendars, so that a new one moves it; only its time is gone. */
function withoutCall({ call }: RosterEntry): Pick<Partial<RosterEntry>, 'call'> {
  return call ? { call: { ...call, at: 0 } } : {};
}

/** Whether a call is arranged for a moment. */
export const isArranged = (entry: RosterEntry): boolean =>
  entry.state === 'scheduled' && (entry.call?.at ?? 0) > 0;
