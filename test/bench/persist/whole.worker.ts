import { WorkspaceDatabase } from '#core/browser/database.ts';
import { makeLookup, makeWaveStore } from '#core/browser/waves/index.ts';
import { parseId } from '#core/model/ids.ts';
import { type BuiltWave, buildWave, finish } from '#core/waves/index.ts';
import { millionBytes, millionMapping } from '#test/fixtures/million.ts';

/** What storing took, in ms: the anonymous figures alone, and the whole wave with its people and their lookup. */
export interface Stored {
  figures: number;
  parts: number;
  lookup: number;
  bytes: number;
}

/** Builds a wave of so many rows, as an import does, and stores it twice: its figures alone, then all of it. */
self.onmessage = ({ data }: MessageEvent<{ rows: number; name: string }>) => {
  answer(data).catch(reportError);
};

async function answer(data: { rows: number; name: string }): Promise<void> {
  const wave = built(data.rows);
  const figures = await stored({ ...wave, people: [] }, `${data.name}-figures`);
  const whole = await stored(wave, `${data.name}-whole`);
  self.postMessage({ ...whole, figures: figures.parts } satisfies Stored);
}

async function stored(wave: BuiltWave, name: string): Promise<Omit<Stored, 'figures'>> {
  const workspace = parseId<'workspace'>(name);
  if (!workspace.ok) throw new Error(`${name} is no id`);
  const db = new WorkspaceDatabase(workspace.value);
  await db.open();
  const start = performance.now();
  const saved = await makeWaveStore(db).save(wave);
  const parts = performance.now() - start;
  if (!saved.ok) throw new Error(JSON.stringify(saved.why));
  if (wave.people.length > 0) await makeLookup(db).add(wave);
  const lookup = performance.now() - start - parts;
  await proved(db, wave);
  let bytes = 0;
  await db.blobs.each((row) => {
    bytes += row.bytes.length;
  });
  await db.delete();
  return { parts, lookup, bytes };
}

/** What was stored is what was to be stored. */
async function proved(db: WorkspaceDatabase, wave: BuiltWave): Promise<void> {
  const row = wave.head.rows - 7;
  const person = wave.people.at(row);
  if (!person) return;
  const read = await makeWaveStore(db).people(wave.head.id, [row]);
  const found = await makeLookup(db).byEmail(person.email);
  if (!read.ok || read.value[0]?.comment !== person.comment || found?.key !== person.key)
    throw new Error(`${person.email} was not stored`);
}

function built(rows: number): BuiltWave {
  const file = millionBytes(rows);
  const id = parseId<'wave'>('bench');
  const cycle = parseId<'cycle'>('bench');
  if (!id.ok || !cycle.ok) throw new Error('"bench" is an id');
  const about = { id: id.value, cycle: cycle.value, cycleName: '', fileName: 'bench.csv' };
  const rest = {
    fileSize: file.length,
    contentHash: 'bench',
    importedAt: 0,
    mapping: millionMapping,
    sample: false,
  };
  const outcome = finish(buildWave(file, { ...about, ...rest }));
  if (!outcome.ok) throw new Error(outcome.why.kind);
  return outcome.value.wave;
}
