import { inLanguages } from '#core/model/language.ts';
import * as english from './copiesWords.en.ts';

export let { copiesWords } = english;
inLanguages(english, { de: () => import('./copiesWords.de.ts') }, (spoken) => {
  ({ copiesWords } = spoken);
});
