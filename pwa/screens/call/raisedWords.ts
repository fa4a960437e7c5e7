import { inLanguages } from '#core/model/language.ts';
import * as english from './raisedWords.en.ts';

export let { raisedWords } = english;
inLanguages(english, { de: () => import('./raisedWords.de.ts') }, (spoken) => {
  ({ raisedWords } = spoken);
});
