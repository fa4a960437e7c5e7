import { inLanguages } from '#core/model/language.ts';
import * as english from './words.en.ts';

export let {
  words,
  daysOf,
  weekdayOf,
  weekWords,
  stepWords,
  stepPlaces,
  usualOwner,
  ownerText,
  finding,
  nextText,
  lede,
  standingText,
  countText,
  stepNote,
  refusalText,
  csvOfCalendar,
} = english;
inLanguages(english, { de: () => import('./words.de.ts') }, (spoken) => {
  ({
    words,
    daysOf,
    weekdayOf,
    weekWords,
    stepWords,
    stepPlaces,
    usualOwner,
    ownerText,
    finding,
    nextText,
    lede,
    standingText,
    countText,
    stepNote,
    refusalText,
    csvOfCalendar,
  } = spoken);
});
