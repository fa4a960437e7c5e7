import { inLanguages } from '#core/model/language.ts';
import * as english from './historyWords.en.ts';

export let { stepText } = english;
inLanguages(english, { de: () => import('./historyWords.de.ts') }, (spoken) => {
  ({ stepText } = spoken);
});
