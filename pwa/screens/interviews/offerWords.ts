import { inLanguages } from '#core/model/language.ts';
import * as english from './offerWords.en.ts';

export let { offerWords } = english;
inLanguages(english, { de: () => import('./offerWords.de.ts') }, (spoken) => {
  ({ offerWords } = spoken);
});
