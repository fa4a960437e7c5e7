import type { Extension, onStoreDocumentPayload } from '@hocuspocus/server';
import { replay } from '../storage/replay.ts';
import type { ServerStorage } from '../storage/storage.ts';
import type { ConnectionContext } from './context.ts';
import { following, type Report } from './guard.ts';

/** From how many entries, or bytes, a log is worth folding into its snapshot. */
export interface CompactionLimits {
  entries: number;
  bytes: number;
}

/**
 * Rule: a long log is folded into the snapshot, from what the database holds and never from memory. Nothing is lost
 * when this fails: the log is the copy that counts. A log with an unreadable entry is left for loading to sort out.
 */
export function compact(
  storage: ServerStorage,
  limits: CompactionLimits,
  report: Report,
): Extension<ConnectionContext> {
  return {
    extensionName: 'compact',
    onStoreDocument: following(
      'compact',
      report,
      async ({ documentName }: onStoreDocumentPayload<ConnectionContext>) => {
        const { entries, bytes } = await storage.logSize(documentName);
        if (entries < limits.entries && bytes < limits.bytes) return;
        await storage.compact(documentName, (stored) => {
          const { state, unreadable } = replay(stored);
          if (unreadable.length > 0) throw new Error(`${unreadable.length} entries cannot be read`);
          return state;
        });
      },
    ),
  };
}
