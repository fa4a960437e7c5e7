import { inLanguages } from '#core/model/language.ts';
import * as english from './alternativeWords.en.ts';

export let { alternativeWords } = english;
inLanguages(english, { de: () => import('./alternativeWords.de.ts') }, (spoken) => {
  ({ alternativeWords } = spoken);
});
