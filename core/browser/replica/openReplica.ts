import type { WorkspaceId } from '#core/model/ids.ts';
import { type Channel, DocReplica, type ObservableReplica, type ReplicaFault } from '#core/replica/index.ts';
import { whenRestored } from '../pauses.ts';
import { freshLog } from './freshLog.ts';
import { indexedDbHere, type Timings, timings, within } from './log.ts';
import { BrowserStorage } from './storage.ts';

/** How a browser's replica is opened. */
export interface ReplicaOptions {
  workspace: WorkspaceId;
  /** The browser's own unless told; null for none. */
  indexedDB?: IDBFactory | null;
  timings?: Partial<Timings>;
  /** Replicas of one origin hear each other on a channel of this name; one per workspace unless told. */
  tabs?: string;
  /** Told of what was unreadable on disk; the rest is loaded. */
  onFault?: (fault: ReplicaFault) => void;
}

/**
 * The documents of one workspace in this browser, for a page, a worker or an extension's service worker. Never rejects:
 * where IndexedDB is missing or forbidden everything goes on in memory and `save` says so from the start.
 */
export async function openReplica(options: ReplicaOptions): Promise<ObservableReplica> {
  const factory = options.indexedDB === undefined ? indexedDbHere() : options.indexedDB;
  const parts = {
    factory,
    timings: { ...timings, ...options.timings },
    onFault: options.onFault ?? (() => {}),
    report: asUncaught,
  };
  const fresh = freshLog(factory);
  const storage = new BrowserStorage(parts, fresh);
  // Long enough to say from the start what cannot be stored. A disk slower than that is waited for by whoever opens a
  // document, and counted in the time after which that says `blocked`.
  await within(fresh, 100);
  const replica = new DocReplica({
    storage,
    channel: channelOf(options.tabs ?? `sounding-tabs:${options.workspace}`),
    report: asUncaught,
  });
  catchUpAfterPauses(() => replica.catchUp());
  return replica;
}

function channelOf(name: string): Channel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined;
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen(onMessage) {
      channel.onmessage = (event) => onMessage(event.data);
    },
    close: () => channel.close(),
  };
}

/** A page that was frozen or in the back/forward cache heard nothing meanwhile. */
function catchUpAfterPauses(catchUp: () => void): void {
  if (!('document' in globalThis)) return;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') catchUp();
  });
  whenRestored(catchUp);
}

/** A bug is reported as any uncaught exception is, without stopping who met it. */
function asUncaught(bug: unknown): void {
  queueMicrotask(() => {
    throw bug;
  });
}
