import type { Extension, onLoadDocumentPayload } from '@hocuspocus/server';
import { applyUpdate } from 'yjs';
import { replay } from '../storage/replay.ts';
import type { ServerStorage } from '../storage/storage.ts';
import type { ConnectionContext } from './context.ts';
import { deciding, type Report } from './guard.ts';

/** Rule: a document is its snapshot and its log; an entry that cannot be read is put aside and the rest loads. */
export function load(storage: ServerStorage, report: Report): Extension<ConnectionContext> {
  return {
    extensionName: 'load',
    onLoadDocument: deciding(
      'load',
      report,
      'failed',
      async ({ document, documentName }: onLoadDocumentPayload<ConnectionContext>) => {
        const { state, unreadable } = replay(await storage.load(documentName));
        for (const { seq, why } of unreadable) {
          report({
            hook: 'load',
            document: documentName,
            error: new Error(`entry ${seq} put aside: ${why}`),
          });
          await storage.quarantine(documentName, seq, why);
        }
        applyUpdate(document, state);
      },
    ),
  };
}
