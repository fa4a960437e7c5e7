import type { WorkspaceDatabase } from '#core/browser/database.ts';
import type { RunningLink } from '#core/browser/sync/index.ts';
import type { DocName } from '#core/model/docName.ts';
import type { SyncLink, SyncState } from '#core/ports/sync.ts';
import type { ObservableReplica } from '#core/replica/index.ts';

/** The link of a workspace that may live alone. The code that speaks to a server is fetched only when there is one. */
export interface SyncSwitch extends SyncLink {
  /**
   * Documents are the link's business from this call on, though its code comes later: `linkUp` fetches it, and is given
   * those opened meanwhile. Resolves once their edits are noted.
   */
  connect(linkUp: (early: Iterable<DocName>) => Promise<RunningLink>): Promise<void>;
  /** Tries to reach the server now instead of after the pause. */
  hurry(): void;
}

export function makeSyncSwitch(db: WorkspaceDatabase, replica: ObservableReplica): SyncSwitch {
  const listeners = new Set<(state: SyncState) => void>();
  let state: SyncState = { kind: 'alone' };
  let link: RunningLink | null = null;
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
      const linked = await linkUp(early).catch(() => null);
      stopNoting();
      if (!linked) {
        // Nobody notes what is edited meanwhile, so the next connection compares everything.
        await db.kept.delete('syncPlace').catch(() => undefined);
        move({ kind: 'failed', error: 'notLoaded' });
        return;
      }
      link = linked;
      link.watch(move);
      move(link.state);
    },
    hurry: () => link?.hurry(),
  };
}
