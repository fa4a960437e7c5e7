import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import { DurableDatabase } from '#core/browser/durableDatabase.ts';
import type { PartHead } from '#core/browser/overlay/messages.ts';
import type { OverlayHolds } from '#core/ports/overlay.ts';

/** The app this extension belongs to. */
export interface Pairing {
  /** Origin the browser vouched for when the code was given. */
  origin: string;
  /** Signs and verifies; cannot be read out. */
  key: CryptoKey;
  pairedAt: number;
}

/** What answers now: a generation of lookup shards and the small parts in `live`, switched together. */
export interface Current {
  holds: OverlayHolds;
  generation: string;
  shards: readonly PartHead[];
}

interface Rows {
  pairing: Pairing;
  current: Current;
  ownDomains: string[];
}

/** A part that is no shard, as its schema read it. */
export interface SmallPart {
  name: string;
  hash: string;
  value: unknown;
}

/** The extension's own notes, beside the lookup shards, which have a database per generation. */
class OverlayDatabase extends DurableDatabase {
  declare state: EntityTable<{ key: string; value: unknown }, 'key'>;
  /** Small parts that answer now. */
  declare live: EntityTable<SmallPart, 'name'>;
  /** Small parts that arrived for the next state; they answer nothing. */
  declare staged: EntityTable<SmallPart, 'name'>;

  constructor() {
    super('sounding-overlay', { state: 'key', live: 'name', staged: 'name' });
  }
}

/** One connection for the life of the worker. */
export const store = new OverlayDatabase();

export async function readRow<K extends keyof Rows>(key: K): Promise<Rows[K] | null> {
  const row = await store.state.get(key);
  return (row?.value as Rows[K] | undefined) ?? null;
}

export async function writeRow<K extends keyof Rows>(key: K, value: Rows[K]): Promise<void> {
  await store.state.put({ key, value });
}

/** Whether a pairing is the one that stands: neither ended nor replaced since it was read. */
export async function isStill(pairing: Pairing): Promise<boolean> {
  const now = await readRow('pairing');
  return now !== null && now.pairedAt === pairing.pairedAt && now.origin === pairing.origin;
}

/** Whether there is an app and something of it to show. */
export async function hasData(): Promise<boolean> {
  const [pairing, current] = await Promise.all([readRow('pairing'), readRow('current')]);
  return pairing !== null && current !== null;
}

/** A live small part, checked against its schema once more. */
export async function readLive<S extends v.GenericSchema>(
  name: string,
  schema: S,
): Promise<v.InferOutput<S> | null> {
  const read = v.safeParse(schema, (await store.live.get(name))?.value);
  return read.success ? read.output : null;
}
