import { livesOf } from './unnoted.ts';

/** The tabs of one browser that work in the same workspace, through Web Locks: a lock dies with its tab. */
export interface Tabs {
  /** This tab's name, unlike any other's. */
  readonly tab: string;
  /** Names of the tabs that live, this one among them. */
  living(): Promise<ReadonlySet<string>>;
  /** Calls back once this tab is the one that does what only one should; maybe never. */
  whenLeader(lead: () => void): void;
  leave(): void;
}

/**
 * `database` is what the tabs share, and gives the locks their names. Where there are no Web Locks every tab leads:
 * the work is done twice then, and still right.
 */
export function joinTabs(database: string, tab: string): Tabs {
  const locks = 'navigator' in globalThis ? navigator.locks : undefined;
  const end = Promise.withResolvers<void>();
  const over = new AbortController();
  const hold = (name: string, held: () => void) =>
    locks
      ?.request(name, { signal: over.signal }, () => {
        held();
        return end.promise;
      })
      // Aborted while waiting.
      .catch(() => {});
  const alive = Promise.withResolvers<void>();
  void hold(livesOf(database) + tab, alive.resolve);
  return {
    tab,
    async living() {
      if (locks) await alive.promise;
      return new Set([tab, ...(await livingTabs(database))]);
    },
    whenLeader(lead) {
      if (locks) void hold(`sync of ${database}`, lead);
      else lead();
    },
    leave() {
      alive.resolve();
      over.abort();
      end.resolve();
    },
  };
}

/** Names of the tabs that hold their lock. */
export async function livingTabs(database: string): Promise<ReadonlySet<string>> {
  const locks = 'navigator' in globalThis ? navigator.locks : undefined;
  const { held = [] } = (await locks?.query()) ?? {};
  const prefix = livesOf(database);
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? name.slice(prefix.length) : [])));
}
