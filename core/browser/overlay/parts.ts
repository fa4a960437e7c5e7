import { docName } from '#core/model/docName.ts';
import type { WorkspaceId } from '#core/model/ids.ts';
import type { OverlayHolds } from '#core/ports/overlay.ts';
import type { Replica } from '#core/ports/replica.ts';
import type { WaveStore } from '#core/ports/waves.ts';
import { codebookOf, theme } from '#core/themes/index.ts';
import type { WorkspaceDatabase } from '../database.ts';
import type { PartHead } from './messages.ts';
import { hexOf } from './proof.ts';
import { figuresOf, peopleOf } from './summary.ts';

/** Where the card's facts come from in the app. */
export interface PartSources {
  workspace: WorkspaceId;
  database: WorkspaceDatabase;
  waves: WaveStore;
  replica: Replica;
}

/** All that the extension shall hold at one moment: heads first, bytes on demand. */
export interface Parts {
  holds: OverlayHolds;
  heads: readonly PartHead[];
  /** Bytes of a part; null when it has changed since and must be gathered again. */
  read(name: string): Promise<Uint8Array | null>;
}

/** Hashes of the lookup's shards, kept while no shard changed: there may be thousands. */
export interface ShardHeads {
  known: readonly PartHead[] | null;
  /** Grows with every change, so that hashes taken meanwhile are not kept. */
  changes: number;
}

/** Gathers what the extension shall hold. `now` in ms since 1970 UTC. */
export async function gatherParts(sources: PartSources, shards: ShardHeads, now: number): Promise<Parts> {
  const small = new Map<string, Uint8Array>();
  const waves = await sources.waves.list();
  for (const head of waves) {
    const columns = await sources.waves.columns(head.id);
    if (columns.ok) small.set(`figures:${head.id}`, jsonOf(figuresOf(head, columns.value)));
  }
  const people = peopleOf(await sources.database.facts.toArray(), await readCodebook(sources));
  let interviewed = 0;
  for (const [bucket, part] of people) {
    interviewed += Object.keys(part).length;
    small.set(`people:${bucket}`, jsonOf(part));
  }
  const heads = [...(await headsOf(shards, sources.database))];
  for (const [name, bytes] of small) heads.push(await headOf(name, bytes));
  const answers = waves.reduce((n, wave) => n + wave.answers, 0);
  return {
    holds: { asOf: now, waves: waves.length, answers, interviewed },
    heads,
    read: async (name) => small.get(name) ?? (await readShard(sources.database, name)),
  };
}

async function readCodebook({ replica, workspace }: PartSources) {
  const doc = await replica.open(docName(workspace, 'codebook'));
  const codebook = codebookOf(doc.read(theme.collection));
  doc.close();
  return codebook;
}

const jsonOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** SHA-256 as hex. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))));
}

const headOf = async (name: string, bytes: Uint8Array): Promise<PartHead> => ({
  name,
  hash: await hashOf(bytes),
  size: bytes.byteLength,
});

async function headsOf(shards: ShardHeads, database: WorkspaceDatabase): Promise<readonly PartHead[]> {
  const { changes } = shards;
  const heads = shards.known ?? (await shardHeads(database));
  if (shards.changes === changes) shards.known = heads;
  return heads;
}

const atOnce = 64;

async function shardHeads(database: WorkspaceDatabase): Promise<PartHead[]> {
  const keys = await database.lookup.toCollection().primaryKeys();
  const heads: PartHead[] = [];
  for (let i = 0; i < keys.length; i += atOnce) {
    const rows = await database.lookup.bulkGet(keys.slice(i, i + atOnce));
    for (const row of rows) if (row) heads.push(await headOf(`lookup:${row.key}`, row.bytes));
  }
  return heads;
}

async function readShard(database: WorkspaceDatabase, name: string): Promise<Uint8Array | null> {
  const row = await database.lookup.get(name.slice('lookup:'.length));
  return row?.bytes ?? null;
}
