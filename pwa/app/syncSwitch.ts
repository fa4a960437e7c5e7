import type { RunningLink, SyncOptions } from '#core/browser/sync/index.ts';
import type { SyncLink, SyncState } from '#core/ports/sync.ts';

/** The link of a workspace that may live alone. The code that speaks to a server is fetched only when there is one. */
export interface SyncSwitch extends SyncLink {
  connect(options: SyncOptions): Promise<void>;
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
    async connect(options) {
      move({ kind: 'connecting', unsent: 0 });
      const module = await import('#core/browser/sync/index.ts').catch(() => null);
      if (!module) {
        // Nobody notes what is edited meanwhile, so the next connection compares everything.
        await options.db.kept.delete('syncPlace').catch(() => undefined);
        move({ kind: 'failed', error: 'notLoaded' });
        return;
      }
      link = module.connect(options);
      link.watch(move);
      move(link.state);
    },
    hurry: () => link?.hurry(),
  };
}
