import { inLanguages } from '../model/language.ts';
import * as english from './words.en.ts';

export let { areaNames, findingWhy } = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ areaNames, findingWhy } = spoken);
});
