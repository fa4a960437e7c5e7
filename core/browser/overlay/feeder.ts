import type { Clock } from '#core/ports/clock.ts';
import type { OverlayState } from '#core/ports/overlay.ts';
import { type FeedOutcome, feed, greet } from './feed.ts';
import { gatherParts, type PartSources, type ShardHeads } from './parts.ts';
import type { Wire } from './wire.ts';

/** What both halves of the link need: sources, time, the app's own origin and a way to call. */
export interface OverlayNeeds extends PartSources {
  clock: Clock;
  /** `location.origin` of the app. */
  origin: string;
  /** Opens a line to the extension; null where none can be called. */
  call(): Wire | null;
  /** Runs one piece of work at a time over all tabs of this workspace. */
  oneTab(work: () => Promise<void>): Promise<void>;
}

/** Keeps the extension in step with this device while there is a key. */
export interface Feeder {
  /** Takes up a pairing, or lets it go. */
  use(key: CryptoKey | null): void;
  /** Something changed; `lookup` when the shards did. */
  changed(what: 'lookup' | 'other'): void;
}

// Edits come in bursts; a card that is a second older is no worse.
const settle = 1_000;
const retryAfter = [2_000, 10_000, 60_000] as const;

/** `move` tells each state; `refused` is called when the extension knows of no pairing any more. */
export function makeFeeder(
  needs: OverlayNeeds,
  move: (state: OverlayState) => void,
  refused: () => void,
): Feeder {
  const shards: ShardHeads = { known: null, changes: 0 };
  let key: CryptoKey | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isRunning = false;
  let isDue = false;

  const soon = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), delay);
  };
  const run = async () => {
    isDue = isRunning;
    if (isRunning) return;
    isRunning = true;
    await needs.oneTab(async () => {
      const pair = key;
      // A disk that fails while parts are gathered is tried again like a line that breaks.
      if (pair) conclude(await attempt(pair).catch(() => unread), pair);
    });
    isRunning = false;
    if (isDue) soon(settle);
  };
  const attempt = async (pair: CryptoKey): Promise<FeedOutcome> => {
    // Gathered before the line is opened: a worker that hears nothing for half a minute is put to sleep.
    const parts = await gatherParts(needs, shards, needs.clock.now());
    const wire = needs.call();
    if (!wire) return { kind: 'broken', why: 'closed' };
    const session = await greet(wire, pair, needs.origin);
    const outcome =
      session.kind === 'session'
        ? await feed(session, parts, (done, all) => move({ kind: 'feeding', done, all }))
        : session;
    wire.close();
    if (outcome.kind === 'fed' && key === pair) move({ kind: 'fed', holds: parts.holds });
    return outcome;
  };
  const conclude = (outcome: FeedOutcome, pair: CryptoKey) => {
    if (key !== pair) return;
    if (outcome.kind === 'fed') {
      failures = 0;
      return;
    }
    if (outcome.kind === 'notPaired') return refused();
    if (outcome.kind === 'changed') shards.known = null;
    else move(stateAfter(outcome.why));
    soon(retryAfter[Math.min(failures++, retryAfter.length - 1)] ?? 0);
  };

  return {
    use(next) {
      key = next;
      failures = 0;
      clearTimeout(timer);
      if (!key) return;
      move({ kind: 'connecting' });
      soon(0);
    },
    changed(what) {
      if (what === 'lookup') {
        shards.known = null;
        shards.changes++;
      }
      if (key) soon(settle);
    },
  };
}

const unread: FeedOutcome = { kind: 'broken', why: 'unexpected' };

/** A line that closes before a word was said leads nowhere: there is no extension at the other end. */
function stateAfter(why: string): OverlayState {
  if (why === 'closed') return { kind: 'noExtension', paired: true };
  return { kind: 'failed', why: why === 'storage' ? 'storage' : 'interrupted' };
}
