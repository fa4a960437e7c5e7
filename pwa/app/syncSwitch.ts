import type { RunningLink } from '#core/browser/sync/index.ts';
import { sayUnnoted } from '#core/browser/sync/unnoted.ts';
import type { DocName } from '#core/model/docName.ts';
import type { SyncLink, SyncState } from '#core/ports/sync.ts';
import type { ObservableReplica } from '#core/replica/index.ts';

/** The link of a workspace that may live alone. The code that speaks to a server is fetched only when there is one. */
export interface SyncSwitch extends SyncLink {
  /**
   * Documents are the link's business from this call on, though its code comes later: `linkUp` fetches it, and is given
   * those opened meanwhile. Where it cannot be fetched that is tried again. Resolves once edits are noted.
   */
  connect(linkUp: (early: Iterable<DocName>) => Promise<RunningLink>): Promise<void>;
  /** Tries to reach the server now instead of after the pause. */
  hurry(): void;
}

/** `database`: name of the workspace's. */
export function makeSyncSwitch(database: string, replica: ObservableReplica): SyncSwitch {
  const listeners = new Set<(state: SyncState) => void>();
  let state: SyncState = { kind: 'alone' };
  let link: RunningLink | null = null;
  let tryAgain = () => {};
  const move = (next: SyncState) => {
    state = next;
    for (const tell of listeners) tell(next);
  };
  return {
    get state() {
      return state;
    },
    watch(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async connect(linkUp) {
      move({ kind: 'connecting', unsent: 0 });
      const early = new Set<DocName>();
      const stopNoting = replica.observe({
        opened(name) {
          early.add(name);
          return () => {};
        },
      });
      let noted: (() => void) | null = null;
      for (;;) {
        link = await linkUp(early).catch(() => null);
        if (link) break;
        // Should this tab end before it is, the next start compares everything.
        noted ??= sayUnnoted(database);
        move({ kind: 'failed', error: 'notLoaded' });
        await new Promise<void>((again) => {
          tryAgain = again;
          addEventListener('online', () => again(), { once: true });
        });
      }
      stopNoting();
      noted?.();
      link.watch(move);
      move(link.state);
    },
    hurry() {
      tryAgain();
      link?.hurry();
    },
  };
}
