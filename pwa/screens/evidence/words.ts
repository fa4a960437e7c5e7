import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let {
  bandNames,
  words,
  valueName,
  saturationFinding,
  stateText,
  partsOpen,
  openText,
  saturationLede,
  pairReading,
  pairsFinding,
  pairsLede,
  meanText,
  contrastFinding,
  contrastLede,
  pointsText,
} = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({
    bandNames,
    words,
    valueName,
    saturationFinding,
    stateText,
    partsOpen,
    openText,
    saturationLede,
    pairReading,
    pairsFinding,
    pairsLede,
    meanText,
    contrastFinding,
    contrastLede,
    pointsText,
  } = spoken);
});
