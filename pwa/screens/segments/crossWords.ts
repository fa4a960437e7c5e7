import { inLanguages } from '#core/model/language.ts';
import * as english from './crossWords.en.ts';

export let { crossWords, cellText, refusalText } = english;
inLanguages(english, { de: () => import('./crossWords.de.ts') }, (spoken) => {
  ({ crossWords, cellText, refusalText } = spoken);
});
