import { inLanguages } from '#core/model/language.ts';
import * as english from './nextWords.en.ts';

export let { nextWords } = english;
inLanguages(english, { de: () => import('./nextWords.de.ts') }, (spoken) => {
  ({ nextWords } = spoken);
});
