import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { HypothesisReach } from '#core/guide/index.ts';

/** Which come first where a call cannot hold all. */
export const reachRule =
  'Where more concern somebody, one of each kind is asked first, the kinds for the fewest customers before those for everyone; those of one kind take turns from person to person.';

/** "Of those still to be called it concerns 12 people, and 5 are asked." */
export function reachText({ concerns, asked }: HypothesisReach): string {
  if (concerns === 0) return 'It concerns nobody who is still to be called.';
  const all = `Of those still to be called it concerns ${countOf(concerns, 'person', 'people')}`;
  if (asked === 0)
    return `${all}, and ${concerns === 1 ? 'they are not' : 'none is'} asked: others come first.`;
  if (asked === concerns) return `${all}, ${concerns === 1 ? 'who is' : 'and all are'} asked.`;
  return `${all}, and ${wholeOf(asked)} ${asked === 1 ? 'is' : 'are'} asked.`;
}

/** Of whoever the preview shows; without a name of one made by hand. */
export const passedOverText = (name: string): string =>
  `${name || 'The respondent in the preview'} is not asked: others come first.`;
