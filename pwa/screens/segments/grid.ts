import { signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type SegmentMap, shownValue } from '#core/segments/index.ts';
import type { CrossView } from './counted.ts';
import { crossWords } from './crossWords.ts';
import { isHidden, type Look } from './look.ts';
import { type Row, rowOf, scoreOf, severalIn } from './rows.ts';

/** A row or column of the grid: its value, and what it is alone, when the map has it. */
export interface Side {
  value: string;
  alone: Row | null;
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

/** Lays a cross out under a look: hidden and unsearched values out, both sides in the order of the map, those too few to read last. */
export function gridOf(
  { cross, cells }: Extract<CrossView, { kind: 'ready' }>,
  map: SegmentMap,
  look: Look,
  mostRows: number,
): CrossGrid {
  const wanted = look.search.trim().toLowerCase();
  const found = (value: string) => wanted === '' || shownValue(value).toLowerCase().includes(wanted);
  const isSeveral = severalIn(map);
  const sides = (dimension: string, values: readonly string[]) => {
    const segments = new Map(
      map.dimensions.find((d) => d.name === dimension)?.segments.map((s) => [s.value, rowOf(s, isSeveral)]),
    );
    return values
      .map((value, at) => ({ value, at, alone: segments.get(value) ?? null }))
      .filter(({ value, alone }) => alone?.segment.n !== 0 && !isHidden(look, dimension, value))
      .sort((a, b) => orderOf(a.alone, b.alone, look) || a.at - b.at);
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

function orderOf(a: Row | null, b: Row | null, { order, tells }: Look): number {
  const few = (row: Row | null) => (row?.readable ? 0 : 1);
  if (few(a) !== few(b)) return few(a) - few(b);
  if (!a || !b || order === 'dimension') return 0;
  if (order === 'answers' || !a.readable) return b.segment.n - a.segment.n;
  return tells === 'level' ? scoreOf(a) - scoreOf(b) : changed(a) - changed(b);
}

/** Points since the wave before; where there is no telling, after all that changed. */
const changed = ({ change }: Row): number => change?.by ?? Number.MAX_VALUE;

function mostIn(rows: readonly Row[]): CrossGrid['most'] {
  const most = { level: 10, change: 10 };
  for (const { segment, change } of rows) {
    const level = segment.reading.kind === 'read' ? segment.reading.level : null;
    if (level) most.level = Math.max(most.level, Math.abs(level.difference.value));
    if (change) most.change = Math.max(most.change, Math.abs(change.by));
  }
  return most;
}

/** The figure of a cell or of a whole row or column: its score or its change; "too few" where neither can be read. */
export function figureText(row: Row, tells: Look['tells']): string {
  if (!row.readable) return crossWords.few;
  if (tells === 'level') return wholeOf(scoreOf(row));
  return row.change ? signedOf(row.change.by) : crossWords.noChange;
}
