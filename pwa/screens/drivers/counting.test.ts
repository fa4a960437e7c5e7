import { signal } from '@preact/signals-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Codebook, codebookOf, driverTable, type InterviewFacts } from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { factsWith, mentionOf } from '#test/fixtures/interviewFacts.ts';
import { countDrivers } from './counting.ts';
import { inSegment, type SegmentChoice } from './segmentChoice.ts';

const changes: readonly Record<string, object>[] = [{}, { t2: { mergedInto: 't1' }, t3: { parent: 't1' } }];
const books = changes.map((changed) =>
  codebookOf(
    new Map(['t1', 't2', 't3'].map((id) => [id, { name: id, category: 'product', ...changed[id] }])),
  ),
);
const interview = fc
  .record({
    interview: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    band: fc.constantFrom(...bands),
    tier: fc.constantFrom('Small', 'Large', ''),
    themes: fc.array(fc.constantFrom('t1', 't2', 't3'), { maxLength: 3 }),
    notes: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ tier, themes, ...rest }) =>
    factsWith({ ...rest, segments: { Tier: tier }, mentions: themes.map((t) => mentionOf(t)) }),
  );
/** What can happen while the screen is up. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), row: interview }),
  fc.record({ kind: fc.constant('gone' as const), id: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ kind: fc.constant('band' as const), band: fc.constantFrom(...bands) }),
  fc.record({ kind: fc.constant('book' as const), at: fc.constantFrom(0, 1) }),
  fc.record({ kind: fc.constant('segment' as const), value: fc.constantFrom('Small', 'Large', null) }),
  fc.record({ kind: fc.constant('cycle' as const), rows: fc.array(interview, { maxLength: 3 }) }),
);

test('whatever changes while it is on screen, it says what counting everything again says', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const facts = signal<readonly InterviewFacts[] | null>(null);
      const codebook = signal<Codebook | null>(null);
      const segment = signal<SegmentChoice | null>(null);
      const band = signal<(typeof bands)[number]>('detractor');
      const table = countDrivers({ facts, codebook, segment, band });
      expect(table.value).toBe(null);
      const rows = new Map<string, InterviewFacts>();
      const show = () => {
        facts.value = [...rows.values()].sort((a, b) => (a.interview < b.interview ? -1 : 1));
      };
      codebook.value = books[0] ?? null;
      show();
      for (const one of steps) {
        if (one.kind === 'put') rows.set(one.row.interview, one.row);
        if (one.kind === 'gone') rows.delete(one.id);
        if (one.kind === 'cycle') {
          rows.clear();
          for (const row of one.rows) rows.set(row.interview, row);
          facts.value = null;
        }
        if (one.kind === 'band') band.value = one.band;
        if (one.kind === 'book') codebook.value = books[one.at] ?? null;
        if (one.kind === 'segment')
          segment.value = one.value === null ? null : { dimension: 'Tier', value: one.value };
        show();
        const held = inSegment(facts.value ?? [], segment.value);
        expect(table.value).toEqual(driverTable(held, codebook.value ?? codebookOf(new Map()), band.value));
      }
    }),
    { numRuns: 60 },
  );
});

test('an interview that changes leaves the rows of themes it never raised as they are', () => {
  const facts = signal<readonly InterviewFacts[] | null>([
    factsWith({ interview: 'a', mentions: [mentionOf('t1')] }),
    factsWith({ interview: 'b', mentions: [mentionOf('t2')] }),
  ]);
  const table = countDrivers({
    facts,
    codebook: signal(books[0] ?? null),
    segment: signal(null),
    band: signal('detractor' as const),
  });
  const impactOf = (theme: string) => table.value?.rows.find((r) => r.theme === theme)?.impact;
  const before = impactOf('t2');
  const [a, b] = facts.value ?? [];
  facts.value = a && b ? [{ ...a, mentions: [...a.mentions, mentionOf('t3')] }, b] : [];
  expect(table.value?.rows.map(({ theme }) => theme).sort()).toEqual(['t1', 't2', 't3']);
  expect(impactOf('t2')).toBe(before);
});
