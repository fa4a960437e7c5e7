export { clockOf } from '#core/browser/parts/figures.ts';

import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let { words, finding, refusalWords, taggedWords, secondsTyped } = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ words, finding, refusalWords, taggedWords, secondsTyped } = spoken);
});
