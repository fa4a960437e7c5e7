import { describe, expect, test } from 'vitest';
import type { Lookup, WaveStore } from '#core/ports/waves.ts';
import { type BuiltWave, plainEmail } from '#core/waves/index.ts';
import { idOf, usualColumns, waveFrom } from '#test/fixtures/waves.ts';

/** Waves and lookup of one device; `again` opens the same data as another tab or a restart would. */
export interface WaveDevice {
  waves: WaveStore;
  lookup: Lookup;
  again: () => Promise<WaveDevice>;
}

const header = 'nps,email,name,company,date,comment,tier,speed';
const first = waveFrom({
  id: 'w1',
  importedAt: 1000,
  cycleName: 'Q1 2026',
  columns: usualColumns,
  csv: `${header}
3,Ann@Example.com,Ann Lee,Acme,2026-02-03,"Slow,
and ""dear""",Enterprise,2
9,bo@example.com,Bo,Acme,2026-02-04,,Small,5
,cy@example.com,Cy,Birch,2026-02-05,,,
ten,dee@example.com,Dee,Birch,2026-02-05,,Small,4`,
});
const second = waveFrom({
  id: 'w2',
  importedAt: 2000,
  cycleName: 'Q2 2026',
  columns: usualColumns,
  csv: `${header}
8,ann@example.com,Ann Lee-Park,Acme,2026-05-03,Better,Enterprise,4
,bo@example.com,Bo,Acme,2026-05-04,,Small,`,
});

/** The contracts of core/ports/waves.ts; every implementation runs them. */
export function wavesConformance(name: string, newDevice: () => Promise<WaveDevice>): void {
  const withWaves = async (...waves: BuiltWave[]): Promise<WaveDevice> => {
    const device = await newDevice();
    for (const wave of waves) {
      expect((await device.waves.save(wave)).ok).toBe(true);
      await device.lookup.add(wave);
    }
    return device;
  };

  describe(`waves: ${name}`, () => {
    test('a saved wave comes back whole, also after a restart', async () => {
      const device = await withWaves(first);
      for (const { waves } of [device, await device.again()]) {
        expect(await waves.list()).toEqual([first.head]);
        expect(await waves.columns(first.head.id)).toEqual({ ok: true, value: first.columns });
        expect(await waves.people(first.head.id, [0, 1, 2])).toEqual({ ok: true, value: [...first.people] });
        expect(await waves.rejected(first.head.id)).toEqual(first.rejected);
      }
    });

    test('people come in the order they were asked for', async () => {
      const { waves } = await withWaves(first);
      const read = await waves.people(first.head.id, [2, 0]);
      expect(read.ok && read.value.map((person) => person.name)).toEqual(['Cy', 'Ann Lee']);
    });

    test('the newest wave is listed first', async () => {
      const { waves } = await withWaves(second, first);
      expect((await waves.list()).map((head) => head.id)).toEqual(['w2', 'w1']);
    });

    test('the same content twice changes nothing and answers with the first head', async () => {
      const { waves } = await withWaves(first);
      const copy = { ...first, head: { ...first.head, id: idOf<'wave'>('copy'), importedAt: 5000 } };
      expect(await waves.save(copy)).toEqual({ ok: true, value: first.head });
      expect(await waves.list()).toEqual([first.head]);
      expect((await waves.columns(copy.head.id)).ok).toBe(false);
    });

    test('a removed wave is gone, and can be imported again', async () => {
      const device = await withWaves(first, second);
      await device.waves.remove(first.head.id);
      expect((await device.waves.list()).map((head) => head.id)).toEqual(['w2']);
      expect((await device.waves.columns(first.head.id)).ok).toBe(false);
      expect(await device.waves.save(first)).toEqual({ ok: true, value: first.head });
    });

    test('watchers hear of a save and of a removal, until they stop', async () => {
      const { waves } = await newDevice();
      let heard = 0;
      let resolve = (): void => {};
      const next = (): Promise<void> =>
        new Promise((done) => {
          resolve = done;
        });
      const stop = waves.watch(() => {
        heard++;
        resolve();
      });
      let called = next();
      await waves.save(first);
      await called;
      called = next();
      await waves.remove(first.head.id);
      await called;
      const before = heard;
      stop();
      await waves.save(second);
      expect(heard).toBe(before);
    });
  });

  describe(`lookup: ${name}`, () => {
    test('what a score measures is said with it', async () => {
      const columns = { sat: { role: 'score' }, email: { role: 'email' } } as const;
      const wave = waveFrom({ id: 'csat', csv: 'sat,email\n4,ann@example.com', columns, metric: 'csat' });
      const { lookup } = await withWaves(wave);
      expect(await lookup.byEmail('ann@example.com')).toMatchObject({ score: 4, metric: 'csat' });
    });

    test('an e-mail is found whatever its case and spaces, with all the card needs', async () => {
      const { lookup } = await withWaves(first);
      expect(await lookup.byEmail('  ANN@example.COM ')).toEqual({
        key: 'mail:ann@example.com',
        metric: 'nps',
        name: 'Ann Lee',
        email: 'ann@example.com',
        accountName: 'Acme',
        score: 3,
        answeredOn: '2026-02-03',
        comment: 'Slow,\nand "dear"',
        wave: 'w1',
        cycle: 'cycle-w1',
        cycleName: 'Q1 2026',
        segments: [['Tier', 'Enterprise']],
      });
    });

    test('nobody is found for another, an empty or a rejected e-mail', async () => {
      const { lookup } = await withWaves(first);
      for (const email of ['ann@example.org', '', ' ', 'dee@example.com', 'n@example.com', '%'])
        expect(await lookup.byEmail(email)).toBeNull();
    });

    test('a newer answer replaces the older one, in whichever order they came', async () => {
      for (const waves of [
        [first, second],
        [second, first],
      ]) {
        const { lookup } = await withWaves(...waves);
        expect(await lookup.byEmail('ann@example.com')).toMatchObject({ score: 8, wave: 'w2' });
      }
    });

    test('a later non-response does not hide what somebody answered', async () => {
      const { lookup } = await withWaves(first, second);
      expect(await lookup.byEmail('bo@example.com')).toMatchObject({ score: 9, wave: 'w1' });
      expect(await lookup.byEmail('cy@example.com')).toMatchObject({ score: null, wave: 'w1', segments: [] });
    });

    test('of several answers in one wave the latest counts', async () => {
      const csv = `${header}\n2,a@x.org,,,2026-03-09,,,\n7,a@x.org,,,2026-03-10,,,\n5,a@x.org,,,2026-03-01,,,`;
      const { lookup } = await withWaves(waveFrom({ id: 'w3', columns: usualColumns, csv }));
      expect(await lookup.byEmail('a@x.org')).toMatchObject({ score: 7 });
    });

    test('removing a wave brings back what was known before it', async () => {
      const { lookup } = await withWaves(first, second);
      await lookup.remove(second.head.id);
      expect(await lookup.byEmail('ann@example.com')).toMatchObject({ score: 3, wave: 'w1' });
      await lookup.remove(first.head.id);
      expect(await lookup.byEmail('ann@example.com')).toBeNull();
    });

    test('adding a wave twice is adding it once', async () => {
      const { lookup } = await withWaves(first);
      await lookup.add(first);
      await lookup.remove(first.head.id);
      expect(await lookup.byEmail('ann@example.com')).toBeNull();
    });

    test('a thousand people are each found, also after a restart', async () => {
      const rows = Array.from({ length: 1000 }, (_, i) => `${i % 11},P${i}@many.example,,Firm ${i % 50},,,,`);
      const many = waveFrom({ id: 'many', columns: usualColumns, csv: [header, ...rows].join('\n') });
      const device = await withWaves(first, many, second);
      const { lookup } = await device.again();
      for (let i = 0; i < 1000; i += 7) {
        const email = plainEmail(`P${i}@many.example`);
        expect(await lookup.byEmail(email)).toMatchObject({ email, score: i % 11, wave: 'many' });
      }
      await lookup.remove(many.head.id);
      expect(await lookup.byEmail('p7@many.example')).toBeNull();
      expect(await lookup.byEmail('ann@example.com')).toMatchObject({ score: 8 });
    });
  });
}
