import type { InterviewFacts } from '#core/themes/index.ts';
import type { WorkspaceDatabase } from '../database.ts';
import { CycleRows } from './cycleRows.ts';

/** Rows by interview; null for one that is to go. */
export type Rows = ReadonlyMap<string, InterviewFacts | null>;

/** How rows are written. */
export interface WriteHow {
  /** The rows as they were read: one that is another by now is left alone, since somebody projected a newer document. */
  known?: Rows;
  /** Interviews to note as changed and not projected yet. */
  marks?: ReadonlySet<string>;
}

/** Raised whenever a row says more, or other things, than one made before: all are then made again at the next start. */
export const projection = 2;

const pending = 'facts:pending:';
/** Row of the `kept` table: the `projection` that made the rows. */
const madeBy = 'facts:made by';
/** Rows of the `kept` table that name interviews changed but not yet projected: a crash between the two is repaired. */
const pendingKey = (interview: string) => pending + interview;

/** The `facts` table: one row per interview. What cannot be written is answered from memory. */
export class FactsTable {
  readonly #db: WorkspaceDatabase;
  readonly #cycles: CycleRows;
  readonly #unwritten = new Map<string, InterviewFacts | null>();

  constructor(db: WorkspaceDatabase) {
    this.#db = db;
    this.#cycles = new CycleRows(db);
  }

  /** Rows that could not be written. */
  get unwritten(): Rows {
    return this.#unwritten;
  }

  /** A row that has not changed since it was last asked for may be the very same object. */
  ofCycle(cycle: string): Promise<InterviewFacts[]> {
    return this.#withUnwritten(this.#cycles.read(cycle), (row) => row.cycle === cycle);
  }

  ofPerson(person: string): Promise<InterviewFacts[]> {
    const stored = this.#db.facts.where('person').equals(person).toArray();
    return this.#withUnwritten(stored, (row) => row.person === person);
  }

  /** The rows of these interviews as they lie there, null for none. */
  async rowsOf(interviews: readonly string[]): Promise<Rows> {
    let rows: readonly (InterviewFacts | undefined)[] = [];
    try {
      rows = await this.#db.facts.bulkGet([...interviews]);
    } catch {
      // As if none were there: writing says what is wrong with the disk.
    }
    return new Map(interviews.map((interview, i) => [interview, rows[i] ?? null]));
  }

  /** Ids of the interviews in the table; none where it cannot be read. */
  async interviews(): Promise<string[]> {
    try {
      return await this.#db.facts.toCollection().primaryKeys();
    } catch {
      return [];
    }
  }

  /** Whether this app's projection made all rows. Rejects when the disk does not answer. */
  async isMadeBy(projection: number): Promise<boolean> {
    return (await this.#db.kept.get(madeBy))?.value === projection;
  }

  async setMadeBy(projection: number): Promise<void> {
    await this.#db.kept.put({ key: madeBy, value: projection });
  }

  /** Interviews noted as changed and not projected yet, by this tab or another, now or before a crash. */
  async marked(): Promise<string[]> {
    const keys = await this.#db.kept.where('key').startsWith(pending).primaryKeys();
    return keys.map((key) => key.slice(pending.length));
  }

  /** Writes the rows that differ, and the marks, in one transaction, and answers whose rows they were. */
  async write(rows: Rows, { known, marks = new Set() }: WriteHow = {}): Promise<string[]> {
    const ids = [...rows.keys()];
    const rowOf = (id: string) => rows.get(id) ?? null;
    try {
      const written = await this.#db.transaction('rw', this.#db.facts, this.#db.kept, async () => {
        const stand = (await this.#db.facts.bulkGet(ids)).map((row) => row ?? null);
        const due = ids.filter((id, i) => {
          const isOther = known && differ(stand[i] ?? null, known.get(id) ?? null);
          return !isOther && differ(stand[i] ?? null, rowOf(id));
        });
        await this.#db.facts.bulkPut(due.flatMap((id) => rowOf(id) ?? []));
        await this.#db.facts.bulkDelete(due.filter((id) => !rowOf(id)));
        // What somebody marked meanwhile is theirs to project.
        if (!known) await this.#db.kept.bulkDelete(ids.map(pendingKey));
        await this.#db.kept.bulkPut([...marks].map((id) => ({ key: pendingKey(id), value: true })));
        return due;
      });
      for (const id of ids) this.#unwritten.delete(id);
      return written;
    } catch {
      const due = ids.filter((id) => differ(this.#unwritten.get(id) ?? null, rowOf(id)));
      for (const id of ids) this.#unwritten.set(id, rowOf(id));
      return due;
    }
  }

  /** These rows are other ones now, or gone, here or in another tab. */
  changed(interviews: readonly string[]): void {
    for (const interview of interviews) this.#cycles.change(interview);
  }

  /** Any row may be another one: this page heard nothing for a while. */
  doubt(): void {
    this.#cycles.forget();
  }

  async #withUnwritten(
    stored: PromiseLike<InterviewFacts[]>,
    fits: (row: InterviewFacts) => boolean,
  ): Promise<InterviewFacts[]> {
    let rows: InterviewFacts[] = [];
    try {
      rows = await stored;
    } catch {
      // Without a disk there is what this tab projected.
    }
    if (this.#unwritten.size === 0) return rows;
    const mine = [...this.#unwritten.values()].filter((row) => row !== null && fits(row));
    return [...rows.filter((row) => !this.#unwritten.has(row.interview)), ...(mine as InterviewFacts[])];
  }
}

const differ = (a: InterviewFacts | null, b: InterviewFacts | null): boolean =>
  JSON.stringify(a) !== JSON.stringify(b);
