import { inLanguages } from '#core/model/language.ts';
import * as english from './recordingWords.en.ts';

export let { recordingWords, sizeOf, lengthOf, troubleWords } = english;
inLanguages(english, { de: () => import('./recordingWords.de.ts') }, (spoken) => {
  ({ recordingWords, sizeOf, lengthOf, troubleWords } = spoken);
});
