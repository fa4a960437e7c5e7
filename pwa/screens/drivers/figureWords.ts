import { inLanguages } from '#core/model/language.ts';
import * as english from './figureWords.en.ts';

export let {
  moveNames,
  concentrationText,
  whereText,
  againstText,
  sinceText,
  trajectorySpoken,
  pooledText,
  everyoneWords,
  figureWords,
} = english;
inLanguages(english, { de: () => import('./figureWords.de.ts') }, (spoken) => {
  ({
    moveNames,
    concentrationText,
    whereText,
    againstText,
    sinceText,
    trajectorySpoken,
    pooledText,
    everyoneWords,
    figureWords,
  } = spoken);
});
