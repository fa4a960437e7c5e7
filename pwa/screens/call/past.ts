import type { InterviewHead, TaggedNote } from '#core/notes/index.ts';
import type { FactsStore } from '#core/ports/facts.ts';
import type { Codebook, InterviewFacts, Theme } from '#core/themes/index.ts';

const newest = (a: InterviewFacts, b: InterviewFacts) => b.startedAt - a.startedAt;

/** This person's earlier interviews, and the themes of the cycle's interviews, the last used first. */
export async function readPast(facts: FactsStore, head: InterviewHead, interview: string) {
  const [ofPerson, ofCycle] = await Promise.all([facts.ofPerson(head.person), facts.ofCycle(head.cycle)]);
  const used = ofCycle.toSorted(newest).flatMap((f) => f.mentions.map((m) => m.theme));
  return {
    past: ofPerson.filter((f) => f.interview !== interview).sort(newest),
    used: [...new Set(used)],
  };
}

/** How often the cycle's other interviews are tagged with a theme. */
export async function usedInOthers(
  facts: FactsStore,
  head: InterviewHead,
  interview: string,
): Promise<ReadonlyMap<string, number>> {
  const others = (await facts.ofCycle(head.cycle)).filter((f) => f.interview !== interview);
  const mentions = Map.groupBy(
    others.flatMap((f) => f.mentions),
    (m) => m.theme,
  );
  return new Map([...mentions].map(([theme, all]) => [theme, all.length]));
}

/** Themes in the order they were last used: in this interview first, then in the cycle's others. Ids, merges followed. */
export function recentThemes(
  notes: readonly TaggedNote[],
  before: readonly string[],
  codebook: Codebook,
): string[] {
  const here = notes.toReversed().flatMap((n) => n.mentions.map((m) => m.theme));
  return [...new Set([...here, ...before].map((id) => codebook.resolve(id)))];
}

/** At most nine themes to tag with by number: the last used first, then the codebook's. */
export function numberedThemes(codebook: Codebook, recent: readonly string[]): Theme[] {
  const open = new Map(codebook.open.map((t) => [t.id, t]));
  const used = recent.flatMap((id) => open.get(id) ?? []);
  return [...new Set([...used, ...open.values()])].slice(0, 9);
}
