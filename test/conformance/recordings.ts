import { describe, expect, test } from 'vitest';
import type { RecordingFault, RecordingStore } from '#core/ports/recordings.ts';

/** Recordings of one device; `again` opens the same data as a restart would, `failing` makes every write meet a fault. */
export interface RecordingDevice {
  store: RecordingStore;
  again(): RecordingStore;
  failing(fault: RecordingFault | null): void;
}

const part = (id: string, at: number, interview = 'i1') => ({
  ...{ id, interview, at },
  startedAt: 1000 + at,
  type: 'audio/webm',
});
const piece = (...bytes: number[]) => Uint8Array.from(bytes);
const done = { ok: true, value: null };

/** The contract of core/ports/recordings.ts; every implementation runs it. */
export function recordingsConformance(name: string, newDevice: () => RecordingDevice): void {
  describe(`recordings: ${name}`, () => {
    test('pieces come back in order, also after a restart, and a part that was cut off is known as such', async () => {
      const device = newDevice();
      expect(await device.store.begin(part('p1', 5))).toEqual(done);
      for (let n = 1; n < 13; n++) expect(await device.store.append('p1', piece(n, n), 2 * n)).toEqual(done);
      for (const store of [device.store, device.again()]) {
        expect(await store.ofInterview('i1')).toEqual([
          { ...part('p1', 5), bytes: 24, seconds: 24, running: true },
        ]);
        expect((await store.sound('p1')).map((p) => [...p])).toEqual(
          Array.from({ length: 12 }, (_, n) => [n + 1, n + 1]),
        );
      }
      await device.store.end('p1');
      expect((await device.again().ofInterview('i1'))[0]).toMatchObject({ running: false, seconds: 24 });
    });

    test('parts come in the order of the call, those of another interview not at all', async () => {
      const { store } = newDevice();
      await store.begin(part('late', 90));
      await store.begin(part('early', 10));
      await store.begin(part('other', 1, 'i2'));
      expect((await store.ofInterview('i1')).map((p) => p.id)).toEqual(['early', 'late']);
      expect(await store.ofInterview('i3')).toEqual([]);
      expect(await store.sound('none')).toEqual([]);
    });

    test('deleted is gone, sound and all; other interviews stay; what comes late is not taken', async () => {
      const device = newDevice();
      for (const p of [part('p1', 0), part('p2', 30), part('p3', 0, 'i2')]) {
        await device.store.begin(p);
        await device.store.append(p.id, piece(7), 2);
      }
      expect(await device.store.remove('i1')).toBe(true);
      for (const store of [device.store, device.again()]) {
        expect(await store.ofInterview('i1')).toEqual([]);
        expect(await store.sound('p1')).toEqual([]);
        expect(await store.sound('p2')).toEqual([]);
        expect((await store.sound('p3')).length).toBe(1);
      }
      expect(await device.store.append('p1', piece(8), 4)).toEqual({ ok: false, why: 'gone' });
      expect(await device.store.sound('p1')).toEqual([]);
    });

    test.each(['full', 'failed'] as const)(
      'a disk that is %s says so and keeps what was there',
      async (fault) => {
        const { store, failing } = newDevice();
        await store.begin(part('p1', 0));
        await store.append('p1', piece(1), 2);
        failing(fault);
        expect(await store.append('p1', piece(2), 4)).toEqual({ ok: false, why: fault });
        expect(await store.begin(part('p2', 9))).toEqual({ ok: false, why: fault });
        expect(await store.remove('i1')).toBe(false);
        failing(null);
        expect(await store.ofInterview('i1')).toMatchObject([{ id: 'p1', bytes: 1, seconds: 2 }]);
        expect(await store.append('p1', piece(3), 4)).toEqual(done);
        expect((await store.sound('p1')).map((p) => p[0])).toEqual([1, 3]);
      },
    );

    test('there is room until the browser says otherwise', async () => {
      expect(await newDevice().store.hasRoom()).toBe(true);
    });
  });
}
