import { inLanguages } from '#core/model/language.ts';
import * as english from './reachWords.en.ts';

export let { reachText, passedOverText, reachRule } = english;
inLanguages(english, { de: () => import('./reachWords.de.ts') }, (spoken) => {
  ({ reachText, passedOverText, reachRule } = spoken);
});
