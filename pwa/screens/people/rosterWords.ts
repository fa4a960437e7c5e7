import { inLanguages } from '#core/model/language.ts';
import * as english from './rosterWords.en.ts';

export let {
  rosterWords,
  rosterFinding,
  rosterLede,
  windowText,
  stateNames,
  refusalText,
  rateText,
  calendarWords,
  windowHint,
} = english;
inLanguages(english, { de: () => import('./rosterWords.de.ts') }, (spoken) => {
  ({
    rosterWords,
    rosterFinding,
    rosterLede,
    windowText,
    stateNames,
    refusalText,
    rateText,
    calendarWords,
    windowHint,
  } = spoken);
});
