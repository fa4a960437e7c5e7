import { english } from './english.ts';
import { german } from './german.ts';
import type { CoachLanguage } from './language.ts';

/** Languages the coach knows, the first for guides in any other. */
export const coachLanguages: readonly [CoachLanguage, ...CoachLanguage[]] = [english, german];

/** The coach for a guide's language ("de-CH"): by its primary subtag, English where nobody wrote one. */
export const coachFor = (language: string): CoachLanguage =>
  coachLanguages.find((l) => speaks(l, language)) ?? coachLanguages[0];

/** Whether a coach speaks the language of a guide; a guide that names none is taken for English. */
export function speaks(coach: CoachLanguage, language: string): boolean {
  const primary = language.toLowerCase().split(/[-_]/)[0] || coachLanguages[0].language;
  return coach.language === primary;
}
