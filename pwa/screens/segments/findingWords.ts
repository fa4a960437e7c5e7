import { inLanguages } from '#core/model/language.ts';
import * as english from './findingWords.en.ts';

export let { finding, lede } = english;
inLanguages(english, { de: () => import('./findingWords.de.ts') }, (spoken) => {
  ({ finding, lede } = spoken);
});
