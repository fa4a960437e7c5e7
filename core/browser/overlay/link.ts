import { Dexie } from 'dexie';
import { docName } from '#core/model/docName.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { OverlayLink, OverlayState, PairRefusal } from '#core/ports/overlay.ts';
import type { WorkspaceDatabase } from '../database.ts';
import { bareCode } from './code.ts';
import { extensionId } from './extensionId.ts';
import { greet } from './feed.ts';
import { makeFeeder, type OverlayNeeds } from './feeder.ts';
import { inboxOf } from './inbox.ts';
import { fromExtension } from './messages.ts';
import type { PartSources } from './parts.ts';
import { importKey } from './proof.ts';
import { callExtension, type Wire } from './wire.ts';

/** The row of `kept` that holds the pair's key. The key signs but cannot be read out, so no backup carries it. */
const keptPairing = 'overlayPairing';

/**
 * The app's side of the extension: pairs, then keeps it fed. Watches the workspace's database, other tabs and workers
 * included; one tab at a time feeds.
 */
export async function makeOverlayLink(
  needs: PartSources & Pick<OverlayNeeds, 'clock' | 'origin'> & Partial<OverlayNeeds>,
): Promise<OverlayLink> {
  const { database, origin } = needs;
  const call = needs.call ?? (() => callExtension(extensionId));
  const oneTab = needs.oneTab ?? ((work) => navigator.locks.request(`${database.name}-overlay`, work));
  const listeners = new Set<(state: OverlayState) => void>();
  let key = await readKey(database);
  let state: OverlayState = restState(key);
  const move = (next: OverlayState) => {
    state = next;
    for (const tell of listeners) tell(next);
  };
  const forget = async () => {
    key = null;
    feeder.use(null);
    await database.kept.delete(keptPairing);
    // Paired anew while the disk was busy forgetting.
    if (key === null) move({ kind: 'notPaired' });
  };
  const feeder = makeFeeder({ ...needs, call, oneTab }, move, () => void forget());
  await watchSources(needs, feeder.changed);
  if (key) feeder.use(key);

  return {
    get state() {
      return state;
    },
    watch(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async pair(code) {
      const paired = await pairBy(call(), code);
      if (!paired.ok) return paired;
      key = await importKey(paired.value);
      await database.kept.put({ key: keptPairing, value: key });
      feeder.use(key);
      return ok(undefined);
    },
    async unpair() {
      const pair = key;
      await forget();
      const wire = pair && call();
      if (!wire) return;
      const session = await greet(wire, pair, origin);
      if (session.kind === 'session') {
        wire.send({ kind: 'unpair' });
        await session.inbox.next(unpairPatience);
      }
      wire.close();
    },
  };
}

const pairPatience = 10_000;
const unpairPatience = 10_000;

function restState(key: CryptoKey | null): OverlayState {
  if ((globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime)
    return key ? { kind: 'connecting' } : { kind: 'notPaired' };
  return { kind: 'noExtension', paired: key !== null };
}

async function readKey(database: WorkspaceDatabase): Promise<CryptoKey | null> {
  const value = (await database.kept.get(keptPairing))?.value;
  return value instanceof CryptoKey ? value : null;
}

/** Sends the code; the extension answers with the pair's key, once. */
async function pairBy(wire: Wire | null, code: string): Promise<Result<string, PairRefusal>> {
  if (!wire) return fail({ kind: 'noExtension' });
  const inbox = inboxOf(wire, fromExtension);
  wire.send({ kind: 'pair', code: bareCode(code).slice(0, 40) });
  const answer = await inbox.next(pairPatience);
  wire.close();
  if (answer === 'closed') return fail({ kind: 'noExtension' });
  if (typeof answer === 'string') return fail({ kind: 'noAnswer' });
  if (answer.kind === 'paired') return ok(answer.key);
  if (answer.kind !== 'refused') return fail({ kind: 'noAnswer' });
  if (answer.why === 'wrongCode') return fail({ kind: 'wrongCode', triesLeft: answer.triesLeft ?? 0 });
  return fail({ kind: answer.why === 'wrongPlace' ? 'wrongPlace' : 'codeGone' });
}

/** Calls back when what the card shows changed here, in another tab or in a worker. */
async function watchSources(
  { database, replica, workspace }: PartSources,
  changed: (what: 'lookup' | 'other') => void,
): Promise<void> {
  const prefix = `idb://${database.name}/`;
  Dexie.on('storagemutated', (mutated) => {
    const tables = Object.keys(mutated).map((key) =>
      key.startsWith(prefix) ? key.slice(prefix.length).split('/')[0] : '',
    );
    if (tables.includes('lookup')) changed('lookup');
    else if (tables.includes('waves') || tables.includes('facts')) changed('other');
  });
  const codebook = await replica.open(docName(workspace, 'codebook'));
  codebook.watch(() => changed('other'));
}
