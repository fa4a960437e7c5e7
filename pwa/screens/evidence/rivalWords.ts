import { inLanguages } from '#core/model/language.ts';
import * as english from './rivalWords.en.ts';

export let { rivalWords, nameOf, onName, rivalFinding, rivalLede, shareText, wentText, onText, quoteBy } =
  english;
inLanguages(english, { de: () => import('./rivalWords.de.ts') }, (spoken) => {
  ({ rivalWords, nameOf, onName, rivalFinding, rivalLede, shareText, wentText, onText, quoteBy } = spoken);
});
