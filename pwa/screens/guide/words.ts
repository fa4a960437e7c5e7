import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let {
  words,
  bandNames,
  probeNames,
  finding,
  lede,
  usedText,
  savedBy,
  changesText,
  conditionText,
  whenText,
  whomText,
  languageName,
  areaOf,
} = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({
    words,
    bandNames,
    probeNames,
    finding,
    lede,
    usedText,
    savedBy,
    changesText,
    conditionText,
    whenText,
    whomText,
    languageName,
    areaOf,
  } = spoken);
});
