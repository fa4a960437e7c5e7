import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let { words, finding, lede, detail, nextStep } = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ words, finding, lede, detail, nextStep } = spoken);
});
