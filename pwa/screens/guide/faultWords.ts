import { inLanguages } from '#core/model/language.ts';
import * as english from './faultWords.en.ts';

export let { problemText, fileFaultText } = english;
inLanguages(english, { de: () => import('./faultWords.de.ts') }, (spoken) => {
  ({ problemText, fileFaultText } = spoken);
});
