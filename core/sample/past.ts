import type { KnownPerson, Past } from './leftOut.ts';
import type { RosterEntry } from './roster.ts';
import { wasInvited } from './workload.ts';

/** What is known of one cycle: its roster and the keys of those interviewed in it. */
export interface CyclePast {
  /** 0 is this cycle, 1 the one before it. */
  ago: number;
  roster: readonly RosterEntry[];
  interviewed: readonly string[];
}

/** What happened to everybody in these cycles, by key. */
export function pastOf(cycles: readonly CyclePast[]): Map<string, Past> {
  const past = new Map<string, { interviewed: number[]; declined: number[]; invited: number[] }>();
  const note = (key: string, what: keyof Past, ago: number) => {
    const of = past.get(key) ?? { interviewed: [], declined: [], invited: [] };
    past.set(key, of);
    if (!of[what].includes(ago)) of[what].push(ago);
  };
  for (const { ago, roster, interviewed } of cycles) {
    for (const key of interviewed) {
      note(key, 'interviewed', ago);
      note(key, 'invited', ago);
    }
    for (const entry of roster) {
      if (wasInvited(entry)) note(entry.id, 'invited', ago);
      if (entry.state === 'declined') note(entry.id, 'declined', ago);
      if (entry.state === 'held') note(entry.id, 'interviewed', ago);
    }
  }
  return past;
}

/** What those on a roster can be known again by. */
export const knownFrom = (roster: readonly RosterEntry[]): KnownPerson[] =>
  roster.map(({ id, name, email, accountName }) => ({ key: id, name, email, accountName }));
