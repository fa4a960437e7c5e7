/** A rectangle of cells, columns and rows from 0, both ends included. */
export interface Range {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** More cells than this need not be looked at for merged ranges in any sheet that people made. */
const workLimit = 50_000_000;

/** Column and row of an address such as "AB12", from 0; null when it is none. */
export function addressOf(text: string): { column: number; row: number } | null {
  let column = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const letter = text.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(text.slice(at));
  return at > 0 && at < 4 && Number.isInteger(row) && row > 0 ? { column: column - 1, row: row - 1 } : null;
}

/** A range such as "A1:C2"; null when it is none or a single cell. */
export function rangeOf(text: string): Range | null {
  const [first, last] = text.split(':');
  const from = addressOf(first ?? '');
  const to = addressOf(last ?? '');
  return from && to ? { left: from.column, top: from.row, right: to.column, bottom: to.row } : null;
}

/** A sheet has at most 16,384 columns. */
const placeOf = (column: number, row: number): number => row * 16_384 + column;

/** Says of each cell, row after row, whether a merged range covers it other than at its first cell, and how far down. */
export class Merged {
  /** The last row of each range of one column and several rows, by its first cell. */
  private readonly down = new Map<number, number>();
  private readonly waiting: Range[];
  private active: Range[] = [];
  private work = 0;
  private row = -1;

  constructor(ranges: readonly Range[]) {
    this.waiting = [...ranges].sort((a, b) => b.top - a.top);
    for (const { left, top, right, bottom } of ranges)
      if (left === right && bottom > top) this.down.set(placeOf(left, top), bottom);
  }

  /** The last row of the column of merged cells that begins here; -1 where none does. */
  bottomFrom(column: number, row: number): number {
    return this.down.size > 0 ? (this.down.get(placeOf(column, row)) ?? -1) : -1;
  }

  /** Whether a cell's value is hidden by a merge. Rows must not go back. */
  covers(column: number, row: number): boolean {
    if (row !== this.row) this.moveTo(row);
    this.work += this.active.length;
    if (this.work > workLimit) return false;
    return this.active.some((r) => column >= r.left && column <= r.right && (column > r.left || row > r.top));
  }

  private moveTo(row: number): void {
    this.row = row;
    while ((this.waiting.at(-1)?.top ?? Number.POSITIVE_INFINITY) <= row)
      this.active.push(this.waiting.pop()!);
    this.active = this.active.filter(({ bottom }) => bottom >= row);
  }
}
