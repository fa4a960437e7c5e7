import type { Band } from '#core/waves/index.ts';
import { percentOf, rangeOf, wholeOf } from './figures.ts';

/** The bands by name: `one` of a person, `many` of their group. */
export const bandWords = {
  one: { detractor: 'detractor', passive: 'passive', promoter: 'promoter' } satisfies Record<Band, string>,
  many: { detractor: 'detractors', passive: 'passives', promoter: 'promoters' } satisfies Record<
    Band,
    string
  >,
};

export const sharedWords = {
  severities: ['', 'low', 'medium', 'high'],
  close: 'Close',
  cancel: 'Cancel',
  next: 'Next step',
  histogram: { score: 'Score', answers: 'Answers', share: 'Share' },
  /** "120 of 1,648 rows". */
  progress: (done: number, all: number, unit: string) => `${wholeOf(done)} of ${wholeOf(all)} ${unit}`,
  /** The file made of rows that were pasted. */
  pastedFile: 'Pasted rows.csv',
};

export const playerWords = {
  label: 'Recording',
  play: 'Play',
  pause: 'Pause',
  back: 'Back 10 seconds',
  place: 'Place in the recording',
  /** Both as a clock shows them. */
  at: (now: string, all: string) => `${now} of ${all}`,
  speed: 'Speed',
  failed: 'This browser cannot play the recording. It is kept; try the browser it was made in.',
};

export const satisfactionWords = {
  title: (cycle: string) => `${cycle} measured satisfaction, not the likelihood to recommend`,
  /** A share of 0 to 1 with its interval in percent. */
  is: (share: number, low: number, high: number) => `CSAT is ${percentOf(share)} (${rangeOf(low, high)}%).`,
  text: {
    segments:
      'This map compares Net Promoter Scores, so it has nothing to show of it. Satisfaction by segment stands with the survey.',
    people:
      'People are chosen by band: detractors, passives and promoters of a 0 to 10 question. Bring such a survey for this cycle to choose whom to call.',
  },
  survey: 'See satisfaction',
  bring: 'Bring another survey',
};
