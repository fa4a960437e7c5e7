import {
  type CoachLanguage,
  type CoachProbe,
  type LadderDepth,
  type MechanismPart,
  mechanismParts,
  type PartIs,
  probesFor,
  type Said,
} from '#core/guide/index.ts';
import {
  type Because,
  coverageOf,
  inOrderStated,
  notesUnder,
  type PartStanding,
  rootsOf,
  type Talk,
} from '#core/notes/index.ts';
import type { Codebook } from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';
import type { Chip } from './noteView.ts';

export type Named = Pick<Chip, 'id' | 'name' | 'category'>;

/** What an interview knows of one theme so far, and what may be asked for the rest. */
export interface Mechanism extends Named {
  parts: readonly PartStanding[];
  /** All five are known. */
  isKnown: boolean;
  depth: LadderDepth;
  tone: 'problem' | 'strength';
  /** Drivers beneath it, as stated. */
  roots: readonly Named[];
  /** A cause was named in a note, and nothing is stated beneath it yet. */
  causeSaid: boolean;
  /** The first to begin with. */
  probes: readonly CoachProbe[];
}

/** What a mechanism is read from. */
export interface Ground extends Talk {
  stated: readonly Because[];
  codebook: Codebook;
  language: CoachLanguage;
  band: Band;
  /** The part that the question on screen asks for anyway. */
  asked: MechanismPart | null;
  hear(text: string): Said;
}

/** The themes of an interview, the last raised first; of those on one note, the one raised least often first. */
export function themesRaised({ notes, resolve }: Pick<Talk, 'notes' | 'resolve'>): string[] {
  const times = new Map<string, number>();
  const inTurn = notes.map((n) => [...new Set(n.mentions.map((m) => resolve(m.theme)))]);
  for (const theme of inTurn.flat()) times.set(theme, (times.get(theme) ?? 0) + 1);
  const rarest = (a: string, b: string) => (times.get(a) ?? 0) - (times.get(b) ?? 0) || (a < b ? -1 : 1);
  return [...new Set(inTurn.toReversed().flatMap((themes) => themes.sort(rarest)))];
}

/** Reads the mechanism of one theme that was raised. */
export function mechanismOf(theme: string, ground: Ground): Mechanism {
  const own = notesUnder(theme, ground);
  const parts = coverageOf(theme, ground);
  const depth = Math.max(0, ...own.map((n) => n.depth ?? 0)) as LadderDepth;
  const tone = toneOf(own.findLast((n) => n.valence !== 'none')?.valence, ground.band);
  const roots = rootsOf(inOrderStated(ground.stated), ground.resolve).get(theme) ?? [];
  const causeSaid = roots.length === 0 && own.some((n) => ground.hear(n.text).cause);
  const standing = {
    parts: Object.fromEntries(parts.map((p) => [p.part, p.is])) as Record<MechanismPart, PartIs>,
    theirWords: own.findLast((n) => n.verbatim)?.text ?? '',
    justRaised: own.length === 1 && own[0]?.id === ground.notes.at(-1)?.id,
  };
  return {
    ...named(theme, ground.codebook),
    parts,
    isKnown: parts.filter((p) => p.is === 'known').length === mechanismParts.length,
    depth,
    tone,
    roots: roots.map((id) => named(id, ground.codebook)),
    causeSaid,
    probes: probesFor({ ...standing, depth, tone, causeSaid, asked: ground.asked }, ground.language),
  };
}

/** What promoters speak of is taken for something to keep, unless a note says otherwise. */
function toneOf(valence: 'good' | 'bad' | 'none' | undefined, band: Band): Mechanism['tone'] {
  if (valence === 'good' || valence === 'bad') return valence === 'good' ? 'strength' : 'problem';
  return band === 'promoter' ? 'strength' : 'problem';
}

export function named(id: string, codebook: Codebook): Named {
  const known = codebook.all.get(id);
  return { id, name: known?.name ?? id, category: known?.category ?? 'product' };
}
