import { inLanguages } from '../../model/language.ts';
import * as english from './faultWords.en.ts';

export let { describeListFault } = english;
inLanguages(english, { de: () => import('./faultWords.de.ts') }, (spoken) => {
  ({ describeListFault } = spoken);
});
