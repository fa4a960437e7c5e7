import { countOf } from '#core/browser/parts/figures.ts';
import type { RivalStanding } from '#core/themes/index.ts';

export const alternativeWords = {
  title: 'Genannte Alternativen',
  why: 'Wie weit ging es mit jeder?',
  competitor: 'Mitbewerber',
  new: 'neuer Mitbewerber',
  notes: (n: number) => countOf(n, 'Notiz', 'Notizen'),
  went: (name: string) => `Wie weit es mit ${name} ging`,
  standings: { known: 'Bekannt', evaluated: 'Geprüft', used: 'Genutzt' } satisfies Record<
    RivalStanding,
    string
  >,
};
