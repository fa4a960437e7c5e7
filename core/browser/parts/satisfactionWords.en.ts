import { percentOf, rangeOf } from './figures.ts';

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
