import type { ProbeKind } from '../guide.ts';
import type { MechanismPart } from './parts.ts';

/** One wording of a follow-up. */
export interface Wording {
  kind: ProbeKind;
  text: string;
}

/** Wordings for what went wrong, and for what went well and must be kept. */
export interface PartWordings {
  problem: readonly Wording[];
  strength: readonly Wording[];
}

/**
 * Everything the probe coach says and listens for in one language, as data. To add a language, add a file of this shape
 * and a line to `coachLanguages`.
 *
 * Signs are plain words that speak for a part. In them `{name}` stands for any entry of `words`, `*` for any letters, `#`
 * for a number in digits, `{date}` for a day with its year and `{gap} ` for up to five words.
 */
export interface CoachLanguage {
  /** Primary subtag: "en". */
  language: string;
  words: Readonly<Record<string, readonly string[]>>;
  signs: Readonly<Record<MechanismPart, readonly string[]>>;
  /** Words by which somebody names a cause: another driver may lie beneath. */
  cause: readonly string[];
  /** Each part's wordings, the first the one to begin with. */
  parts: Readonly<Record<MechanismPart, PartWordings>>;
  /** From what follows on to why it matters. */
  value: Wording;
  /** What lies beneath the driver. */
  beneath: Wording;
  playBack: Wording;
  /** `{words}` are the customer's. */
  echo: Wording;
  /** Told to the interviewer, not said. */
  wait: Wording;
}
