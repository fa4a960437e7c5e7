import type { Band } from '#core/waves/index.ts';
import { wholeOf } from './figures.ts';

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
