export { clockOf } from '#core/browser/parts/figures.ts';

import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let {
  words,
  probeWords,
  keyList,
  grammarList,
  longNote,
  hereWords,
  usedOf,
  usedShort,
  areaWords,
  saveWords,
  syncWords,
  valenceWords,
  consentWords,
  pastWords,
  toldWords,
  summaryOf,
  summaryNext,
} = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({
    words,
    probeWords,
    keyList,
    grammarList,
    longNote,
    hereWords,
    usedOf,
    usedShort,
    areaWords,
    saveWords,
    syncWords,
    valenceWords,
    consentWords,
    pastWords,
    toldWords,
    summaryOf,
    summaryNext,
  } = spoken);
});
