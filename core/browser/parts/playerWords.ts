import { inLanguages } from '#core/model/language.ts';
import * as english from './playerWords.en.ts';

export let { playerWords } = english;
inLanguages(english, { de: () => import('./playerWords.de.ts') }, (spoken) => {
  ({ playerWords } = spoken);
});
