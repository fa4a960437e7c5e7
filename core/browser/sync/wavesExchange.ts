import type { WaveId } from '#core/model/ids.ts';
import { parseId } from '#core/model/ids.ts';
import type { SharedWave, SharedWaves, WavePart } from '#core/model/protocol.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { WaveHead } from '#core/waves/index.ts';
import type { ServerApi, ServerFault } from './api.ts';

/** One stored part of a wave with its bytes. */
export interface SharedPart extends WavePart {
  bytes: Uint8Array;
}

/** The waves of this device as stored bytes, for carrying them elsewhere and bringing them here. */
export interface WaveShelf {
  list(): Promise<WaveHead[]>;
  parts(id: WaveId): Promise<WavePart[]>;
  /** Null when it is not there (any more). */
  part(id: WaveId, part: string): Promise<Uint8Array | null>;
  /** Whether `take` would take these: every part fits its hash, and the head. */
  fits(head: unknown, parts: readonly SharedPart[]): Promise<boolean>;
  /**
   * Takes a wave from elsewhere, all or nothing: reads the head, checks every part against its hash, fills the lookup.
   * False when something of it does not fit; then nothing was stored.
   */
  take(head: unknown, parts: readonly SharedPart[]): Promise<boolean>;
  remove(id: WaveId): Promise<void>;
  watch(onChange: () => void): () => void;
}

/** Where the ids of waves known to be both here and on the server are remembered. */
export interface SharedIds {
  read(): Promise<string[]>;
  write(ids: readonly string[]): Promise<void>;
}

/** Who is exchanging. */
export interface ExchangeRules {
  /** Readers receive only. */
  maySend: boolean;
  /** Waves of the server that this version could not take; they are not fetched again and again. */
  unfit: Set<string>;
}

/** What came of an exchange. `refused`: waves of the server that this version could not take. */
export interface Exchanged {
  sent: number;
  received: number;
  refused: number;
}

/**
 * Makes the waves here and on the server the same set. A wave that was shared and is gone here was removed by this
 * device; one that the server marks as removed was removed by somebody else. Waves never change, so there is nothing
 * to merge.
 */
export async function exchangeWaves(
  api: ServerApi,
  shelf: WaveShelf,
  shared: SharedIds,
  { maySend, unfit }: ExchangeRules,
): Promise<Result<Exchanged, ServerFault>> {
  const listed = await api.waves();
  if (!listed.ok) return listed;
  const here = await shelf.list();
  const known = new Set(await shared.read());
  const there = listed.value;
  const done: Exchanged = { sent: 0, received: 0, refused: 0 };

  const removed = new Set(there.removed);
  for (const head of here) if (removed.has(head.id)) await shelf.remove(head.id);
  const kept = here.filter((head) => !removed.has(head.id));
  const onServer = new Set(there.waves.map((wave) => wave.id));
  const onShelf = new Set<string>(kept.map((head) => head.id));
  const both = new Set([...onServer].filter((id) => onShelf.has(id)));

  const received = await receiveMissing(api, shelf, there, { known, onShelf, both, done, maySend, unfit });
  if (!received.ok) return received;
  if (maySend)
    for (const head of kept)
      if (!onServer.has(head.id)) {
        const sent = await send(api, shelf, head);
        if (!sent.ok) return sent;
        both.add(head.id);
        done.sent++;
      }
  await shared.write([...both]);
  return ok(done);
}

interface Progress extends ExchangeRules {
  known: ReadonlySet<string>;
  onShelf: ReadonlySet<string>;
  both: Set<string>;
  done: Exchanged;
}

async function receiveMissing(
  api: ServerApi,
  shelf: WaveShelf,
  there: SharedWaves,
  { known, onShelf, both, done, maySend, unfit }: Progress,
): Promise<Result<null, ServerFault>> {
  for (const wave of there.waves) {
    if (onShelf.has(wave.id) || unfit.has(wave.id)) continue;
    if (known.has(wave.id) && maySend) {
      const gone = await api.removeWave(wave.id);
      if (!gone.ok) return gone;
      continue;
    }
    const taken = await receive(api, shelf, wave);
    if (!taken.ok) return taken;
    if (taken.value) {
      both.add(wave.id);
      done.received++;
    } else {
      unfit.add(wave.id);
      done.refused++;
    }
  }
  return ok(null);
}

async function receive(
  api: ServerApi,
  shelf: WaveShelf,
  wave: SharedWave,
): Promise<Result<boolean, ServerFault>> {
  const parts: SharedPart[] = [];
  for (const { part, hash } of wave.parts) {
    const got = await api.blob(hash);
    if (!got.ok) return got;
    parts.push({ part, hash, bytes: got.value });
  }
  return ok(await shelf.take(wave.head, parts));
}

async function send(api: ServerApi, shelf: WaveShelf, head: WaveHead): Promise<Result<null, ServerFault>> {
  const id = parseId<'wave'>(head.id);
  if (!id.ok) return fail({ kind: 'odd', status: 0, reason: 'the wave has no proper id' });
  const parts = await shelf.parts(id.value);
  for (const { part, hash } of parts) {
    const bytes = await shelf.part(id.value, part);
    if (!bytes) return ok(null);
    const put = await api.putBlob(hash, bytes);
    if (!put.ok) return put;
  }
  return api.putWave(head.id, { head: { ...head }, parts });
}
