import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let {
  categoryNames,
  words,
  finding,
  lede,
  refusalText,
  byBandText,
  themeFinding,
  ownerText,
  aboutRow,
} = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({ categoryNames, words, finding, lede, refusalText, byBandText, themeFinding, ownerText, aboutRow } =
    spoken);
});
