import { Dexie, type Table } from 'dexie';
import { DurableDatabase } from '#core/browser/durableDatabase.ts';
import { freshLog } from '#core/browser/replica/index.ts';

/** Two tables of one database, each written without a pause; the harness kills the browser meanwhile. */
const tables = { left: '', right: '' };

type Rows = Table<string, number>;

class Ours extends DurableDatabase {
  declare left: Rows;
  declare right: Rows;

  constructor() {
    super('pair', tables);
  }
}

class Stock extends Dexie {
  declare left: Rows;
  declare right: Rows;

  constructor() {
    super('pair', { chromeTransactionDurability: 'strict' });
    this.version(1).stores(tables);
  }
}

async function fill(rows: Rows): Promise<void> {
  for (let i = 1; i < 60; i++) await rows.put(`a row of forty characters, to be of a size ${i}`, i);
}

/** Both tables as often under way at once as the browser allows. */
async function begin(db: Ours | Stock): Promise<void> {
  const found = (await db.left.get(0)) ?? null;
  await db.left.put('written before all kills', 0);
  for (const rows of [db.left, db.right]) void writeOn(db, rows);
  (globalThis as unknown as { tell: (text: string) => void }).tell(JSON.stringify({ found }));
}

async function writeOn(db: Ours | Stock, rows: Rows): Promise<void> {
  for (;;)
    if (db instanceof Ours) await db.transaction('rw', rows, () => fill(rows));
    else await db.transaction('rw', rows, () => fill(rows));
}

// As the app does first: a kill may also cut the log in the middle of a record (docs/decisions/0019).
if (location.hash !== '#stock') await freshLog();
void begin(location.hash === '#stock' ? new Stock() : new Ours());
