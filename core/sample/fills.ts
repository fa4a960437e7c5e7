import type { Quota } from './quotas.ts';
import type { RosterEntry } from './roster.ts';
import { remainingQuotas } from './topUp.ts';

/** What one interview does for the plan of its cycle. */
export type Fills =
  /** It takes one of `open` places that nobody was interviewed for yet. */
  | { kind: 'fills'; quota: Quota; open: number }
  /** Every place of its quota was held without it. */
  | { kind: 'beyond'; quota: Quota }
  /** No quota asks for such a person. */
  | { kind: 'none' };

/**
 * Which open place of the quotas the interview with `person` fills. A place is open until its interview was held; who is
 * chosen or invited fills nothing yet. Counted as `remainingQuotas` counts: each person once, for the quota they were drawn
 * for while it has room, else for one that somebody else can make room in.
 */
export function fillsOf(
  quotas: readonly Quota[],
  roster: readonly RosterEntry[],
  person: RosterEntry,
): Fills {
  const now: RosterEntry = { ...person, state: 'held' };
  const held = roster.filter((entry) => entry.state === 'held' && entry.id !== person.id);
  const open = remainingQuotas(quotas, held);
  const own = takenFrom(quotas, remainingQuotas(quotas, [now]));
  if (own < 0) return { kind: 'none' };
  const at = (open[own]?.want ?? 0) > 0 ? own : takenFrom(open, remainingQuotas(quotas, [...held, now]));
  const quota = quotas[at < 0 ? own : at] as Quota;
  return at < 0 ? { kind: 'beyond', quota } : { kind: 'fills', quota, open: open[at]?.want ?? 0 };
}

/** Place of the quota that wants fewer than before; -1 when none does. */
const takenFrom = (before: readonly Quota[], after: readonly Quota[]): number =>
  before.findIndex(({ want }, i) => want > (after[i]?.want ?? want));
