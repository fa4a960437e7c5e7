import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fields } from '../model/json.ts';
import { bands } from '../waves/index.ts';
import { codebookOf, driverTable, type InterviewFacts, LiveDrivers, type MentionFact } from './index.ts';

const merged = new Map<string, Fields>([
  ['t1', { name: 'One', category: 'product' }],
  ['t2', { name: 'Two', category: 'service' }],
  ['t3', { name: 'Three', category: 'value', mergedInto: 't1' }],
  ['t4', { name: 'Four', category: 'product', parent: 't1' }],
  ['t5', { name: 'Five', category: 'product', parent: 't4' }],
]);
const book = codebookOf(merged);

const mention: fc.Arbitrary<MentionFact> = fc.record({
  note: fc.constantFrom('n1', 'n2', 'n3'),
  theme: fc.constantFrom('t1', 't2', 't3', 't4', 't5', 'unknown'),
  severity: fc.constantFrom(0, 1, 2, 3),
  verbatim: fc.boolean(),
  valence: fc.constantFrom('good', 'bad', 'none'),
  text: fc.constantFrom('short', 'a longer sentence of theirs', ''),
});
const interview: fc.Arbitrary<InterviewFacts> = fc.record({
  interview: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  cycle: fc.constant('q4'),
  person: fc.constant('p'),
  name: fc.constantFrom('Ada', 'Bo'),
  accountName: fc.constantFrom('', 'Alpha', 'Beta'),
  revenue: fc.constantFrom(null, 100),
  band: fc.constantFrom(...bands),
  score: fc.integer({ min: 0, max: 10 }),
  segments: fc.constantFrom<Record<string, string>>({}, { Tier: 'Small' }, { Tier: 'Large', Market: 'N' }),
  interviewer: fc.constant('m'),
  startedAt: fc.integer({ min: 0, max: 5 }),
  endedAt: fc.constant(9),
  consentQuote: fc.constantFrom('no', 'withoutName', 'withName'),
  notes: fc.integer({ min: 0, max: 3 }),
  mentions: fc.array(mention, { maxLength: 5 }),
  sample: fc.constant(false),
});
/** A row put, the same interview with other tags alone, or one forgotten. */
type Step =
  | { kind: 'put'; row: InterviewFacts }
  | { kind: 'retag'; row: InterviewFacts; at: number }
  | { kind: 'drop'; id: string };
const step: fc.Arbitrary<Step> = fc.oneof(
  interview.map((row) => ({ kind: 'put' as const, row })),
  fc.tuple(interview, fc.nat()).map(([row, at]) => ({ kind: 'retag' as const, row, at })),
  fc.constantFrom('a', 'b', 'c', 'd').map((id) => ({ kind: 'drop' as const, id })),
);

function take(one: Step, rows: Map<string, InterviewFacts>, live: LiveDrivers): void {
  if (one.kind === 'drop') {
    rows.delete(one.id);
    live.drop(one.id);
    return;
  }
  const known = one.kind === 'retag' ? [...rows.values()][one.at % Math.max(1, rows.size)] : undefined;
  const row = known ? { ...known, mentions: one.row.mentions, notes: one.row.notes } : one.row;
  rows.set(row.interview, row);
  live.put(row);
}

test('after any course of edits it says what the whole computation says', () => {
  expect(book.resolve('t3')).toBe('t1');
  fc.assert(
    fc.property(fc.array(interview, { maxLength: 6 }), fc.array(step, { maxLength: 25 }), (first, steps) => {
      const rows = new Map(first.map((row) => [row.interview, row]));
      const live = new LiveDrivers(book, [...rows.values()]);
      for (const one of steps) {
        take(one, rows, live);
        const sorted = [...rows.values()].sort((a, b) => (a.interview < b.interview ? -1 : 1));
        for (const band of bands) expect(live.table(band)).toEqual(driverTable(sorted, book, band));
      }
    }),
    { numRuns: 60 },
  );
});

test('follows a list of rows, forgetting those that are gone', () => {
  fc.assert(
    fc.property(fc.uniqueArray(interview, { selector: (r) => r.interview }), fc.nat(), (rows, cut) => {
      const live = new LiveDrivers(book, rows);
      const left = rows.slice(cut % (rows.length + 1));
      live.follow(left);
      const sorted = [...left].sort((a, b) => (a.interview < b.interview ? -1 : 1));
      expect(live.table('detractor')).toEqual(driverTable(sorted, book, 'detractor'));
    }),
    { numRuns: 60 },
  );
});
