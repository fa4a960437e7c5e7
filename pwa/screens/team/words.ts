import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let { refusalWords, standingTitle, standingText, words } = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ refusalWords, standingTitle, standingText, words } = spoken);
});
