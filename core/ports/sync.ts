/**
 * Where a workspace stands with its server. Moved by the sync link alone; "unavailable" is not "failed". `unsent` counts
 * the documents of this browser with an edit that the server has not acknowledged.
 */
export type SyncState =
  | { kind: 'alone' }
  | { kind: 'offline'; unsent: number }
  | { kind: 'connecting'; unsent: number }
  | { kind: 'behind'; unsent: number }
  /** `at`: when the server last acknowledged having everything on disk, ms since 1970 UTC. */
  | { kind: 'upToDate'; at: number }
  | { kind: 'refused'; why: 'wrongSecret' | 'serverOlder' | 'serverNewer' | 'readOnly' }
  /** `notStored`: no room on the server; `tooLarge`, `undecodable`: it will not have one document; else what it said. */
  | { kind: 'failed'; error: string };

/** The link between this device's replica and the server that served the app. */
export interface SyncLink {
  readonly state: SyncState;
  watch(onChange: (state: SyncState) => void): () => void;
}
