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

const price = starterId('value', 'price');
const segments = { Tier: 'Enterprise', City: 'Munich', Industry: 'Banking' };
const facts = (consentQuote: InterviewFacts['consentQuote']): InterviewFacts => ({
  ...{
    interview: 'i1',
    cycle: 'q',
    person: 'p',
    name: 'Ines Duarte',
    accountName: 'Brightwater',
    revenue: null,
  },
  ...{ band: 'detractor', score: 4, segments, interviewer: 'm', startedAt: 1, endedAt: 2, notes: 1 },
  ...{ consentQuote, sample: false },
  mentions: [
    {
      ...{ note: 'n', theme: price, severity: 2, verbatim: true, valence: 'bad' },
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
      ...{ codebook, tree: broaderOf(codebook), notes: wordsByNote(held), among: new Set(held) },
      ...{ concentrations: new Map(), trajectories: new Map(), paragraphs: new Map() },
      // Pinned by somebody before its speaker was asked.
      pins: new Map([[row.theme, 'n']]),
    }),
  );
  const { text } = driversCsv(table, lines, 'Q4', '');
  expect([text.includes('It costs too much.'), text.includes('Ines Duarte')]).toEqual([quoted, named]);
  expect(text, 'all segments together point at the person').not.toContain('Munich, Banking');
});

test('a pinned quote stands only where its note is counted: in its own band, under a theme it still has', () => {
  const codebook = codebookOf(new Map());
  const inOwn = facts('withName');
  const words = inOwn.mentions.map((m) => ({
    ...m,
    note: 'p',
    text: 'We pay it gladly.',
    valence: 'good' as const,
  }));
  const promoter: InterviewFacts = {
    ...inOwn,
    interview: 'i2',
    band: 'promoter',
    score: 10,
    mentions: words,
  };
  const all = [inOwn, promoter];
  const quoteIn = (band: 'detractor' | 'promoter', pin: string) => {
    const among = all.filter((f) => f.band === band);
    const [row] = driverTable(all, codebook, band).rows;
    if (!row) throw new Error('a row');
    const line = lineOf(row, {
      ...{ codebook, tree: broaderOf(codebook), notes: wordsByNote(all), among: new Set(among) },
      ...{ concentrations: new Map(), trajectories: new Map(), paragraphs: new Map() },
      pins: new Map([[price, pin]]),
    });
    return [line.pinned, line.quote.kind === 'quote' && line.quote.text];
  };
  expect(quoteIn('detractor', 'n')).toEqual([true, 'It costs too much.']);
  expect(quoteIn('promoter', 'n')).toEqual([false, 'We pay it gladly.']);
});
