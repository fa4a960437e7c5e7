import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let { dateOf, words } = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ dateOf, words } = spoken);
});
