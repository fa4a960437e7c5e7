import type { RunningLink, SyncOptions, WaveShelf } from '#core/browser/sync/index.ts';
import type { DocName } from '#core/model/docName.ts';
import type { SyncLink, SyncState } from '#core/ports/sync.ts';

/** The link of a workspace that may live alone. The code that speaks to a server is fetched only when there is one. */
export interface SyncSwitch extends SyncLink {
  /** Documents are the link's business from this call on, though its code comes later. `shelf` is null without waves. */
  connect(options: Omit<SyncOptions, 'waves' | 'early'>, shelf: Promise<WaveShelf | null>): Promise<void>;
  /** Tries to reach the server now instead of after the pause. */
  hurry(): void;
}

export function makeSyncSwitch(): SyncSwitch {
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
    async connect(options, shelf) {
      move({ kind: 'connecting', unsent: 0 });
      const early = new Set<DocName>();
      const stopNoting = options.replica.observe({
        opened(name) {
          early.add(name);
          return () => {};
        },
      });
      const loaded = await Promise.all([import('#core/browser/sync/index.ts'), shelf]).catch(() => null);
      stopNoting();
      if (!loaded) {
        // Nobody notes what is edited meanwhile, so the next connection compares everything.
        await options.db.kept.delete('syncPlace').catch(() => undefined);
        move({ kind: 'failed', error: 'notLoaded' });
        return;
      }
      const [module, waves] = loaded;
      link = module.connect({ ...options, early, ...(waves && { waves }) });
      link.watch(move);
      move(link.state);
    },
    hurry: () => link?.hurry(),
  };
}
