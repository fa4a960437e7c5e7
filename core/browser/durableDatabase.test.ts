import 'fake-indexeddb/auto';
import type { Table } from 'dexie';
import { expect, test } from 'vitest';
import { DurableDatabase } from './durableDatabase.ts';

class Pair extends DurableDatabase {
  declare left: Table<string, number>;
  declare right: Table<string, number>;

  constructor() {
    super('pair', { left: '', right: '' });
  }
}

test('two writers of different tables come one after the other', async () => {
  const db = new Pair();
  const order: string[] = [];
  const write = (rows: Table<string, number>, name: string) =>
    db.transaction('rw', rows, async () => {
      for (let i = 0; i < 5; i++) {
        await rows.put(name, i);
        order.push(name);
      }
    });
  await db.open();
  const [left, right] = [write(db.left, 'left'), write(db.right, 'right')];
  await Promise.all([left, right]);
  expect(order).toEqual([...Array<string>(5).fill('left'), ...Array<string>(5).fill('right')]);
  // A single write is a transaction of its own.
  await Promise.all([db.left.put('x', 9), db.right.put('y', 9)]);
  expect([await db.left.get(9), await db.right.get(9)]).toEqual(['x', 'y']);
  db.close();
});
