import { countOf, dayOf, wholeOf } from '#core/browser/parts/figures.ts';
import { isSatisfied } from '#core/scores/index.ts';
import type { CardPerson, CardSegment } from '../background/messages.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "at 14:02", "on 3 November", "on 3 November 2025": as much as is needed to know how old it is. */
function moment(at: number, now: number): string {
  const [then, today] = [new Date(at), new Date(now)];
  if (then.toDateString() === today.toDateString()) return `at ${clock.format(then)}`;
  return `on ${(then.getFullYear() === today.getFullYear() ? day : dayAndYear).format(then)}`;
}

export const words = {
  close: 'Close the card',
  loading: 'Looking this person up.',
  noName: 'No name in the survey',
  noAnswer: 'invited, no answer',
  noDate: 'date not known',
  noComment: 'They left no comment.',
  showAll: 'Show all of it',
  cut: 'The comment goes on in Sounding.',
  segments: 'Segments and their NPS',
  moreSegments: (n: number) => `Show ${countOf(n, 'more segment', 'more segments')}`,
  notKnown: 'not known',
  themes: 'Raised',
  noInterview: 'Not interviewed yet.',
  noThemes: 'No themes tagged.',
  sample: 'Invented company',
  open: 'Open the app',

  outOf: (metric: CardPerson['metric']) => (metric === 'csat' ? 'of 5' : 'of 10'),
  /** The band, or whether somebody is satisfied: never a band of what was no 0 to 10 question. */
  said(person: CardPerson): string {
    if (person.score === null) return words.noAnswer;
    return person.band ?? (isSatisfied(person.score) ? 'satisfied' : 'not satisfied');
  },
  answered(person: CardPerson): string {
    const when = person.answeredOn ? dayOf(person.answeredOn) : words.noDate;
    return [when, person.cycleName].filter((part) => part !== '').join(', ');
  },
  /** What the mark says to the eye, in words. */
  mark(segment: CardSegment): string {
    return segment.beyondNoise ? 'differs from everyone else' : 'could be noise';
  },
  small: (n: number) => `only ${countOf(n, 'answer', 'answers')}`,
  interview(interview: NonNullable<CardPerson['interview']>, now: number): string {
    const notes = countOf(interview.notes, 'note', 'notes');
    if (interview.running)
      return `Interview under way since ${moment(interview.startedAt, now).replace(/^(at|on) /, '')}, ${notes}.`;
    const more = interview.count > 1 ? ` ${wholeOf(interview.count)} interviews in all.` : '';
    return `Last interviewed ${moment(interview.startedAt, now)}, ${notes}.${more}`;
  },
  matched(person: CardPerson, now: number): string {
    const how = person.chosen ? 'Chosen by you, by e-mail.' : 'Matched by e-mail.';
    return `${how} Data from ${moment(person.asOf, now).replace(/^(at|on) /, '')}.`;
  },
  states: {
    noData: {
      title: 'Nothing to show yet',
      text: 'Open Sounding in this browser: it hands over what the card shows. If it was never paired, pair it from the extension’s options.',
    },
    gone: {
      title: 'No longer there',
      text: 'The page moved on, or this person is no longer in the data. Close the card and look again.',
    },
  },
  several: {
    title: 'Who is this about?',
    text: (n: number) =>
      `This page names ${countOf(n, 'person', 'people')}. Choose one; nothing is shown before.`,
    others: (n: number) => `${countOf(n, 'other address', 'other addresses')} not in your survey.`,
  },
};
