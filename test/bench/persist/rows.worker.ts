import { Dexie } from 'dexie';
import { millionCsv, millionHeader } from '#test/fixtures/million.ts';

/** Stores rows of the same survey as a Dexie table of objects, some thousand at a time; answers how long that took, in ms. */
self.onmessage = ({ data }: MessageEvent<{ rows: number; name: string }>) => {
  answer(data).catch(reportError);
};

async function answer(data: { rows: number; name: string }): Promise<void> {
  const rows = objectsOf(data.rows);
  const db = new Dexie(data.name);
  db.version(1).stores({ answers: '++row' });
  await db.open();
  const start = performance.now();
  for (let at = 0; at < rows.length; at += 5000) await db.table('answers').bulkPut(rows.slice(at, at + 5000));
  const took = performance.now() - start;
  if ((await db.table('answers').count()) !== data.rows) throw new Error('rows are missing');
  await db.delete();
  self.postMessage(took);
}

/** Cells as a row-by-row reader would give them: numbers as numbers, texts as texts. */
function objectsOf(count: number): Record<string, unknown>[] {
  const cell = /(?:"((?:[^"]|"")*)"|([^,\n]*))[,\n]/y;
  const text = [...millionCsv(count)].join('');
  const rows: Record<string, unknown>[] = [];
  let at = text.indexOf('\n') + 1;
  while (at < text.length) {
    const row: Record<string, unknown> = {};
    for (const name of millionHeader) {
      cell.lastIndex = at;
      const found = cell.exec(text);
      if (!found) throw new Error(`no cell at ${at}`);
      const value = found[1]?.replaceAll('""', '"') ?? found[2] ?? '';
      row[name] = /^\d{1,2}$/.test(value) ? Number(value) : value;
      at = cell.lastIndex;
    }
    rows.push(row);
  }
  return rows;
}
