import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let { words, finding, lede, refusalText, byBandText, themeFinding, ownerText, aboutRow } = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ words, finding, lede, refusalText, byBandText, themeFinding, ownerText, aboutRow } = spoken);
});
