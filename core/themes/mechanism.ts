import { type LadderDepth, mechanismParts } from '../guide/index.ts';
import {
  type Because,
  type Cover,
  inOrderStated,
  type Mention,
  mentionId,
  type Note,
} from '../notes/index.ts';
import type { MechanismFact } from './facts.ts';

/**
 * What an interview knows of the mechanism of each theme, by theme id. A mark counts while its note is there and has the
 * theme. Themes stand as tagged and as stated; merges are followed when figures are made.
 */
export function mechanismFacts(
  notes: readonly Note[],
  mentions: readonly Mention[],
  covers: readonly Cover[],
  stated: readonly Because[],
): MechanismFact[] {
  const depths = new Map(notes.map((n) => [n.id, n.depth ?? 0]));
  const there = mentions.filter((m) => depths.has(m.note));
  const ids = new Set(there.map((m) => mentionId(m.note, m.theme)));
  const known = covers.filter((c) => c.is === 'known' && ids.has(mentionId(c.note, c.theme)));
  const inOrder = inOrderStated(stated);
  const themes = [...new Set([...there, ...inOrder].map(({ theme }) => theme))].sort();
  return themes
    .map((theme) => ({
      theme,
      known: mechanismParts.filter((part) => known.some((c) => c.theme === theme && c.part === part)),
      depth: there
        .filter((m) => m.theme === theme)
        .reduce((deepest: LadderDepth, m) => deeper(deepest, depths.get(m.note) ?? 0), 0),
      because: inOrder.filter((b) => b.theme === theme).map((b) => b.root),
    }))
    .filter((fact) => fact.known.length > 0 || fact.depth > 0 || fact.because.length > 0);
}

const deeper = (a: LadderDepth, b: LadderDepth): LadderDepth => (a > b ? a : b);
