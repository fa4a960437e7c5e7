import type { PairedRows } from './pairedRows.ts';

/** Who is behind each row of a wave, in row order: an id and a plain e-mail address, empty where unknown. */
export interface PersonKeys {
  ids: readonly string[];
  mails: readonly string[];
}

/** The people two waves have in common, and those who may be. */
export interface Pairs extends PairedRows {
  byId: number;
  byEmail: number;
  /** Keys that stand at several rows of one wave: who is meant is open, so that they are left out. */
  ambiguous: number;
  /** The same e-mail under different ids: perhaps one person, perhaps a shared mailbox. Left out. */
  conflicting: number;
}

/**
 * Matches the people of two waves: by id first, then by e-mail where one of the two has no id. Nobody is in two pairs,
 * and nothing is guessed: what could mean two people is counted and left out. Time and memory grow with the rows.
 */
export function pairsOf(before: PersonKeys, now: PersonKeys): Pairs {
  const byId = matched(before.ids, now.ids);
  const taken = { before: new Set(byId.before), now: new Set(byId.now) };
  const byMail = matched(before.mails, now.mails);
  const rows = { before: [...byId.before], now: [...byId.now] };
  let conflicting = 0;
  for (const [i, was] of byMail.before.entries()) {
    const is = byMail.now[i] as number;
    if (taken.before.has(was) || taken.now.has(is)) {
      // Matched by id already: with this very row, or else the e-mail points at somebody the id does not.
      if (before.ids[was] !== now.ids[is]) conflicting++;
    } else if (before.ids[was] && now.ids[is]) conflicting++;
    else {
      rows.before.push(was);
      rows.now.push(is);
    }
  }
  return {
    before: Uint32Array.from(rows.before),
    now: Uint32Array.from(rows.now),
    byId: byId.before.length,
    byEmail: rows.before.length - byId.before.length,
    ambiguous: byId.ambiguous + byMail.ambiguous,
    conflicting,
  };
}

const several = -1;

/** Rows that bear the same key, where it stands at one row in each; in the order of `now`. */
function matched(before: readonly string[], now: readonly string[]) {
  const rows = rowsByKey(before);
  const found = { before: [] as number[], now: [] as number[], ambiguous: 0 };
  for (const [key, is] of rowsByKey(now)) {
    const was = rows.get(key);
    if (was === undefined) continue;
    if (was === several || is === several) found.ambiguous++;
    else {
      found.before.push(was);
      found.now.push(is);
    }
  }
  return found;
}

function rowsByKey(keys: readonly string[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as string;
    if (key !== '') rows.set(key, rows.has(key) ? several : row);
  }
  return rows;
}
