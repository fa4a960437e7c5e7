import type { Segment, SegmentMap } from '#core/segments/index.ts';
import type { CrossView } from './counted.ts';
import { isHidden, type Look } from './look.ts';
import type { Row } from './rows.ts';
import { npsValue } from './words.ts';

/** A row or column of the grid: its value, and the segment it is alone, when the map has it. */
export interface Side {
  value: string;
  segment: Segment | null;
}

/** A cross as it is laid out. */
export interface CrossGrid {
  rows: readonly Side[];
  columns: readonly Side[];
  /** By row, then column. */
  cells: readonly (readonly Row[])[];
  /** Rows not shown yet. */
  moreRows: number;
  /** Largest distance any readable cell has from everyone else, and the largest change: the ends of the colours. At least 10. */
  most: Readonly<Record<'level' | 'change', number>>;
}

/** Lays a cross out under a look: hidden and unsearched values out, both sides in the order of the map. */
export function gridOf(
  { cross, cells }: Extract<CrossView, { kind: 'ready' }>,
  map: SegmentMap,
  look: Look,
  mostRows: number,
): CrossGrid {
  const wanted = look.search.trim().toLowerCase();
  const found = (value: string) => wanted === '' || value.toLowerCase().includes(wanted);
  const sides = (dimension: string, values: readonly string[]) => {
    const segments = new Map(
      map.dimensions.find((d) => d.name === dimension)?.segments.map((s) => [s.value, s]),
    );
    return values
      .map((value, at) => ({ value, at, segment: segments.get(value) ?? null }))
      .filter(({ value, segment }) => segment?.n !== 0 && !isHidden(look, dimension, value))
      .sort((a, b) => orderOf(a.segment, b.segment, look) || a.at - b.at);
  };
  const [down, across] = [sides(cross.rows, cross.rowValues), sides(cross.columns, cross.columnValues)];
  const anyRow = down.some(({ value }) => found(value));
  const anyColumn = across.some(({ value }) => found(value));
  const rows = anyRow ? down.filter(({ value }) => found(value)) : down;
  const columns = anyColumn ? across.filter(({ value }) => found(value)) : across;
  const first = anyRow || anyColumn ? rows.slice(0, mostRows) : [];
  return {
    rows: first,
    columns,
    cells: first.map((row) => columns.map((column) => cells[row.at]?.[column.at] as Row)),
    moreRows: first.length > 0 ? rows.length - first.length : 0,
    most: mostIn(cells.flat()),
  };
}

function orderOf(a: Segment | null, b: Segment | null, { order }: Look): number {
  if (!a || !b || order === 'dimension') return 0;
  if (order === 'answers') return b.n - a.n;
  return npsValue(a.nps) - npsValue(b.nps);
}

function mostIn(rows: readonly Row[]): CrossGrid['most'] {
  const most = { level: 10, change: 10 };
  for (const { segment, change } of rows) {
    const level = segment.reading.kind === 'read' ? segment.reading.level : null;
    if (level) most.level = Math.max(most.level, Math.abs(level.difference.value));
    if (change) most.change = Math.max(most.change, Math.abs(change.by));
  }
  return most;
}
