import { seededChance } from '#core/model/chance.ts';
import {
  type Draw,
  defaultQuotas,
  drawSample,
  type LeftOutReason,
  type SegmentRef,
} from '#core/sample/index.ts';
import { noScore, noSegment, type SegmentColumn, type WaveColumns } from '#core/waves/index.ts';
import { type Line, medians, sink } from './measure.ts';

const rows = 1_000_000;
const dimensions = { Tier: 3, Tenure: 4, Product: 5 } as const;

/**
 * Choosing 24 people of a million rows: quotas per band in three segments of three dimensions, scores in turns, one
 * person in twelve not to be asked. Beside it ONE sort of the same million keys, the places of the rows in the draw, as
 * the fastest sort there is takes them: a typed array of 32-bit numbers, by value. A draw that sorts its candidates
 * cannot be quicker than that.
 */
export async function bench(): Promise<Line[]> {
  const columns = generated();
  const segments = columns.segments.map(
    ({ name, values }): SegmentRef => ({ dimension: name, value: values[0] as string }),
  );
  const everybody = defaultQuotas([]);
  const inSegments = defaultQuotas(segments);
  const chance = seededChance('the keys');
  const keys = Uint32Array.from({ length: rows }, () => chance.below(4294967296));
  isWhole(drawSample(columns, inSegments, 'seed', standingOf), 24);
  isWhole(drawSample(columns, everybody, 'seed', standingOf), 24);
  const took = await medians({
    inSegments: () => drawSample(columns, inSegments, 'seed', standingOf),
    everybody: () => drawSample(columns, everybody, 'seed', standingOf),
    sort: () => keys.slice().sort(),
  });
  sink.last = null;
  const line = (what: string, ours: number): Line => ({
    figure: `24 people of 1,000,000 generated rows, ${what}, Node`,
    ours: { value: ours, unit: 'ms' },
    baseline: { value: took.sort, unit: 'ms', which: 'one sort of a million 32-bit keys' },
    goal: { kind: 'timesOf', atMost: 1.5 },
  });
  return [
    line('three segments by three bands', took.inSegments),
    line('three bands of everybody', took.everybody),
  ];
}

const standingOf = (row: number): LeftOutReason | null => (row % 12 === 7 ? 'optedOut' : null);

function isWhole({ chosen, outcomes }: Draw, want: number): void {
  if (chosen.length !== want || outcomes.some(({ shortfall }) => shortfall))
    throw new Error(`the draw found ${chosen.length} of ${want}`);
}

/** Values of uneven size, 3 % without an answer, 2 % without a value. */
function generated(): WaveColumns {
  const chance = seededChance('a million candidates');
  const score = Uint8Array.from({ length: rows }, () =>
    chance.next() < 0.03 ? noScore : Math.floor(11 * Math.sqrt(chance.next())),
  );
  const segments = Object.entries(dimensions).map(
    ([name, size]): SegmentColumn => ({
      name,
      codes: Uint16Array.from({ length: rows }, () =>
        chance.next() < 0.02 ? noSegment : Math.floor(size * chance.next() * chance.next()),
      ),
      values: Array.from({ length: size }, (_, i) => `${name} ${i}`),
    }),
  );
  const unused = { day: new Int32Array(0), account: new Uint32Array(0), ratings: [], weight: null };
  return { rows, score, segments, ...unused };
}
