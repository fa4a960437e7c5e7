import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let {
  bandNames,
  inBand,
  people,
  sentence,
  words,
  rangeText,
  sinceClosed,
  purposes,
  purposeText,
  longDay,
  faultText,
} = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({
    bandNames,
    inBand,
    people,
    sentence,
    words,
    rangeText,
    sinceClosed,
    purposes,
    purposeText,
    longDay,
    faultText,
  } = spoken);
});
