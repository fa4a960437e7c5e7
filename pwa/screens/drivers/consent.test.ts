import { expect, test } from 'vitest';
import { codebookOf, driverTable, type InterviewFacts, starterId } from '#core/themes/index.ts';
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
  const table = driverTable([facts(consent)], codebookOf(new Map()), 'detractor');
  const { text } = driversCsv(table, table.rows, 'Q4');
  expect([text.includes('It costs too much.'), text.includes('Ines Duarte')]).toEqual([quoted, named]);
});
