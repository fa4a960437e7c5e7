import { expect, test } from 'vitest';
import {
  broaderOf,
  codebookOf,
  driverTable,
  type InterviewFacts,
  starterId,
  wordsByNote,
} from '#core/themes/index.ts';
import { lineOf } from './lines.ts';
import { driversCsv } from './table.ts';

const facts = (consentQuote: InterviewFacts['consentQuote']): InterviewFacts => ({
  ...{
    interview: 'i1',
    cycle: 'q',
    person: 'p',
    name: 'Ines Duarte',
    accountName: 'Brightwater',
    revenue: null,
  },
  ...{ band: 'detractor', score: 4, segments: {}, interviewer: 'm', startedAt: 1, endedAt: 2, notes: 1 },
  ...{ consentQuote, sample: false },
  mentions: [
    {
      ...{ note: 'n', theme: starterId('value', 'price'), severity: 2, verbatim: true, valence: 'bad' },
      text: 'It costs too much.',
    },
  ],
});

test.each([
  ['no', false, false],
  ['withoutName', true, false],
  ['withName', true, true],
] as const)('consent to quoting "%s" holds in the file too', (consent, quoted, named) => {
  const [held, codebook] = [[facts(consent)], codebookOf(new Map())];
  const table = driverTable(held, codebook, 'detractor');
  const lines = table.rows.map((row) =>
    lineOf(row, {
      ...{ codebook, tree: broaderOf(codebook), notes: wordsByNote(held) },
      ...{ concentrations: new Map(), trajectories: new Map(), paragraphs: new Map() },
      // Pinned by somebody before its speaker was asked.
      pins: new Map([[row.theme, 'n']]),
    }),
  );
  const { text } = driversCsv(table, lines, 'Q4', '');
  expect([text.includes('It costs too much.'), text.includes('Ines Duarte')]).toEqual([quoted, named]);
});
