import { type Chance, shuffled } from '../../model/chance.ts';
import type { Band } from '../../waves/index.ts';
import { oneOf } from './accounts.ts';
import type { Answer } from './answers.ts';
import { type Topic, topics } from './themes.ts';
import { smallTalk } from './voices/talk.ts';

/** How many in a hundred write a comment: those who are angry most. */
const writers: Readonly<Record<Band, number>> = { detractor: 66, passive: 38, promoter: 44 };

const ofValence = (valence: 'good' | 'bad'): string[] =>
  Object.values<Topic>(topics)
    .filter(({ voice }) => voice.valence === valence)
    .flatMap(({ voice }) => voice.comments);

/** Sentences by band, and for detractors who work with Reports a bank of their own. */
const banks = {
  detractor: [...ofValence('bad'), ...smallTalk.detractor],
  passive: [...smallTalk.passive, ...smallTalk.passive, ...ofValence('bad'), ...ofValence('good')],
  promoter: [...ofValence('good'), ...smallTalk.promoter],
} as const;

/** A survey comment for an answer, of one sentence or two; empty for those who wrote none. */
export function commentOn({ band, product }: Answer, chance: Chance): string {
  if (band === null || chance.below(100) >= writers[band]) return '';
  const aboutReports = band === 'detractor' && product === 'Reports' && chance.below(2) === 0;
  const first = oneOf(aboutReports ? topics.reportExport.voice.comments : banks[band], chance);
  if (chance.below(5) < 3) return first;
  const second = shuffled(banks[band], chance).find((other) => other !== first);
  return second ? `${first} ${second}` : first;
}
