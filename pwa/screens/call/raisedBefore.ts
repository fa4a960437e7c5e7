import type { Codebook, InterviewFacts, MentionFact } from '#core/themes/index.ts';

/** Most themes named; more would take the room of the consent beneath. */
export const mostRaised = 3;

/** An earlier interview, and the names of the themes it was tagged with, the gravest first, then as they came up. */
export interface RaisedBefore {
  interview: string;
  themes: readonly string[];
}

/** What was raised in the last of somebody's earlier interviews (`past`, newest first); null where nothing was. */
export function raisedBefore(past: readonly InterviewFacts[], codebook: Codebook): RaisedBefore | null {
  const [last] = past;
  if (!last) return null;
  const raised = Map.groupBy(last.mentions, (m) => codebook.resolve(m.theme));
  const themes = [...raised]
    .toSorted(([, a], [, b]) => harmOf(b) - harmOf(a))
    .flatMap(([id]) => {
      const theme = codebook.all.get(id);
      return theme && !theme.takenBack && theme.name !== '' ? theme.name : [];
    });
  return themes.length > 0 ? { interview: last.interview, themes } : null;
}

/** The gravest of them; praise is no harm, however strong. */
const harmOf = (mentions: readonly MentionFact[]): number =>
  Math.max(0, ...mentions.map((m) => (m.valence === 'good' ? 0 : m.severity)));
