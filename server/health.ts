import type { ServerStorage } from './storage/storage.ts';

export interface Health {
  /** False while the server cannot keep what it is given. */
  ok: boolean;
  /** Documents with an update that the log would not take; their clients were told. */
  unsaved: number;
  /** Log entries that could not be read and were put aside. */
  quarantined: number;
  documents: number;
  connections: number;
  /** Faults that a hook or a request did not expect, since the start. */
  faults: number;
}

export interface HealthParts {
  storage: ServerStorage;
  unsaved: ReadonlySet<string>;
  faults(): number;
  counts(): { documents: number; connections: number };
}

/** Counts only: health names no workspace and no document, so it may be asked without a secret. */
export async function healthOf({ storage, unsaved, faults, counts }: HealthParts): Promise<Health> {
  return {
    ok: unsaved.size === 0,
    unsaved: unsaved.size,
    quarantined: await storage.quarantined(),
    ...counts(),
    faults: faults(),
  };
}
