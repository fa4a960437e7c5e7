import type { ProbeKind } from '../guide.ts';
import type { CoachLanguage, Wording } from './language.ts';
import { lastWords } from './lastWords.ts';
import { type LadderDepth, type MechanismPart, mechanismParts } from './parts.ts';

/** Whether a part is known, seems to have been said, or was not heard of yet. */
export type PartIs = 'known' | 'guessed' | 'missing';

/** What is known of one theme in an interview. */
export interface ThemeStanding {
  parts: Readonly<Record<MechanismPart, PartIs>>;
  /** The deepest answer under it. */
  depth: LadderDepth;
  /** Something that went wrong, or something that went well and must be kept. */
  tone: 'problem' | 'strength';
  /** What the customer said last under it, in their words; empty when nothing was noted so. */
  theirWords: string;
  /** It came up with the newest note and not before. */
  justRaised: boolean;
  /** A cause was named. */
  causeSaid: boolean;
  /** The part that the question on screen asks for anyway. */
  asked?: MechanismPart | null;
}

/** A follow-up as it is offered. */
export interface CoachProbe {
  /** Tells it from the other probes of the theme; steady over notes, but for an echo's words. */
  id: string;
  kind: ProbeKind;
  text: string;
  /** The part that it asks for; null when it is for none alone. */
  part: MechanismPart | null;
}

/**
 * Follow-ups for a theme, the one to begin with first. Whoever has just raised it is let go on: their own words, the first
 * part that is missing, silence. Then each missing part in turn, what lies beneath where a cause was named or all is said,
 * why it matters, and what was heard played back for correction; second wordings last. What the question on screen asks
 * for anyway is the last of the missing. Never empty.
 */
export function probesFor(now: ThemeStanding, language: CoachLanguage): CoachProbe[] {
  const missing = mechanismParts
    .filter((part) => now.parts[part] === 'missing')
    .sort((a, b) => Number(a === now.asked) - Number(b === now.asked));
  const asking = (turn: number) =>
    missing.flatMap((part) => {
      const wording = language.parts[part][now.tone][turn];
      return wording ? [probeOf(`${part} ${turn}`, wording, part)] : [];
    });
  const [first, ...rest] = asking(0);
  const one = (when: boolean, id: string, wording: Wording) => (when ? [probeOf(id, wording)] : []);
  const echo = echoOf(now.theirWords, language);
  const wait = probeOf('wait', language.wait);
  const isFresh = now.justRaised && first !== undefined;
  return [
    ...(now.justRaised ? echo : []),
    ...(first ? [first] : []),
    ...(isFresh ? [wait] : []),
    ...one(now.causeSaid && missing.length > 0, 'beneath', language.beneath),
    ...rest,
    ...one(now.parts.consequence !== 'missing' && now.depth < 3, 'value', language.value),
    ...one(missing.length === 0, 'beneath', language.beneath),
    ...one(missing.length < mechanismParts.length, 'playBack', language.playBack),
    ...(now.justRaised ? [] : echo),
    ...asking(1),
    ...(isFresh ? [] : [wait]),
  ];
}

const probeOf = (id: string, { kind, text }: Wording, part: MechanismPart | null = null): CoachProbe => ({
  id,
  kind,
  text,
  part,
});

function echoOf(theirWords: string, { echo, language }: CoachLanguage): CoachProbe[] {
  const words = lastWords(theirWords, language);
  if (words === '') return [];
  return [
    { id: `echo ${words}`, kind: echo.kind, text: echo.text.replace('{words}', () => words), part: null },
  ];
}
