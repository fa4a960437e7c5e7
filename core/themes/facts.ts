import type { LadderDepth, MechanismPart } from '../guide/index.ts';
import type { Several } from '../segments/index.ts';
import type { Band } from '../waves/index.ts';
import type { CodingFacts } from './codingFacts.ts';

/** What cross-interview figures need of one interview: its projection. One row per interview. */
export interface InterviewFacts extends CodingFacts {
  interview: string;
  cycle: string;
  person: string;
  /** Name of the person; shown only where consent allows. */
  name: string;
  accountName: string;
  revenue: number | null;
  band: Band;
  score: number;
  segments: Readonly<Record<string, string>>;
  /**
   * The values of those dimensions of which a person may have several; `segments` has them as one text. Read with the team's
   * edits by `factsReader`, never stored. Who asks for a value asks `valuesIn`.
   */
  several?: Several;
  interviewer: string;
  startedAt: number;
  /** 0 while running. */
  endedAt: number;
  consentQuote: 'no' | 'withoutName' | 'withName';
  /** Notes in all, tagged or not. */
  notes: number;
  mentions: readonly MentionFact[];
  /** Competitors named in its notes; absent in rows written before they could be. */
  rivals?: readonly RivalFact[];
  /** How each theme came about there; absent in rows written before this was kept. */
  mechanisms?: readonly MechanismFact[];
  sample: boolean;
}

/** One mention with the words it rests on. */
export interface MentionFact {
  note: string;
  theme: string;
  severity: 0 | 1 | 2 | 3;
  verbatim: boolean;
  valence: 'good' | 'bad' | 'none';
  text: string;
}

/** A note that names a competitor. Its themes, what they are compared on, are the mentions on the same note. */
export interface RivalFact extends Omit<MentionFact, 'theme'> {
  competitor: string;
  /** As it was written; for a competitor that is not in the codebook here. */
  name: string;
}

/** What one interview knows of one theme's mechanism; only themes of which it knows anything have one. */
export interface MechanismFact {
  theme: string;
  /** Parts that somebody said are known, in the order they are asked for; guesses do not count. */
  known: readonly MechanismPart[];
  /** The deepest answer under it. */
  depth: LadderDepth;
  /** The drivers beneath it, as stated, in that order. `rootsOf` of core/notes follows merges and leaves rings out. */
  because: readonly string[];
}
