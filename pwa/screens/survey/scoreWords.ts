import { inLanguages } from '#core/model/language.ts';
import * as english from './scoreWords.en.ts';

export let { metricName, figureOf, spanOf, scoreWords } = english;
inLanguages(english, { de: () => import('./scoreWords.de.ts') }, (spoken) => {
  ({ metricName, figureOf, spanOf, scoreWords } = spoken);
});
