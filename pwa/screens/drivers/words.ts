import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let {
  earlyBelow,
  severityNames,
  bandNames,
  words,
  segmentsText,
  severityText,
  impactText,
  otherBands,
  speaker,
  segmentsOf,
  rowText,
  detailWords,
} = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({
    earlyBelow,
    severityNames,
    bandNames,
    words,
    segmentsText,
    severityText,
    impactText,
    otherBands,
    speaker,
    segmentsOf,
    rowText,
    detailWords,
  } = spoken);
});
