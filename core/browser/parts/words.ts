import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let { bandWords, sharedWords } = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ bandWords, sharedWords } = spoken);
});
