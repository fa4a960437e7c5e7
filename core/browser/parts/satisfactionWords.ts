import { inLanguages } from '#core/model/language.ts';
import * as english from './satisfactionWords.en.ts';

export let { satisfactionWords } = english;
inLanguages(english, { de: () => import('./satisfactionWords.de.ts') }, (spoken) => {
  ({ satisfactionWords } = spoken);
});
