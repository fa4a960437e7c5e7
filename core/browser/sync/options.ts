import type { DocName } from '#core/model/docName.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ObservableReplica } from '#core/replica/index.ts';
import type { WorkspaceDatabase } from '../database.ts';
import type { ServerAddress } from './api.ts';
import type { PresenceDesk } from './presence.ts';
import type { WaveShelf } from './wavesExchange.ts';

/** How a workspace is connected with its server. */
export interface SyncOptions extends ServerAddress {
  replica: ObservableReplica;
  db: WorkspaceDatabase;
  clock: Clock;
  /** A name for this tab, unlike any other's. */
  tab: string;
  /** Carries imported waves too; without it only documents. */
  waves?: WaveShelf;
  /** Documents that were opened before the link began; some may be closed again, and hold edits that nobody noted. */
  early?: Iterable<DocName>;
  /** Who else is in the documents; without it nobody is told of this tab. */
  presence?: PresenceDesk;
  timings?: Partial<Timings>;
  /** For Node; browsers use their own. */
  WebSocket?: unknown;
}

/** All in milliseconds. */
export interface Timings {
  /** First and longest pause before trying again; doubled in between. */
  retryFirst: number;
  retryMost: number;
  /** How often a sign of life is asked for, and how long it may take. */
  ping: number;
  patience: number;
  /** How long it may take when the browser says that the network is gone. */
  doubt: number;
  /** Shortest pause between two questions for what changed. */
  pause: number;
  /** Pause before trying again while the browser says that there is no network, after the server said no, or a disk did. */
  seldom: number;
}

/** What is used where nothing else is said. */
export const usualTimings: Timings = {
  retryFirst: 1000,
  retryMost: 30_000,
  ping: 5000,
  patience: 15_000,
  doubt: 1000,
  pause: 1500,
  seldom: 60_000,
};
