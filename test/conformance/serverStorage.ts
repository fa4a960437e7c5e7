import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ServerStorage, WorkspaceRow } from '#server/storage/storage.ts';

/** A storage to test, and how to open what it kept again. */
export interface StorageUnderTest {
  storage: ServerStorage;
  /** Closes it and opens it on the same disk. */
  reopen(): Promise<ServerStorage>;
}

const bytes = (...values: number[]) => new Uint8Array(values);
const workspace: WorkspaceRow = {
  id: 'w1',
  created: 1_700_000_000_000,
  hashes: { member: bytes(1, 2, 3), reader: bytes(4, 5, 6) },
};
const a = 'w1/codebook';
const b = 'w1/interview/i1';

/** The contract of server/storage/storage.ts, run against every implementation. */
export function serverStorageConformance(name: string, make: () => Promise<StorageUnderTest>): void {
  describe(`server storage: ${name}`, () => {
    test('keeps a workspace as it was first made', async () => {
      const { storage, reopen } = await make();
      expect(await storage.createWorkspace(workspace)).toBe(true);
      expect(await storage.createWorkspace({ ...workspace, created: 1 })).toBe(false);
      const again = await reopen();
      expect(await again.workspace('w1')).toEqual(workspace);
      expect(await again.workspace('w2')).toBeNull();
      await again.renewSecrets('w1', { member: bytes(9), reader: bytes(8) });
      expect((await again.workspace('w1'))?.hashes).toEqual({ member: bytes(9), reader: bytes(8) });
      await again.close();
    });

    test('loads the log of a document in the order it was appended, and of no other', async () => {
      const { storage, reopen } = await make();
      const places = await Promise.all([
        storage.append('w1', a, bytes(1)),
        storage.append('w1', b, bytes(2)),
        storage.append('w1', a, bytes(3)),
      ]);
      expect(places).toEqual([...places].sort((x, y) => x - y));
      const again = await reopen();
      const { snapshot, log } = await again.load(a);
      expect(snapshot).toBeNull();
      expect(log.map((entry) => [...entry.update])).toEqual([[1], [3]]);
      expect(await again.logSize(a)).toEqual({ entries: 2, bytes: 2 });
      expect(await again.load('w1/guides')).toEqual({ snapshot: null, log: [] });
      await again.close();
    });

    test('compaction replaces what is stored by what was made of it', async () => {
      const { storage, reopen } = await make();
      for (const value of [1, 2, 3]) await storage.append('w1', a, bytes(value));
      await storage.compact(a, ({ snapshot, log }) => {
        expect(snapshot).toBeNull();
        return bytes(...log.flatMap((entry) => [...entry.update]));
      });
      await storage.append('w1', a, bytes(4));
      await storage.compact(a, ({ snapshot, log }) => bytes(...(snapshot ?? []), ...(log[0]?.update ?? [])));
      const again = await reopen();
      expect(await again.load(a)).toEqual({ snapshot: bytes(1, 2, 3, 4), log: [] });
      await again.close();
    });

    test('a compaction that fails changes nothing', async () => {
      const { storage } = await make();
      await storage.append('w1', a, bytes(1));
      await expect(
        storage.compact(a, () => {
          throw new Error('cannot fold');
        }),
      ).rejects.toThrow('cannot fold');
      expect((await storage.load(a)).log).toHaveLength(1);
      await storage.append('w1', a, bytes(2));
      expect((await storage.load(a)).log).toHaveLength(2);
      await storage.close();
    });

    test('puts an unreadable entry or snapshot aside', async () => {
      const { storage } = await make();
      const first = await storage.append('w1', a, bytes(1));
      await storage.append('w1', a, bytes(2));
      await storage.quarantine(a, first, 'test');
      expect((await storage.load(a)).log.map((entry) => [...entry.update])).toEqual([[2]]);
      await storage.compact(a, () => bytes(7));
      await storage.quarantine(a, 0, 'test');
      expect(await storage.load(a)).toEqual({ snapshot: null, log: [] });
      expect(await storage.quarantined()).toBe(2);
      await storage.close();
    });

    test('tells which documents of a workspace changed since a place, once each, and how far that reaches', async () => {
      const { storage } = await make();
      expect(await storage.changesSince('w1', 0, 10)).toEqual({ seq: 0, docs: [] });
      await storage.append('w1', a, bytes(1));
      const second = await storage.append('w1', b, bytes(1));
      const third = await storage.append('w1', a, bytes(2));
      await storage.append('w2', 'w2/codebook', bytes(1));
      expect(await storage.changesSince('w1', 0, 10)).toEqual({ seq: third, docs: [b, a] });
      expect(await storage.changesSince('w1', 0, 1)).toEqual({ seq: second, docs: [b] });
      expect(await storage.changesSince('w1', second, 10)).toEqual({ seq: third, docs: [a] });
      expect(await storage.changesSince('w1', third, 10)).toEqual({ seq: third, docs: [] });
      await storage.compact(a, () => bytes(0));
      expect(await storage.changesSince('w1', second, 10)).toEqual({ seq: third, docs: [a] });
      expect(await storage.append('w1', b, bytes(3))).toBeGreaterThan(third);
      await storage.close();
    });

    test('takes a wave once all its parts are there, and drops them when it is removed', async () => {
      const { storage, reopen } = await make();
      const part = { part: 'columns', hash: hashOf(bytes(1)) };
      const wave = { id: 'q4', head: '{"id":"q4"}', parts: [part] };
      expect(await storage.putWave('w1', wave)).toBe(false);
      await storage.putBlob('w1', part.hash, bytes(1));
      expect(await storage.hasBlob('w2', part.hash)).toBe(false);
      expect(await storage.putWave('w1', wave)).toBe(true);
      const again = await reopen();
      expect(await again.waves('w1')).toEqual({ waves: [wave], removed: [] });
      expect(await again.waves('w2')).toEqual({ waves: [], removed: [] });
      expect(await again.blob('w1', part.hash)).toEqual(bytes(1));
      await again.removeWave('w1', 'q4');
      expect(await again.waves('w1')).toEqual({ waves: [], removed: ['q4'] });
      expect(await again.blob('w1', part.hash)).toBeNull();
      await again.putBlob('w1', part.hash, bytes(1));
      expect(await again.putWave('w1', wave)).toBe(false);
      await again.close();
    });
  });
}

const hashOf = (of: Uint8Array) => createHash('sha256').update(of).digest('hex');
