import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import { usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import { WorkspaceDatabase } from '../database.ts';
import { loadWave } from './load.ts';
import { makeLookup } from './lookup.ts';
import { makeMemoryShelf, makeMemoryWaves } from './memory.ts';
import { makeWaveShelf } from './shelf.ts';
import { makeWaveStore } from './store.ts';

const wave = waveFrom({
  id: 'small',
  columns: usualColumns,
  csv: 'nps,email,name,company,date,comment,tier,speed\n3,ann@example.com,Ann,Acme,2026-02-03,Slow,Enterprise,2',
});

test('a wave from memory is taken by a browser that stores it, whole', async () => {
  const { waves } = makeMemoryWaves();
  await waves.save(wave);
  const shelf = makeMemoryShelf(waves);
  const parts = await Promise.all(
    (await shelf.parts(wave.head.id)).map(async ({ part, hash }) => {
      const bytes = (await shelf.part(wave.head.id, part)) ?? new Uint8Array();
      return { part, hash, bytes };
    }),
  );
  const db = new WorkspaceDatabase(newId(seededChance('memory')));
  const store = makeWaveStore(db);
  expect(await makeWaveShelf(db, store, makeLookup(db)).take(wave.head, parts)).toBe(true);
  const [stored, kept] = [await loadWave(store, wave.head), await loadWave(waves, wave.head)];
  if (!stored.ok || !kept.ok) throw new Error('a wave is there and cannot be read');
  const people = [...kept.value.people];
  expect({ ...stored.value, people: [...stored.value.people] }).toEqual({ ...kept.value, people });
  expect(await shelf.part(wave.head.id, 'no such part')).toBeNull();
  db.close();
});
