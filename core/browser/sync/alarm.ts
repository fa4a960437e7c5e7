import { alarmsOf } from './unnoted.ts';

/**
 * Says that a tab could not note on disk what it owes the server. It lies beside the database that refused, so that the
 * next start knows not to trust what it reads there.
 */
export interface Alarm {
  raise(): void;
  lower(): void;
  /** Tabs that are gone and left theirs raised. `living`: asked after the alarms were read, so that none of a living tab counts. */
  left(living: () => Promise<ReadonlySet<string>>): Promise<string[]>;
  /** What these tabs may have failed to note has been noted. */
  drop(tabs: readonly string[]): void;
}

/** In local storage: small, written at once, and apart from IndexedDB. Where that is forbidden too, nothing is said. */
export function alarmOf(database: string, tab: string): Alarm {
  const prefix = alarmsOf(database);
  return {
    raise: () => quietly((storage) => storage.setItem(prefix + tab, '1')),
    lower: () => quietly((storage) => storage.removeItem(prefix + tab)),
    async left(living) {
      const tabs: string[] = [];
      quietly((storage) => {
        for (let i = 0; i < storage.length; i++) {
          const key = storage.key(i) ?? '';
          if (key.startsWith(prefix)) tabs.push(key.slice(prefix.length));
        }
      });
      if (tabs.length === 0) return tabs;
      const alive = await living();
      return tabs.filter((one) => !alive.has(one));
    },
    drop: (tabs) => quietly((storage) => tabs.forEach((one) => void storage.removeItem(prefix + one))),
  };
}

function quietly(work: (storage: Storage) => void): void {
  try {
    // There is none in Node.
    if (globalThis.localStorage) work(globalThis.localStorage);
  } catch {
    // Forbidden or full.
  }
}
