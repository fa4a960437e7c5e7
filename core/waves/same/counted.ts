import type { Met, SamePeople } from './samePeople.ts';

/** Who answered more than one survey, once pairs that were called one person count as such. */
export interface CountedPeople extends Pick<SamePeople, 'people' | 'inSeveral' | 'byId' | 'byEmail'> {
  /** Known to have answered several only because somebody said who they are. */
  bySaid: number;
}

/** The counts of what was found, with those of its possible pairs joined that somebody called one person. */
export function countingSaid(found: SamePeople, isSame: (pair: string) => boolean): CountedPeople {
  const { people, inSeveral, byId, byEmail } = found;
  const counts = { people, inSeveral, byId, byEmail, bySaid: 0 };
  for (const one of joined(found, isSame)) {
    counts.people -= one.length - 1;
    for (const met of one) add(counts, standingOf([met]), -1);
    add(counts, standingOf(one), 1);
  }
  return counts;
}

/** Those who are one person, each once: groups of two and more. */
function joined({ possible }: SamePeople, isSame: (pair: string) => boolean): Iterable<Met[]> {
  const groups = new Map<string, Met[]>();
  for (const { id, a, b } of possible) {
    if (!isSame(id)) continue;
    const [one, other] = [groups.get(a.key) ?? [a], groups.get(b.key) ?? [b]];
    if (one === other) continue;
    const all = [...one, ...other];
    for (const { key } of all) groups.set(key, all);
  }
  return new Set(groups.values());
}

type Standing = 'once' | 'byId' | 'byEmail' | 'bySaid';

function standingOf(one: readonly Met[]): Standing {
  if (one.some(({ byId }) => byId)) return 'byId';
  if (one.some(({ waves }) => waves.length > 1)) return 'byEmail';
  return new Set(one.flatMap(({ waves }) => waves)).size > 1 ? 'bySaid' : 'once';
}

function add(counts: CountedPeople, standing: Standing, by: 1 | -1): void {
  if (standing === 'once') return;
  counts.inSeveral += by;
  counts[standing] += by;
}
