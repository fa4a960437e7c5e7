import { inLanguages } from '#core/model/language.ts';
import * as english from './troublesWords.en.ts';

export let { troublesWords } = english;
inLanguages(english, { de: () => import('./troublesWords.de.ts') }, (spoken) => {
  ({ troublesWords } = spoken);
});
