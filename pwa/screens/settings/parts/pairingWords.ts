import { inLanguages } from '#core/model/language.ts';
import * as english from './pairingWords.en.ts';

export let { pairingWords } = english;
inLanguages(english, { de: () => import('./pairingWords.de.ts') }, (spoken) => {
  ({ pairingWords } = spoken);
});
