import { KeyTable } from './keyTable.ts';
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
  const taken = { before: markedOf(byId.before, before.ids), now: markedOf(byId.now, now.ids) };
  const byMail = matched(before.mails, now.mails);
  const rows = { before: byId.before.slice(), now: byId.now.slice() };
  let conflicting = 0;
  for (const [i, was] of byMail.before.entries()) {
    const is = byMail.now[i] as number;
    if (taken.before[was] === 1 || taken.now[is] === 1) {
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

/** 1 at each of the rows. */
function markedOf(rows: readonly number[], of: readonly string[]): Uint8Array {
  const marks = new Uint8Array(of.length);
  for (const row of rows) marks[row] = 1;
  return marks;
}

/** Rows that bear the same key, where it stands at one row in each; in the order of `now`. */
function matched(before: readonly string[], now: readonly string[]) {
  const [was, is] = [new KeyTable(before), new KeyTable(now)];
  const found = { before: [] as number[], now: [] as number[], ambiguous: 0 };
  for (let row = 0; row < now.length; row++) {
    if (is.rank[row] === 0) continue;
    const at = was.rowOf(now[row] as string);
    if (at < 0) continue;
    if (is.rank[row] === 2 || was.rank[at] === 2) found.ambiguous++;
    else {
      found.before.push(at);
      found.now.push(row);
    }
  }
  return found;
}
