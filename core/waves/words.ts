import { inLanguages } from '../model/language.ts';
import * as english from './words.en.ts';

export let {
  counted,
  quoted,
  listed,
  describeFault,
  describeNoScore,
  describeNote,
  describeRejection,
  describeQuestion,
  describeReason,
  presetNames,
  encodingNames,
} = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({
    counted,
    quoted,
    listed,
    describeFault,
    describeNoScore,
    describeNote,
    describeRejection,
    describeQuestion,
    describeReason,
    presetNames,
    encodingNames,
  } = spoken);
});
