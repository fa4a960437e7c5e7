import { inLanguages } from '../model/language.ts';
import * as english from './words.en.ts';

export let { categoryNames, usualOwners } = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ categoryNames, usualOwners } = spoken);
});
