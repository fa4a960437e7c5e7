import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, type Response, responsesOf } from '#test/fixtures/columns.ts';
import { crossOf, mapAndFindings, proposalsWith, type Segment, segmentsOf, toInterview } from './index.ts';

const part = (
  tier: string | null,
  tenure: string | null,
  detractor: number,
  passive: number,
  promoter: number,
) => responsesOf({ detractor, passive, promoter }, { Tier: tier, Tenure: tenure });
const crossed = (responses: readonly Response[], earlier?: readonly Response[]) => {
  const cross = crossOf(columnsOf(responses), ['Tier', 'Tenure'], earlier && columnsOf(earlier));
  if (!cross.ok) throw new Error(JSON.stringify(cross.why));
  return cross.value;
};
const cell = (segments: readonly (readonly Segment[])[], value: string): Segment => {
  const found = segments.flat().find((s) => s.value === value);
  if (!found) throw new Error(`no cell ${value}`);
  return found;
};

/** Enterprise is weak because of its first year alone. */
const wave = [
  ...part('Enterprise', 'First year', 70, 20, 10),
  ...part('Enterprise', 'Longer', 20, 40, 60),
  ...part('Small', 'First year', 20, 40, 60),
  ...part('Small', 'Longer', 20, 40, 60),
  ...part(null, 'Longer', 5, 5, 5),
  ...part('Small', null, 1, 1, 1),
];

test('every cell has its answers, score, labels and names; what has no value in one is told apart', () => {
  const cross = crossed(wave);
  const low = cell(cross.cells, 'Enterprise × First year');
  expect(low).toMatchObject({
    dimension: 'Tier × Tenure',
    n: 100,
    labels: ['weak'],
    crossed: [
      { dimension: 'Tier', value: 'Enterprise' },
      { dimension: 'Tenure', value: 'First year' },
    ],
  });
  expect(cross).toMatchObject({ readable: 4, unknown: 18, rows: 'Tier', columns: 'Tenure' });
});

test('cells are compared with themselves in the earlier wave, found by name', () => {
  const earlier = [
    ...part('Small', 'Longer', 20, 40, 60),
    ...part('Enterprise', 'First year', 10, 20, 70),
    ...part('Enterprise', 'Longer', 1, 1, 1),
  ];
  const cross = crossed(wave, earlier);
  expect(cell(cross.cells, 'Enterprise × First year').labels).toEqual(['weak', 'falling']);
  expect(cell(cross.cells, 'Enterprise × Longer').reading).toMatchObject({ change: { kind: 'tooFewThen' } });
  expect(cell(cross.cells, 'Small × First year').reading).toMatchObject({ change: { kind: 'new' } });
});

test('a dimension is not crossed with itself, nor with one that is not there', () => {
  const columns = columnsOf(wave);
  expect(crossOf(columns, ['Tier', 'Tier'])).toMatchObject({ ok: false, why: { kind: 'sameDimension' } });
  expect(crossOf(columns, ['Tier', 'Market'])).toEqual({
    ok: false,
    why: { kind: 'unknownDimension', name: 'Market' },
  });
});

const responses = fc.array(
  fc.record({
    score: fc.integer({ min: 0, max: 10 }),
    segments: fc.record({
      Tier: fc.option(fc.constantFrom('a', 'b', 'c')),
      Tenure: fc.option(fc.constantFrom('x', 'y')),
    }),
  }),
  { minLength: 150, maxLength: 260 },
);

test('no order of rows, nor which dimension is crossed first, changes a label or a p value', () => {
  fc.assert(
    fc.property(responses, fc.integer({ min: 1, max: 149 }), (given, cut) => {
      const moved = [...given.slice(cut), ...given.slice(0, cut)];
      const earlier = given.slice(0, 120);
      const say = ({ value, n, labels, reading }: Segment) => ({ value, n, labels, reading });
      const sorted = (all: readonly Segment[]) => all.map(say).sort((a, b) => (a.value < b.value ? -1 : 1));
      const there = crossOf(columnsOf(given), ['Tier', 'Tenure'], columnsOf(earlier));
      const again = crossOf(columnsOf(moved), ['Tier', 'Tenure'], columnsOf(earlier));
      const turned = crossOf(columnsOf(given), ['Tenure', 'Tier'], columnsOf(earlier));
      if (!there.ok || !again.ok || !turned.ok) return;
      expect(sorted(again.value.cells.flat())).toEqual(sorted(there.value.cells.flat()));
      const swapped = turned.value.cells
        .flat()
        .map((s) => ({ ...s, value: s.value.split(' × ').toReversed().join(' × ') }));
      expect(sorted(swapped).map(({ labels, n }) => [labels, n])).toEqual(
        sorted(there.value.cells.flat()).map(({ labels, n }) => [labels, n]),
      );
      const map = (of: readonly Response[]) =>
        segmentsOf(columnsOf(of), columnsOf(earlier)).dimensions.flatMap((d) => sorted(d.segments));
      expect(map(moved).map((s) => [s.value, s.labels])).toEqual(map(given).map((s) => [s.value, s.labels]));
    }),
    { numRuns: 40 },
  );
});

test('a cross of many even cells claims nothing that one test alone would', () => {
  const even = Array.from({ length: 30 }, (_, i) => part(`t${i}`, 'x', 20, 20, 20)).flat();
  const low = part('low', 'x', 31, 16, 13);
  const cross = crossed([...even, ...low]);
  const { reading, labels } = cell(cross.cells, 'low × x');
  if (reading.kind !== 'read' || !reading.level) throw new Error('not read');
  expect(reading.level.difference.beyondNoise).toBe(true);
  expect(labels).toEqual(['steady']);
});

test('what a cross adds is proposed under the segment that holds it, never beside it', () => {
  const { map, found, crosses } = mapAndFindings(columnsOf(wave));
  expect(crosses).toEqual({ looked: 1, all: 1 });
  expect(found.map((f) => f.segment.value)).toEqual(['Enterprise × First year']);
  expect(map).toEqual(segmentsOf(columnsOf(wave)));
  const proposals = proposalsWith(map, found);
  expect(proposals.map((p) => [p.segment.value, p.narrower?.segment.value ?? ''])).toEqual([
    ['Enterprise', 'Enterprise × First year'],
    ['First year', ''],
  ]);
  expect(toInterview(proposals).map((p) => p.segment.value)).toEqual(['Enterprise × First year']);
});

test('a cell that only repeats its segment is no finding of its own', () => {
  const alike = [
    // a little lower than the rest of it, which could be noise
    ...part('Enterprise', 'First year', 74, 20, 6),
    ...part('Enterprise', 'Longer', 70, 20, 10),
    ...part('Small', 'First year', 20, 40, 60),
    ...part('Small', 'Longer', 20, 40, 60),
  ];
  expect(mapAndFindings(columnsOf(alike)).found).toEqual([]);
});

test('a cell in no proposed segment stands for itself', () => {
  const hidden = [
    ...part('Enterprise', 'First year', 60, 30, 30),
    ...part('Enterprise', 'Longer', 20, 30, 70),
    ...part('Small', 'First year', 20, 30, 70),
    ...part('Small', 'Longer', 60, 30, 30),
  ];
  const { map, found } = mapAndFindings(columnsOf(hidden));
  const proposals = proposalsWith(map, found);
  expect(proposals.map((p) => p.segment.value).sort()).toEqual(['Enterprise × First year', 'Small × Longer']);
});
