import { inLanguages } from '#core/model/language.ts';
import * as english from './rivalWords.en.ts';

export let { rivalText } = english;
inLanguages(english, { de: () => import('./rivalWords.de.ts') }, (spoken) => {
  ({ rivalText } = spoken);
});
