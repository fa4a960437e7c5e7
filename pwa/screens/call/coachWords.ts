import { inLanguages } from '#core/model/language.ts';
import * as english from './coachWords.en.ts';

export let {
  partName,
  partIs,
  partWords,
  coachWords,
  askWords,
  coachAfter,
  understoodWords,
  knownOf,
  quotaName,
  fillsWords,
  coachKeys,
} = english;
inLanguages(english, { de: () => import('./coachWords.de.ts') }, (spoken) => {
  ({
    partName,
    partIs,
    partWords,
    coachWords,
    askWords,
    coachAfter,
    understoodWords,
    knownOf,
    quotaName,
    fillsWords,
    coachKeys,
  } = spoken);
});
