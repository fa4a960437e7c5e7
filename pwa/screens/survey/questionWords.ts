import { inLanguages } from '#core/model/language.ts';
import * as english from './questionWords.en.ts';

export let { questionWords } = english;
inLanguages(english, { de: () => import('./questionWords.de.ts') }, (spoken) => {
  ({ questionWords } = spoken);
});
