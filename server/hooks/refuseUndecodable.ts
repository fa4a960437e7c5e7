import type { afterUnloadDocumentPayload, beforeSyncPayload, Extension } from '@hocuspocus/server';
import { type ConnectionContext, carriesUpdate } from './context.ts';
import { deciding, following, Refusal, type Report } from './guard.ts';
import type { Trials } from './trials.ts';

/** Rule: an update must decode and apply to a scratch copy of the document before it may reach the log. */
export function refuseUndecodable(
  trials: Trials,
  idle: WeakSet<object>,
  report: Report,
): Extension<ConnectionContext> {
  return {
    extensionName: 'refuseUndecodable',
    priority: 700,
    beforeSync: deciding(
      'refuseUndecodable',
      report,
      'undecodable',
      async (sent: beforeSyncPayload<ConnectionContext>) => {
        if (!carriesUpdate(sent.type) || sent.context.role !== 'member') return;
        let brings: boolean;
        try {
          brings = trials.try(sent.documentName, sent.document, sent.payload);
        } catch {
          throw new Refusal('undecodable');
        }
        if (!brings) idle.add(sent);
      },
    ),
    afterUnloadDocument: following(
      'refuseUndecodable',
      report,
      async ({ documentName }: afterUnloadDocumentPayload) => trials.forget(documentName),
    ),
  };
}
