import {
  type Broader,
  type Concentration,
  isMore,
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
  /** People stand in several columns, which add up to more than everyone. */
  overlaps: boolean;
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
    // who is in two segments stands once in the whole: one segment and everybody else
    const [one] = cells;
    return {
      theme,
      name: nameOf(theme),
      k: one ? one.k + one.elseK : 0,
      n: one ? one.n + one.elseN : 0,
      cells: cells.map((s) => ({ ...s, tooFew: s.n < leastInSegment })),
    };
  });
  const columns = all.filter((s) => s.dimension === dimension).map(({ value, n }) => ({ value, n }));
  const drawn = withoutWholes(rows, (row) => row.k, tree);
  drawn.sort((a, b) => b.k - a.k || a.name.localeCompare(b.name, 'en') || (a.theme < b.theme ? -1 : 1));
  const overlaps = columns.reduce((sum, { n }) => sum + n, 0) > (drawn[0]?.n ?? 0);
  return { band, dimension, dimensions, columns, overlaps, rows: drawn };
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

/** The driver that is raised more in one segment than elsewhere beyond noise, the clearest; null where none is. */
export function clearestOf({ rows }: Matrix): { name: string; cell: MatrixCell } | null {
  const told = rows.flatMap(({ name, cells }) =>
    cells.filter((c) => c.beyondNoise && isMore(c)).map((cell) => ({ name, cell })),
  );
  return told.reduce<(typeof told)[number] | null>(
    (best, next) => (best && (best.cell.p ?? 1) <= (next.cell.p ?? 1) ? best : next),
    null,
  );
}
