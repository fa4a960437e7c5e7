import type { beforeSyncPayload, Extension } from '@hocuspocus/server';
import { maxUpdateBytes } from '#core/model/protocol.ts';
import { type ConnectionContext, carriesUpdate } from './context.ts';
import { deciding, Refusal, type Report } from './guard.ts';

/** Rule: no single update is larger than a client of ours would ever send. */
export function refuseOversize(report: Report, most = maxUpdateBytes): Extension<ConnectionContext> {
  return {
    extensionName: 'refuseOversize',
    priority: 800,
    beforeSync: deciding(
      'refuseOversize',
      report,
      'tooLarge',
      async ({ type, payload }: beforeSyncPayload<ConnectionContext>) => {
        if (carriesUpdate(type) && payload.byteLength > most) throw new Refusal('tooLarge');
      },
    ),
  };
}
