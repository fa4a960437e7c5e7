import { fail, ok, type Result } from '#core/model/result.ts';
import type { WaveStore, WaveStoreFault } from '#core/ports/waves.ts';
import type { BuiltWave, People, WaveHead } from '#core/waves/index.ts';
import type { DeviceLookup } from './lookup.ts';
import type { DeviceWaves } from './store.ts';

/** A stored wave as it was built, with all its people, each made when asked for; for what reads every row, like the lookup. */
export async function loadWave(store: WaveStore, head: WaveHead): Promise<Result<BuiltWave, WaveStoreFault>> {
  const columns = await store.columns(head.id);
  if (!columns.ok) return columns;
  const people =
    'everybody' in store ? await (store as DeviceWaves).everybody(head.id) : await eachOf(store, head);
  if (!people.ok) return fail(people.why);
  return ok({ head, columns: columns.value, people: people.value, rejected: await store.rejected(head.id) });
}

function eachOf(store: WaveStore, { id, rows }: WaveHead): Promise<Result<People, WaveStoreFault>> {
  return store.people(
    id,
    Array.from({ length: rows }, (_, row) => row),
  );
}

/**
 * Makes the lookup hold exactly the stored waves: puts in those a crash left out and takes out those that are gone.
 * Cheap when nothing is amiss. Answers how many waves it put in or took out.
 */
export async function reconcileLookup(store: WaveStore, lookup: DeviceLookup): Promise<number> {
  const heads = await store.list();
  const held = new Set(await lookup.waves());
  let changed = 0;
  for (const head of heads) {
    if (held.delete(head.id)) continue;
    const wave = await loadWave(store, head);
    if (!wave.ok) continue;
    await lookup.add(wave.value);
    changed++;
  }
  for (const id of held) {
    await lookup.removeById(id);
    changed++;
  }
  return changed;
}
