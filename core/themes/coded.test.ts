import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsWith, mentionOf } from '#test/fixtures/interviewFacts.ts';
import { bands } from '../waves/index.ts';
import {
  codebookOf,
  compoundingOf,
  contrastOf,
  driverTable,
  everyoneRows,
  type InterviewFacts,
  saturationOf,
  tallyOf,
} from './index.ts';

const book = codebookOf(new Map([['z', { name: 'Z', category: 'product', parent: 'y' }]]));
const wave = { detractor: 20, passive: 30, promoter: 50 };

const call = fc.record({
  band: fc.constantFrom(...bands),
  tier: fc.constantFrom('Enterprise', 'Small'),
  themes: fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
});
const held = fc
  .array(call, { maxLength: 30 })
  .map((calls) =>
    calls.map(({ band, tier, themes }) =>
      factsWith({ band, segments: { Tier: tier }, mentions: themes.map((t) => mentionOf(t)) }),
    ),
  );
/** Calls whose notes wait for their tags, and calls in which nobody answered. */
const waiting = fc
  .array(fc.tuple(fc.constantFrom(...bands), fc.constantFrom(0, 4)), { maxLength: 10 })
  .map((calls) => calls.map(([band, notes]) => factsWith({ band, notes, segments: { Tier: 'Small' } })));

/** All that sets calls against one another, without how many it leaves out. */
function compared(facts: readonly InterviewFacts[]) {
  const left = { leftOut: 0 };
  const shares = { detractor: 0.2, passive: 0.3, promoter: 0.5 };
  return {
    pairs: { ...compoundingOf(facts, book, shares), ...left },
    contrast: { ...contrastOf(facts, book), ...left },
    saturation: { ...saturationOf(facts, book), ...left },
    tally: tallyOf({ id: 'q4', name: 'Q4' }, facts, book),
  };
}

test('whatever waits for its tags changes no share and no comparison', () => {
  fc.assert(
    fc.property(held, waiting, (calls, more) => {
      const all = [...calls, ...more];
      expect(compared(all)).toEqual(compared(calls));
      expect(everyoneRows(all, book, wave)).toEqual(everyoneRows(calls, book, wave));
      for (const band of bands) {
        const { untagged, ...said } = driverTable(all, book, band);
        const { untagged: none, ...alone } = driverTable(calls, book, band);
        expect(said).toEqual(alone);
        expect(none).toEqual({ detractor: 0, passive: 0, promoter: 0 });
        expect(untagged[band]).toBe(more.filter((f) => f.band === band && f.notes > 0).length);
      }
    }),
    { numRuns: 20 },
  );
});

test('whatever still runs changes no comparison, and is counted as left out', () => {
  fc.assert(
    fc.property(held, held, (calls, tagged) => {
      const running = tagged.map((f) => ({ ...f, endedAt: 0 }));
      const all = [...calls, ...running];
      expect(compared(all)).toEqual(compared(calls));
      expect(compoundingOf(all, book, null).leftOut).toBe(running.length);
      for (const band of bands)
        expect(driverTable(all, book, band).running).toBe(running.filter((f) => f.band === band).length);
    }),
    { numRuns: 20 },
  );
});
