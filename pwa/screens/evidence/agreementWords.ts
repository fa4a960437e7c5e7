import { inLanguages } from '#core/model/language.ts';
import * as english from './agreementWords.en.ts';

export let {
  reliableFrom,
  tentativeFrom,
  agreementWords,
  agreementFinding,
  agreementLede,
  kappaText,
  themeName,
} = english;
inLanguages(english, { de: () => import('./agreementWords.de.ts') }, (spoken) => {
  ({ reliableFrom, tentativeFrom, agreementWords, agreementFinding, agreementLede, kappaText, themeName } =
    spoken);
});
