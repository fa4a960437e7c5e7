import { inLanguages } from '../../model/language.ts';
import * as english from './outcomeWords.en.ts';

export let { outcomeOf, isOfDepartures } = english;
inLanguages(english, { de: () => import('./outcomeWords.de.ts') }, (spoken) => {
  ({ outcomeOf, isOfDepartures } = spoken);
});
