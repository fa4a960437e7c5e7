import { looseMailLikeness, unlike } from './alike.ts';
import { Identities } from './identities.ts';
import { keyOf } from './keys.ts';
import { areRowNumbers } from './rowNumbers.ts';
import { joinSaid, type SaidSame } from './said.ts';

/** Who is behind each row of a wave, in row order: an id and a plain e-mail address, empty where unknown. */
export interface PersonKeys {
  ids: readonly string[];
  mails: readonly string[];
  /** The likeness of each by name and company; only where pairs that were called one person are looked for. */
  names?: ArrayLike<number>;
}

/** Who answered both waves: `before[i]` and `now[i]` are the rows of one person. Both of one length. */
export interface PairedRows {
  before: Uint32Array;
  now: Uint32Array;
}

/** The people two waves have in common, and those who may be. */
export interface Pairs extends PairedRows {
  byId: number;
  byEmail: number;
  /** Neither: somebody said that the two are one person. */
  bySaid: number;
  /** People who stand at several rows of one wave: which answer is meant is open, so that they are left out. */
  ambiguous: number;
  /** The same e-mail under different ids: perhaps one person, perhaps a shared mailbox. Left out. */
  conflicting: number;
}

/** In place of a row: nobody, and more than one. */
const nowhere = -1;
const several = -2;

/**
 * Matches the people of two waves (`Identities`), and those called one person. Nobody is in two pairs, and nothing is
 * guessed: what could mean two answers is counted and left out; of a person's rows, those with an id count before others.
 * Ids that only number the answers of a file match nobody. In the order of the second. Time and memory grow with the rows.
 */
export function pairsOf(was: PersonKeys, is: PersonKeys, said: SaidSame = new Set()): Pairs {
  const [before, now] = [withoutRowNumbers(was), withoutRowNumbers(is)];
  return match(before, now, said);
}

const withoutRowNumbers = (keys: PersonKeys): PersonKeys =>
  areRowNumbers(keys.ids) ? { ...keys, ids: keys.ids.map(() => '') } : keys;

function match(before: PersonKeys, now: PersonKeys, said: SaidSame): Pairs {
  const people = new Identities();
  for (const { ids, mails } of [before, now])
    for (const [row, id] of ids.entries()) people.take(id, mails[row] as string);
  if (said.size > 0) joinRows(people, before, now, said);
  const from = before.ids.length;
  const was = rowsOf(people, 0, from);
  const is = rowsOf(people, from, people.length);
  const rows = { before: [] as number[], now: [] as number[] };
  const found = { byId: 0, byEmail: 0, bySaid: 0, ambiguous: 0 };
  const isPaired = new Uint8Array(people.length);
  for (let row = from; row < people.length; row++) {
    const identity = people.of(row);
    if (identity < 0 || is[identity] !== row) continue;
    const at = was[identity] as number;
    if (at < 0) continue;
    found[matchedBy(people, at, row)]++;
    rows.before.push(at);
    rows.now.push(row - from);
    isPaired[at] = isPaired[row] = 1;
  }
  for (const [identity, row] of is.entries())
    if (row !== nowhere && was[identity] !== nowhere && (row === several || was[identity] === several))
      found.ambiguous++;
  const conflicting = conflictsOf(people, from, isPaired);
  return { ...found, before: Uint32Array.from(rows.before), now: Uint32Array.from(rows.now), conflicting };
}

function joinRows(people: Identities, before: PersonKeys, now: PersonKeys, said: SaidSame): void {
  const ids = [...before.ids, ...now.ids];
  const mails = [...before.mails, ...now.mails];
  const names = new Float64Array(ids.length).fill(unlike);
  names.set(before.names ?? []);
  names.set(now.names ?? [], before.ids.length);
  const likes = [Float64Array.from(mails, looseMailLikeness), names];
  joinSaid(people, likes, (at) => keyOf({ id: ids[at] as string, mail: mails[at] as string }), said);
}

/** By identity the one row between two that is theirs. */
function rowsOf(people: Identities, from: number, to: number): Int32Array {
  const rows = new Int32Array(people.end).fill(nowhere);
  const named = new Uint8Array(people.end);
  for (let row = from; row < to; row++) {
    const identity = people.of(row);
    if (identity < 0) continue;
    const hasId = people.hasId(row);
    if (!hasId && named[identity] === 1) continue;
    rows[identity] = rows[identity] === nowhere || (hasId && named[identity] === 0) ? row : several;
    if (hasId) named[identity] = 1;
  }
  return rows;
}

function matchedBy(people: Identities, was: number, is: number): 'byId' | 'byEmail' | 'bySaid' {
  if (people.byKeys(was) !== people.byKeys(is)) return 'bySaid';
  return people.hasId(was) && people.hasId(is) ? 'byId' : 'byEmail';
}

/** E-mails that stand in both waves under different ids, where that left somebody without a pair. */
function conflictsOf(people: Identities, from: number, paired: Uint8Array): number {
  const sharing = new Map<
    number,
    { first: number; differ: boolean; before: boolean; now: boolean; left: boolean }
  >();
  for (let at = 0; at < people.length; at++) {
    const mail = people.sharedMail(at);
    if (mail < 0) continue;
    const first = people.of(at);
    const known = sharing.get(mail) ?? { first, differ: false, before: false, now: false, left: false };
    sharing.set(mail, known);
    known.differ ||= known.first !== first;
    known.left ||= paired[at] === 0;
    if (at < from) known.before = true;
    else known.now = true;
  }
  return [...sharing.values()].filter(({ differ, before, now, left }) => differ && before && now && left)
    .length;
}
