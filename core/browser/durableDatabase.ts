import { Dexie } from 'dexie';

/** An empty table that every writing transaction of a database includes. */
const turn = 'turn';

/**
 * A Dexie database whose `complete` means flushed to the disk, and in which one transaction writes at a time, whatever
 * tables it writes, in all tabs and workers together. Chromium cannot recover from a kill during two: it takes the locks of
 * both again at the next start, finds that they share the database's, calls that corruption and deletes everything the
 * origin has stored (docs/decisions/0023). A table common to all writing transactions makes the browser itself
 * hold the second back until the first has ended.
 */
export class DurableDatabase extends Dexie {
  /** Subclasses name their tables with `declare`: a plain field would hide them. `tables` as Dexie's `stores` takes them: names and their keys. */
  constructor(name: string, tables: Record<string, string>) {
    super(name, { chromeTransactionDurability: 'strict' });
    // 2 since `turn` is there.
    this.version(2).stores({ ...tables, [turn]: '' });
    this.use({
      stack: 'dbcore',
      name: 'one writer at a time',
      create: (core) => ({
        ...core,
        transaction: (stores, mode, options) =>
          core.transaction(mode === 'readwrite' ? [...stores, turn] : stores, mode, options),
      }),
    });
  }
}
