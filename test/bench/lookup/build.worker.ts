import { WorkspaceDatabase } from '#core/browser/database.ts';
import { placesOf } from '#core/browser/waves/find.ts';
import { makeLookup } from '#core/browser/waves/index.ts';
import { readHead } from '#core/browser/waves/lookupHead.ts';
import { emailOf, inventedWave, workspace } from './invent.ts';

/** Builds the lookup of as many invented people as it is told, and says how long that took and where some of them are. */
self.onmessage = async ({ data }: MessageEvent<{ people: number; asked: number[] }>) => {
  const db = new WorkspaceDatabase(workspace);
  const wave = inventedWave(data.people);
  const start = performance.now();
  await makeLookup(db).add(wave);
  const took = performance.now() - start;
  const head = await readHead(db);
  if (!head) throw new Error('no lookup was built');
  const places = data.asked.map((n) => placesOf(emailOf(n), head).places[0]?.name);
  let bytes = 0;
  let largest = 0;
  await db.lookup.each((row) => {
    bytes += row.bytes.length;
    largest = Math.max(largest, row.bytes.length);
  });
  self.postMessage({ took, places, shards: head.waves[0]?.shards, bytes, largest });
};
