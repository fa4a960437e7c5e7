import { type ContactRole, optsOut } from '../cells/yes.ts';
import type { BuildNote } from '../outcome.ts';
import type { FieldCells } from '../people/people.ts';

/** Judges each different cell of a column that says who must not be contacted, or who may be, once. */
export class OptOutJudge {
  private readonly known = new Map<string, boolean>();
  private readonly unclear = new Map<string, number>();
  private readonly header: string;
  private readonly role: ContactRole;

  constructor(header: string, role: ContactRole) {
    this.header = header;
    this.role = role;
  }

  /** Whether the text says that its person must not be contacted. */
  isOut(text: string): boolean {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const { isOut, isUnclear } = optsOut(text, this.role);
    this.known.set(text, isOut);
    if (isUnclear) this.unclear.set(text, 0);
    return isOut;
  }

  /** Counts a cell that was judged, for the note. */
  count(text: string): void {
    const count = this.unclear.get(text);
    if (count !== undefined) this.unclear.set(text, count + 1);
  }

  notes(): BuildNote[] {
    const values = [...this.unclear].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a);
    const count = values.reduce((sum, [, n]) => sum + n, 0);
    if (count === 0) return [];
    const most = values.slice(0, 10).map(([value, n]) => ({ value: value.slice(0, 200), count: n }));
    return [{ kind: 'unclearOptOut', header: this.header, count, values: most, more: values.length > 10 }];
  }
}

/** Who must not be contacted by one column of a survey; nobody without a column. */
export class OptOutCells {
  private readonly cells: FieldCells;
  private readonly judge: OptOutJudge;

  constructor(cells: FieldCells, header: string, role: ContactRole) {
    this.cells = cells;
    this.judge = new OptOutJudge(header, role);
  }

  isOut(row: number): boolean {
    return this.judge.isOut(this.cells.text(row));
  }

  /** What was unclear among so many rows. */
  notes(rows: number): BuildNote[] {
    const { cells, judge } = this;
    for (let row = 0; row < rows; row++) {
      const text = cells.text(row);
      judge.isOut(text);
      judge.count(text);
    }
    return judge.notes();
  }
}
