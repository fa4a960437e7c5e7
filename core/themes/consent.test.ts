import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bands } from '../waves/index.ts';
import { codebookOf, driverTable, type InterviewFacts, quoteOf, raisedByTheme, starterId } from './index.ts';

const themes = [starterId('product', 'reliability'), starterId('value', 'price')];
const book = codebookOf(new Map());

/** Interviews whose names and words are found nowhere else. */
const someFacts = fc
  .array(
    fc.record({
      band: fc.constantFrom(...bands),
      consentQuote: fc.constantFrom('no' as const, 'withoutName' as const, 'withName' as const),
      raised: fc.array(fc.record({ theme: fc.constantFrom(...themes), verbatim: fc.boolean() }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(
      ({ band, consentQuote, raised }, i): InterviewFacts => ({
        ...{ interview: `i${i}`, cycle: 'q', person: `p${i}`, name: `Named ${i}.`, accountName: `A${i}` },
        ...{ revenue: null, score: 5, segments: {}, interviewer: 'm', startedAt: i, endedAt: i, notes: 1 },
        ...{ band, consentQuote, sample: false },
        mentions: raised.map(({ theme, verbatim }, n) => ({
          ...{ note: `n${i}-${n}`, theme, severity: 0, verbatim, valence: 'none' },
          text: `Said by ${i}.`,
        })),
      }),
    ),
  );

test('nobody is named and nobody quoted who did not agree to it, in any band and under any theme', () => {
  let named = 0;
  fc.assert(
    fc.property(someFacts, (facts) => {
      const quotes = bands.flatMap((band) =>
        [
          ...raisedByTheme(
            facts.filter((f) => f.band === band),
            book,
          ).values(),
        ].map(quoteOf),
      );
      const shown = JSON.stringify([quotes, bands.map((band) => driverTable(facts, book, band))]);
      for (const { name, consentQuote, interview } of facts) {
        const said = shown.includes(`Said by ${interview.slice(1)}.`);
        if (consentQuote === 'no') expect(said).toBe(false);
        if (consentQuote !== 'withName') expect(shown).not.toContain(name);
        else if (shown.includes(name)) named++;
      }
    }),
  );
  expect(named).toBeGreaterThan(0);
});
