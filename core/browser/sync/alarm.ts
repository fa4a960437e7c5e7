/**
 * Says that a tab could not note on disk what it owes the server. It lies beside the database that refused, so that the
 * next start knows not to trust what it reads there.
 */
export interface Alarm {
  raise(): void;
  lower(): void;
  /** Tabs that are gone and left theirs raised. */
  leftBy(living: ReadonlySet<string>): string[];
  /** What these tabs may have failed to note has been noted. */
  drop(tabs: readonly string[]): void;
}

/** In local storage: small, written at once, and apart from IndexedDB. Where that is forbidden too, nothing is said. */
export function alarmOf(database: string, tab: string): Alarm {
  const prefix = `sounding-unsent ${database} `;
  return {
    raise: () => quietly((storage) => storage.setItem(prefix + tab, '1')),
    lower: () => quietly((storage) => storage.removeItem(prefix + tab)),
    leftBy(living) {
      const tabs: string[] = [];
      quietly((storage) => {
        for (let i = 0; i < storage.length; i++) {
          const key = storage.key(i) ?? '';
          if (key.startsWith(prefix)) tabs.push(key.slice(prefix.length));
        }
      });
      return tabs.filter((one) => !living.has(one));
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
