import type { SheetName } from '../inspection.ts';
import { attributeOf, type XmlHandler } from './xml.ts';

const lookedRows = 200;

/** Counts the filled cells of the first rows of a sheet, without their texts, to tell a table from other things. */
export class HeadRows implements XmlHandler {
  private readonly widths: number[] = [];
  private cells = 0;
  private texts = 0;
  /** The last row as the sheet states it; 0 where it does not. */
  private lastRow = 0;
  private isWhole = false;

  open(name: string, tag: string): void {
    if (name === 'dimension') this.lastRow = Number(/(\d+)$/.exec(attributeOf(tag, 'ref') ?? '')?.[1] ?? 0);
    else if (name === 'row') this.cells = 0;
    else if (name === 'v' || name === 'is') this.cells++;
    else if (name === 'c' && this.widths.length === 0 && /\bt=["'](s|inlineStr|str)/.test(tag)) this.texts++;
  }

  text(): void {
    // Only whether a cell is filled counts here.
  }

  close(name: string): void {
    if (name === 'row' && this.cells > 0) this.widths.push(this.cells);
    else if (name === 'worksheet') this.isWhole = true;
  }

  isEnough(): boolean {
    return this.widths.length >= lookedRows;
  }

  /** Filled cells of the row in the middle, by width. */
  usual(): number {
    const sorted = [...this.widths].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  }

  /** Rows below the first; of a sheet that was not read to its end as it states them, or as many as were looked for. */
  rows(): Pick<SheetName, 'rows' | 'rowsAre'> {
    const below = Math.max(0, this.widths.length - 1);
    if (this.isWhole) return { rows: below, rowsAre: 'counted' };
    return this.lastRow > below
      ? { rows: this.lastRow - 1, rowsAre: 'stated' }
      : { rows: lookedRows, rowsAre: 'atLeast' };
  }

  /** How much it is like a table of answers: wide, even, long (`packed`: its bytes in the package), words on top. */
  fit(packed: number): number {
    const { widths, texts } = this;
    const usual = this.usual();
    if (usual === 0) return 0;
    const even = widths.filter((width) => width > usual / 2).length / widths.length;
    const long = Math.log2(1 + widths.length) + Math.log2(1 + packed / 10_000);
    const headed = texts > (widths[0] ?? 1) / 2 ? 1 : 0.6;
    return Math.min(usual, 12) * even * long * headed;
  }
}
