import { type Cell as CsvCell, csvOf } from '#core/exchange/index.ts';
import {
  type Broader,
  type Concentration,
  frequencyOf,
  leastInSegment,
  type SegmentTest,
  withoutWholes,
} from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';

/** How a cell stands against the other segments of its dimension. */
export interface MatrixCell extends SegmentTest {
  /** Fewer than five interviews: counted, never compared. */
  tooFew: boolean;
}

/** Which driver is raised in which segment: one row a driver, one column a segment of one dimension. */
export interface Matrix {
  band: Band;
  dimension: string;
  /** Dimensions with at least two segments among the interviews. */
  dimensions: readonly string[];
  columns: readonly { value: string; n: number }[];
  /** Most raised first. */
  rows: readonly { theme: string; name: string; k: number; n: number; cells: readonly MatrixCell[] }[];
}

/**
 * Builds the picture from the tests of the table; `wanted` is the dimension last chosen, else that with the clearest
 * difference is drawn. Null without two segments.
 */
export function matrixOf(
  concentrations: ReadonlyMap<string, Concentration>,
  tree: Broader | null,
  nameOf: (theme: string) => string,
  wanted: string,
  band: Band,
): Matrix | null {
  const [first] = concentrations.values();
  const all = first?.all ?? [];
  const dimensions = [...Map.groupBy(all, (s) => s.dimension)].flatMap(([name, values]) =>
    values.length > 1 ? [name] : [],
  );
  const dimension = dimensions.find((d) => d === wanted) ?? tellingMost(concentrations, dimensions);
  if (dimension === undefined || !tree) return null;
  const rows = [...concentrations].map(([theme, read]) => {
    const cells = read.all.filter((s) => s.dimension === dimension);
    const sum = (of: (s: SegmentTest) => number) => cells.reduce((total, s) => total + of(s), 0);
    return {
      theme,
      name: nameOf(theme),
      k: sum((s) => s.k),
      n: sum((s) => s.n),
      cells: cells.map((s) => ({ ...s, tooFew: s.n < leastInSegment })),
    };
  });
  const columns = all.filter((s) => s.dimension === dimension).map(({ value, n }) => ({ value, n }));
  const drawn = withoutWholes(rows, (row) => row.k, tree);
  drawn.sort((a, b) => b.k - a.k || a.name.localeCompare(b.name, 'en') || (a.theme < b.theme ? -1 : 1));
  return { band, dimension, dimensions, columns, rows: drawn };
}

/** The dimension with the clearest difference, else the first. */
function tellingMost(
  concentrations: ReadonlyMap<string, Concentration>,
  dimensions: readonly string[],
): string | undefined {
  const tests = [...concentrations.values()].flatMap((read) => read.segments.filter((s) => s.beyondNoise));
  const clearest = tests.reduce<SegmentTest | null>(
    (best, s) => (best && (best.p ?? 1) <= (s.p ?? 1) ? best : s),
    null,
  );
  return dimensions.find((d) => d === clearest?.dimension) ?? dimensions[0];
}

/** The picture as a file: a line for each driver and segment. */
export function matrixCsv(matrix: Matrix, cycle: string): { name: string; text: string } {
  const head = ['Driver', 'Band', 'Dimension', 'Segment', 'Raised by', 'Interviewed', '95% low', '95% high'];
  const tests = ['Raised elsewhere', 'Interviewed elsewhere', 'p', 'p corrected', 'Beyond noise'];
  const body = matrix.rows.flatMap(({ name, cells }) =>
    cells.map((c): CsvCell[] => {
      const { low, high } = frequencyOf(c.k, c.n);
      return [
        ...[name, matrix.band, c.dimension, c.value, c.k, c.n, rounded(low), rounded(high)],
        ...[c.elseK, c.elseN, rounded(c.p), rounded(c.adjusted), c.beyondNoise ? 'yes' : 'no'],
      ];
    }),
  );
  return {
    name: `drivers by ${matrix.dimension} ${cycle} ${matrix.band}s.csv`.replace(/\s+/g, '-').toLowerCase(),
    text: csvOf([[...head, ...tests], ...body]),
  };
}

const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(1e4 * share) / 1e4;
