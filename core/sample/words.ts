import { inLanguages } from '../model/language.ts';
import * as english from './words.en.ts';

export let { shownReason } = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ shownReason } = spoken);
});
