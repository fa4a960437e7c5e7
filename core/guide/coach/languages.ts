import { english } from './english.ts';
import { german } from './german.ts';
import type { CoachLanguage } from './language.ts';

/** Languages the coach knows, the first for guides in any other. */
export const coachLanguages: readonly [CoachLanguage, ...CoachLanguage[]] = [english, german];

/** The coach for a guide's language ("de-CH"): by its primary subtag, English where nobody wrote one. */
export function coachFor(language: string): CoachLanguage {
  const primary = language.toLowerCase().split(/[-_]/)[0];
  return coachLanguages.find((l) => l.language === primary) ?? coachLanguages[0];
}
