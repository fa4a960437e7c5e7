import { inLanguages } from '#core/model/language.ts';
import * as english from './dialogWords.en.ts';

export let { dialogWords, problemText, thereText, momentText } = english;
inLanguages(english, { de: () => import('./dialogWords.de.ts') }, (spoken) => {
  ({ dialogWords, problemText, thereText, momentText } = spoken);
});
