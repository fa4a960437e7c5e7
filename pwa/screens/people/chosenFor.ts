import { type RosterEntry, shownReason } from '#core/sample/index.ts';

/** Why somebody is on the roster, for a table that has their score beside it, and whose place they took; empty for nobody's. */
export function chosenFor({ reason, score }: Pick<RosterEntry, 'reason' | 'score'>): {
  why: string;
  instead: string;
} {
  const at = reason.indexOf('; for ');
  const [drawn, instead] = at < 0 ? [reason, ''] : [reason.slice(0, at), reason.slice(at + 2)];
  return {
    why: shownReason(drawn.replace(new RegExp(`, score ${score}$`), '')),
    // said by older entries, and no news to anybody
    instead: shownReason(instead.replace(/: same stratum$/, '')),
  };
}
