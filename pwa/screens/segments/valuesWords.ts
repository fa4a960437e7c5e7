import { inLanguages } from '#core/model/language.ts';
import * as english from './valuesWords.en.ts';

export let { valuesWords, editRefusalText } = english;
inLanguages(english, { de: () => import('./valuesWords.de.ts') }, (spoken) => {
  ({ valuesWords, editRefusalText } = spoken);
});
