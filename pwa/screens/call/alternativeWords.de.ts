import { countOf } from '#core/browser/parts/figures.ts';
import type { RivalStanding } from '#core/themes/index.ts';

export const alternativeWords = {
  title: 'Genannte Alternativen',
  why: 'Wie weit ging es mit jeder?',
  competitor: 'Wettbewerber',
  new: 'neuer Wettbewerber',
  notes: (n: number) => countOf(n, 'Notiz', 'Notizen'),
  went: (name: string) => `Wie weit es mit ${name} ging`,
  standings: { known: 'Bekannt', evaluated: 'Abgewogen', used: 'Im Einsatz' } satisfies Record<
    RivalStanding,
    string
  >,
};
