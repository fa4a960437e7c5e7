import { inLanguages } from '#core/model/language.ts';
import * as english from './worthWords.en.ts';

export let { worthWords, reasonText, narrowerText } = english;
inLanguages(english, { de: () => import('./worthWords.de.ts') }, (spoken) => {
  ({ worthWords, reasonText, narrowerText } = spoken);
});
