import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let {
  rowsAtFirst,
  rowsATurn,
  rowsAtMost,
  words,
  shortCycle,
  interval,
  npsValue,
  readingText,
  changeText,
  bandWord,
  sentence,
  faultText,
} = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({
    rowsAtFirst,
    rowsATurn,
    rowsAtMost,
    words,
    shortCycle,
    interval,
    npsValue,
    readingText,
    changeText,
    bandWord,
    sentence,
    faultText,
  } = spoken);
});
