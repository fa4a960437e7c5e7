import type { beforeSyncPayload, Extension } from '@hocuspocus/server';
import { snapshot, snapshotContainsUpdate } from 'yjs';
import { type ConnectionContext, syncStep2, updateMessage } from './context.ts';
import { deciding, Refusal, type Report } from './guard.ts';

/** Rule: a reader changes nothing. The handshake's second step passes when it brings nothing new. */
export function refuseReaders(report: Report): Extension<ConnectionContext> {
  return {
    extensionName: 'refuseReaders',
    priority: 900,
    beforeSync: deciding(
      'refuseReaders',
      report,
      'readOnly',
      async ({ type, payload, document, context }: beforeSyncPayload<ConnectionContext>) => {
        if (context.role === 'member') return;
        const brings =
          type === updateMessage ||
          (type === syncStep2 && !snapshotContainsUpdate(snapshot(document), payload));
        if (brings) throw new Refusal('readOnly');
      },
    ),
  };
}
