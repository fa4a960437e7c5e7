import type { RosterEntry } from './roster.ts';

/** What one interviewer has before them and what came of it. Counts of people. */
export interface Workload {
  /** Empty for calls nobody has claimed. */
  member: string;
  name: string;
  toCall: number;
  /** Invited at least once, or spoken to. The four below are among them, as are those who have not answered yet. */
  invited: number;
  scheduled: number;
  held: number;
  declined: number;
  noShow: number;
}

/** By interviewer, the fullest hands first, calls that nobody has claimed last. */
export function workloadsOf(roster: readonly RosterEntry[]): Workload[] {
  return [...Map.groupBy(roster, (entry) => entry.claimedBy)]
    .map(([member, theirs]) => workloadOf(theirs, member))
    .sort(
      (a, b) =>
        Number(a.member === '') - Number(b.member === '') ||
        b.toCall - a.toCall ||
        (a.name < b.name ? -1 : 1),
    );
}

/** The same for any people, such as the whole roster. */
export function workloadOf(roster: readonly RosterEntry[], member = ''): Workload {
  const inState = (state: RosterEntry['state']) => roster.filter((entry) => entry.state === state).length;
  const [scheduled, held, declined, noShow] = [
    inState('scheduled'),
    inState('held'),
    inState('declined'),
    inState('noShow'),
  ];
  return {
    member,
    name: roster.find((entry) => entry.claimedByName !== '')?.claimedByName ?? '',
    toCall: inState('selected') + inState('invited') + scheduled,
    invited: roster.filter(wasInvited).length,
    scheduled,
    held,
    declined,
    noShow,
  };
}

/** Whether somebody was asked for a call, in writing or by being called. */
export const wasInvited = ({ state, invitations }: RosterEntry): boolean =>
  state !== 'selected' || (invitations ?? 0) > 0;
