import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, responsesOf } from '#test/fixtures/columns.ts';
import { mapAndFindings, proposalsWith, segmentsOf, summaryOf, trimmedMap } from './index.ts';

type Counts = readonly [detractor: number, passive: number, promoter: number];
const waveOf = (dimension: string, parts: readonly Counts[]) =>
  columnsOf(
    parts.flatMap(([detractor, passive, promoter], i) =>
      responsesOf({ detractor, passive, promoter }, { [dimension]: `v${i}` }),
    ),
  );

test('the worst segments are proposed and told of, however few answers they have among thousands of values', () => {
  const many = Array.from({ length: 520 }, (): Counts => [8, 14, 18]);
  const now = [...many, [32, 0, 0], [0, 0, 32], [20, 10, 3]] as const;
  const then = [...many, [20, 6, 6], [0, 0, 32], [0, 3, 30]] as const;
  const { map, found } = mapAndFindings(waveOf('Account', now), waveOf('Account', then));
  const sent = trimmedMap(map, 500);
  expect(map.dimensions[0]?.segments.length).toBe(523);
  expect(sent.dimensions[0]?.segments.length).toBe(503);
  expect(proposalsWith(map, found).map((p) => p.segment.value)).toEqual(['v522', 'v520']);
  expect(proposalsWith(sent, found)).toEqual(proposalsWith(map, found));
  expect(summaryOf(sent)).toEqual(summaryOf(map));
  expect(summaryOf(sent).range).toMatchObject({ lowest: { value: 'v520' }, highest: { value: 'v521' } });
});

test('whatever is sent is bounded, stands as it stood, and says what the whole map says', () => {
  const counts = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60));
  const parts = fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 4, max: 20 }), (both, most) => {
      const [now, then] = [both.map(([is]) => is), both.map(([, was]) => was)];
      const map = segmentsOf(waveOf('d', now), waveOf('d', then));
      const [whole] = map.dimensions;
      const [sent] = trimmedMap(map, most).dimensions;
      if (!whole || !sent) return;
      expect(sent.segments.length).toBeLessThanOrEqual(2 * most);
      expect(sent.segments).toEqual(whole.segments.filter((s) => sent.segments.includes(s)));
      expect(sent).toMatchObject({ values: whole.values, readable: whole.readable });
      const summary = summaryOf(map);
      expect(summaryOf(trimmedMap(map, most))).toEqual(summary);
      const proposals = proposalsWith(map, []);
      const few = proposals.slice(0, most - 4);
      expect(proposalsWith(trimmedMap(map, most), []).slice(0, few.length)).toEqual(few);
    }),
  );
});
