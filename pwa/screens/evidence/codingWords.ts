import { inLanguages } from '#core/model/language.ts';
import * as english from './codingWords.en.ts';

export let { codingWords } = english;
inLanguages(english, { de: () => import('./codingWords.de.ts') }, (spoken) => {
  ({ codingWords } = spoken);
});
