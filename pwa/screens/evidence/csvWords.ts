import { inLanguages } from '#core/model/language.ts';
import * as english from './csvWords.en.ts';

export let { csvWords } = english;
inLanguages(english, { de: () => import('./csvWords.de.ts') }, (spoken) => {
  ({ csvWords } = spoken);
});
