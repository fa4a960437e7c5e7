import { inLanguages } from '../model/language.ts';
import * as english from './words.en.ts';

export let { shownValue, shownDimension } = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ shownValue, shownDimension } = spoken);
});
