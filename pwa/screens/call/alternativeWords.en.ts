import { countOf } from '#core/browser/parts/figures.ts';
import type { RivalStanding } from '#core/themes/index.ts';

export const alternativeWords = {
  title: 'Alternatives they named',
  why: 'How far did they go with each?',
  competitor: 'competitor',
  new: 'new competitor',
  notes: (n: number) => countOf(n, 'note', 'notes'),
  went: (name: string) => `How far they went with ${name}`,
  standings: { known: 'Know it', evaluated: 'Weighed it', used: 'Use it' } satisfies Record<
    RivalStanding,
    string
  >,
};
