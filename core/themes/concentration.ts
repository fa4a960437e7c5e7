import { benjaminiHochberg, fisherTwoSided } from '../stats/index.ts';
import type { InterviewFacts } from './facts.ts';
import type { Raised } from './raised.ts';
import { leastInSegment } from './reach.ts';
import { dimensionsOf, valuesIn } from './segmentValues.ts';

/** Below this, corrected for all tests of the table, a difference is beyond noise. */
export const noiseAt = 0.05;

/** One segment against everybody else whose dimension is known: how many of those interviewed raise a theme. */
export interface SegmentTest {
  dimension: string;
  value: string;
  k: number;
  n: number;
  elseK: number;
  elseN: number;
  /** Exact, two-sided; null where too few were interviewed, or no counts could have shown a difference. */
  p: number | null;
  /** Corrected for all tests of the table (Benjamini-Hochberg). */
  adjusted: number | null;
  /** `adjusted` is below .05. */
  beyondNoise: boolean;
}

/**
 * Whether a theme belongs to a segment. `concentrated`: raised more there, beyond noise; `rarer`: raised less there, beyond
 * noise, and nowhere more; `leaning`: more there, but not once all tests are counted; `across`: no segment differs;
 * `tooFew`: nothing could be tested.
 */
export interface Concentration {
  kind: 'concentrated' | 'rarer' | 'leaning' | 'across' | 'tooFew';
  /** The segments it is said of, clearest first; only the clearest where it leans, empty for the last two kinds. */
  segments: readonly SegmentTest[];
  /** Every segment of the interviews, by dimension. */
  all: readonly SegmentTest[];
}

/**
 * Tests each theme in each segment against those without that value, by Fisher's exact test, within the interviews
 * given: those of ONE band. Detractors are called more often than they answer, and not equally often everywhere; over
 * bands together, a segment with many detractors would seem to own whatever detractors say. Tested where at least five
 * interviews were held in the segment and elsewhere, and where the counts could have shown a difference at .05 at all;
 * corrected over all tests made (Benjamini-Hochberg), so that no filter on screen changes what is said. Who has
 * several values of a dimension is in each of those segments, and elsewhere of the others; interviews without a value in the
 * dimension are in neither group.
 */
export function concentrationsOf(
  raised: ReadonlyMap<string, readonly Raised[]>,
  held: readonly InterviewFacts[],
): ReadonlyMap<string, Concentration> {
  const groups = groupsOf(held);
  const places = placesOf(held, groups);
  const tests = [...raised].map(([theme, here]) => ({ theme, rows: testsOf(here, groups, places) }));
  const made = tests.flatMap(({ rows }) => rows.filter((row) => row.p !== null));
  const adjusted = benjaminiHochberg(made.map((row) => row.p ?? 1));
  for (const [i, row] of made.entries()) {
    row.adjusted = adjusted[i] ?? 1;
    row.beyondNoise = row.adjusted < noiseAt;
  }
  return new Map(tests.map(({ theme, rows }) => [theme, concentrationOf(rows)]));
}

/** Interviews held in one segment, and with any value of its dimension known. */
interface Group {
  dimension: string;
  value: string;
  n: number;
  of: number;
}

function groupsOf(held: readonly InterviewFacts[]): Group[] {
  const known = new Map<string, { of: number; values: Map<string, number> }>();
  for (const interview of held)
    for (const name of dimensionsOf(interview)) {
      const { of, values } = known.get(name) ?? { of: 0, values: new Map<string, number>() };
      for (const value of valuesIn(interview, name)) values.set(value, (values.get(value) ?? 0) + 1);
      known.set(name, { of: of + 1, values });
    }
  return [...known].flatMap(([dimension, { of, values }]) =>
    [...values]
      .map(([value, n]) => ({ dimension, value, n, of }))
      .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1)),
  );
}

/** Where each interview counts: in its groups, by their places in the list, and in its dimensions. */
type Places = ReadonlyMap<InterviewFacts, { groups: readonly number[]; dimensions: readonly string[] }>;

/** Looked up once, then only counted. */
function placesOf(held: readonly InterviewFacts[], groups: readonly Group[]): Places {
  const places = new Map(groups.map((g, i) => [`${g.dimension}\n${g.value}`, i]));
  return new Map(
    held.map((interview) => {
      const dimensions = dimensionsOf(interview);
      const mine = dimensions.flatMap((name) =>
        valuesIn(interview, name).flatMap((value) => places.get(`${name}\n${value}`) ?? []),
      );
      return [interview, { groups: mine, dimensions }];
    }),
  );
}

function testsOf(here: readonly Raised[], groups: readonly Group[], places: Places): SegmentTest[] {
  const counts = new Uint32Array(groups.length);
  const all = new Map<string, number>();
  for (const { interview } of here) {
    const mine = places.get(interview);
    for (const place of mine?.groups ?? []) counts[place] = (counts[place] as number) + 1;
    for (const name of mine?.dimensions ?? []) all.set(name, (all.get(name) ?? 0) + 1);
  }
  return groups.map(({ dimension, value, n, of }, i) => {
    const k = counts[i] as number;
    const [elseK, elseN] = [(all.get(dimension) ?? 0) - k, of - n];
    const p = n < leastInSegment || elseN < leastInSegment ? null : testable(k, n, elseK, elseN);
    return { dimension, value, k, n, elseK, elseN, p, adjusted: null, beyondNoise: false };
  });
}

function testable(k: number, n: number, elseK: number, elseN: number): number | null {
  const { p, least } = fisherTwoSided([
    [k, n - k],
    [elseK, elseN - elseK],
  ]);
  return least < noiseAt ? p : null;
}

/** More of those interviewed raise it there than elsewhere. */
export const isMore = ({ k, n, elseK, elseN }: SegmentTest): boolean => k * elseN > elseK * n;

function concentrationOf(all: SegmentTest[]): Concentration {
  const made = all.filter((row) => row.p !== null).sort((a, b) => (a.p ?? 1) - (b.p ?? 1));
  const said = (kind: Concentration['kind'], segments: readonly SegmentTest[] = []) => ({
    kind,
    segments,
    all,
  });
  if (made.length === 0) return said('tooFew');
  const clear = made.filter((row) => row.beyondNoise);
  const more = clear.filter(isMore);
  if (more.length > 0) return said('concentrated', more);
  if (clear.length > 0) return said('rarer', clear);
  const leaning = made.filter((row) => (row.p ?? 1) < noiseAt && isMore(row));
  return leaning.length > 0 ? said('leaning', leaning.slice(0, 1)) : said('across');
}
