import { inLanguages } from '../../model/language.ts';
import * as english from './tellWords.en.ts';

export let { told } = english;
inLanguages(english, { de: () => import('./tellWords.de.ts') }, (spoken) => {
  ({ told } = spoken);
});
