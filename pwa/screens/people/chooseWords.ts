import { inLanguages } from '#core/model/language.ts';
import * as english from './chooseWords.en.ts';

export let {
  chooseWords,
  segmentName,
  selectionFinding,
  selectionLede,
  usualTexts,
  standingText,
  totalStanding,
  studyNames,
  studyOption,
  studyHint,
  leftOutTitle,
  shortfallText,
  whyLeftOut,
  triedText,
} = english;
inLanguages(english, { de: () => import('./chooseWords.de.ts') }, (spoken) => {
  ({
    chooseWords,
    segmentName,
    selectionFinding,
    selectionLede,
    usualTexts,
    standingText,
    totalStanding,
    studyNames,
    studyOption,
    studyHint,
    leftOutTitle,
    shortfallText,
    whyLeftOut,
    triedText,
  } = spoken);
});
