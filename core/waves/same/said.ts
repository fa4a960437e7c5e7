import * as v from 'valibot';
import type { Change } from '../../model/change.ts';
import type { DocName } from '../../model/docName.ts';
import { defineRecord, type RecordOf, recordsIn, type Stored } from '../../model/record.ts';
import { Alike, hash53, mostAlike } from './alike.ts';
import type { Identities } from './identities.ts';

/** Why two people may be one. */
export type DuplicateReason =
  /** The very same e-mail under different ids. */
  | 'sameEmail'
  /** E-mails that differ in spelling only: dots, what follows a plus, another name of the same provider. */
  | 'emailSpelling'
  /** The same name at the same company. */
  | 'nameAndAccount';

/**
 * What somebody said of two people who may be one: document `workspace`, collection `samePeople`; the id is `pairId` of
 * their keys, which says neither, so that erasing a person leaves nothing of them here.
 */
export const samePerson = defineRecord(
  'samePeople',
  v.object({
    same: v.boolean(),
    reason: v.fallback(v.picklist(['sameEmail', 'emailSpelling', 'nameAndAccount']), 'nameAndAccount'),
    at: v.fallback(v.number(), 0),
    by: v.fallback(v.string(), ''),
    byName: v.fallback(v.string(), ''),
    sample: v.fallback(v.boolean(), false),
  }),
);
export type SamePerson = RecordOf<typeof samePerson>;

/** Somebody says whether the two of a pair are one person. */
export function sayOfPair(
  workspace: DocName,
  pair: { id: string; reason: DuplicateReason },
  same: boolean,
  who: { id: string; name: string; at: number },
): Change[] {
  return [
    samePerson.put(workspace, pair.id, {
      same,
      reason: pair.reason,
      at: who.at,
      by: who.id,
      byName: who.name,
    }),
  ];
}

/** Nothing has been said of the pair any more. */
export function unsayOfPair(workspace: DocName, pair: string): Change[] {
  return [samePerson.remove(workspace, pair)];
}

/** A steady name for two keys, in either order, that holds neither of them: 25 characters. */
export function pairId(a: string, b: string): string {
  const [first, second] = a < b ? [a, b] : [b, a];
  const text = `${first}\n${second}`;
  return `p${hash53(text, 1).toString(36).padStart(12, '0')}${hash53(text, 2).toString(36).padStart(12, '0')}`;
}

/** Pairs that somebody called one person, by `pairId`. */
export type SaidSame = ReadonlySet<string>;

/** All such pairs of the document `workspace`. */
export function saidSameIn(workspace: Stored): SaidSame {
  return new Set(recordsIn(workspace, samePerson).flatMap(({ id, same }) => (same ? [id] : [])));
}

/**
 * Joins whoever was called one person. Since a pair's name says neither of the two, it is looked for among those who share
 * an e-mail or are alike: `likes` hold one likeness each of everybody taken, in order; `keyAt` is a person's key there.
 */
export function joinSaid(
  people: Identities,
  likes: readonly ArrayLike<number>[],
  keyAt: (at: number) => string,
  said: SaidSame,
): void {
  if (said.size === 0) return;
  const mails = Float64Array.from({ length: people.length }, (_, at) => people.sharedMail(at));
  for (const like of [mails, ...likes])
    for (const group of groupsOf(people, like)) {
      const byKey = new Map(group.map((at) => [keyAt(at), at]));
      if (byKey.size > 2 * mostAlike) continue;
      for (const [a, at] of byKey)
        for (const [b, other] of byKey) if (a < b && said.has(pairId(a, b))) people.join(at, other);
    }
}

/** Where those stand who are like somebody else. */
function groupsOf(people: Identities, like: ArrayLike<number>): Iterable<number[]> {
  const alike = new Alike(people.length);
  for (let at = 0; at < people.length; at++) {
    const identity = people.byKeys(at);
    if (identity >= 0) alike.add(like[at] as number, identity);
  }
  const groups = new Map<number, number[]>();
  for (let at = 0; at < people.length; at++) {
    const number = like[at] as number;
    if (people.byKeys(at) < 0 || !alike.has(number)) continue;
    const group = groups.get(number);
    if (group) group.push(at);
    else groups.set(number, [at]);
  }
  return groups.values();
}
