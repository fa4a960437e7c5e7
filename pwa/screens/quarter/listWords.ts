import { inLanguages } from '#core/model/language.ts';
import * as english from './listWords.en.ts';

export let {
  listWords,
  rateText,
  invitedFinding,
  customersFinding,
  retentionFinding,
  joinedText,
  leftReason,
  duplicateReasons,
  leftTable,
  unlistedTable,
  listFaultText,
  samePeopleFinding,
  skewFinding,
} = english;
inLanguages(english, { de: () => import('./listWords.de.ts') }, (spoken) => {
  ({
    listWords,
    rateText,
    invitedFinding,
    customersFinding,
    retentionFinding,
    joinedText,
    leftReason,
    duplicateReasons,
    leftTable,
    unlistedTable,
    listFaultText,
    samePeopleFinding,
    skewFinding,
  } = spoken);
});
