import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { serverStorageConformance } from '#test/conformance/serverStorage.ts';
import { openSqlite } from './sqlite.ts';
import { StorageFull, StorageInUse } from './storage.ts';

const folders: string[] = [];
const newFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sounding-sqlite-'));
  folders.push(folder);
  return join(folder, 'test.sqlite');
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

serverStorageConformance('sqlite', async () => {
  const file = newFile();
  let storage = openSqlite({ file, maxBytes: 0 });
  return {
    storage,
    async reopen() {
      await storage.close();
      storage = openSqlite({ file, maxBytes: 0 });
      return storage;
    },
  };
});

test('a second server is kept out of the same folder', async () => {
  const file = newFile();
  const storage = openSqlite({ file, maxBytes: 0 });
  expect(() => openSqlite({ file, maxBytes: 0 })).toThrow(StorageInUse);
  await storage.close();
  await openSqlite({ file, maxBytes: 0 }).close();
});

test('a full disk rejects the append, keeps what was there and takes writes again once there is room', async () => {
  const file = newFile();
  const storage = openSqlite({ file, maxBytes: 120 * 1024 });
  const kept: number[] = [];
  let refused: unknown;
  for (let i = 0; i < 100 && !refused; i++)
    await storage.append('w1', 'w1/codebook', new Uint8Array(3000)).then(
      (seq) => kept.push(seq),
      (error: unknown) => {
        refused = error;
      },
    );
  expect(refused).toBeInstanceOf(StorageFull);
  expect((await storage.load('w1/codebook')).log.map((entry) => entry.seq)).toEqual(kept);
  await storage.close();
  const roomier = openSqlite({ file, maxBytes: 0 });
  await roomier.append('w1', 'w1/codebook', new Uint8Array(3000));
  expect((await roomier.load('w1/codebook')).log).toHaveLength(kept.length + 1);
  await roomier.close();
});
