import type { Extension, onStatelessPayload } from '@hocuspocus/server';
import { ping, type ServerWord } from '#core/model/protocol.ts';
import type { ConnectionContext } from './context.ts';
import { following, type Report } from './guard.ts';

/** Rule: "are you there" is answered at once, so that a client need not wait for a socket to time out. */
export function answerPing(report: Report): Extension<ConnectionContext> {
  return {
    extensionName: 'answerPing',
    onStateless: following('answerPing', report, async ({ payload, connection }: onStatelessPayload) => {
      if (payload === ping) connection.sendStateless('pong' satisfies ServerWord);
    }),
  };
}
