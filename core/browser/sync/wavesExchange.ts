import { parseId, type WaveId } from '#core/model/ids.ts';
import type { SharedWave, WavePart } from '#core/model/protocol.ts';
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
   * False when something of it does not fit; then nothing was stored. Rejects when the disk refuses.
   */
  take(head: unknown, parts: readonly SharedPart[]): Promise<boolean>;
  remove(id: WaveId): Promise<void>;
  /** Ids of the waves that somebody removed on this device since a server was last told. */
  removed(): Promise<string[]>;
  /** A server was told, or never had the wave. */
  forgetRemoved(id: string): Promise<void>;
  watch(onChange: () => void): () => void;
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
 * Makes the waves here and on the server the same set. Only what somebody removed here is removed there: that a wave is
 * missing here says nothing, the browser may have thrown it away. One that the server marks as removed was removed by
 * somebody else. Waves never change, so there is nothing to merge. Rejects when the disk refuses.
 */
export async function exchangeWaves(
  api: ServerApi,
  shelf: WaveShelf,
  { maySend, unfit }: ExchangeRules,
): Promise<Result<Exchanged, ServerFault>> {
  const listed = await api.waves();
  if (!listed.ok) return listed;
  const there = listed.value;
  // In this order: one that is removed in between is on the list, and nothing is made of it until the next time.
  const here = await shelf.list();
  const removedHere = new Set(maySend ? await shelf.removed() : []);
  const done: Exchanged = { sent: 0, received: 0, refused: 0 };

  const removedThere = new Set(there.removed);
  for (const head of here) if (removedThere.has(head.id)) await shelf.remove(head.id);
  const onServer = new Set(there.waves.map((wave) => wave.id));
  const onShelf = new Set<string>(here.map((head) => head.id));

  for (const id of removedHere) {
    if (onShelf.has(id)) continue;
    const told = onServer.has(id) ? await api.removeWave(id) : ok(null);
    if (!told.ok) return told;
    await shelf.forgetRemoved(id);
  }
  for (const wave of there.waves) {
    if (onShelf.has(wave.id) || removedHere.has(wave.id) || unfit.has(wave.id)) continue;
    const taken = await receive(api, shelf, wave);
    if (!taken.ok) return taken;
    if (taken.value) done.received++;
    else {
      unfit.add(wave.id);
      done.refused++;
    }
  }
  for (const head of maySend ? here : []) {
    if (onServer.has(head.id) || removedThere.has(head.id)) continue;
    const sent = await send(api, shelf, head);
    if (!sent.ok) return sent;
    if (sent.value) done.sent++;
  }
  return ok(done);
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

/** False when the wave is not here any more. */
async function send(api: ServerApi, shelf: WaveShelf, head: WaveHead): Promise<Result<boolean, ServerFault>> {
  const id = parseId<'wave'>(head.id);
  if (!id.ok) return fail({ kind: 'odd', status: 0, reason: 'the wave has no proper id' });
  const parts = await shelf.parts(id.value);
  if (parts.length === 0) return ok(false);
  for (const { part, hash } of parts) {
    const bytes = await shelf.part(id.value, part);
    if (!bytes) return ok(false);
    const put = await api.putBlob(hash, bytes);
    if (!put.ok) return put;
  }
  const put = await api.putWave(head.id, { head: { ...head }, parts });
  return put.ok ? ok(true) : put;
}
