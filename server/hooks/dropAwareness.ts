import type { beforeHandleAwarenessPayload, Extension } from '@hocuspocus/server';
import type { ConnectionContext } from './context.ts';
import { deciding, type Report } from './guard.ts';

/**
 * Rule: Yjs awareness goes nowhere. In it a client may speak for any other, as much as it likes, for as long as it is
 * connected; who is here is said by the rule `presence` instead.
 */
export function dropAwareness(report: Report): Extension<ConnectionContext> {
  return {
    extensionName: 'dropAwareness',
    beforeHandleAwareness: deciding(
      'dropAwareness',
      report,
      'failed',
      async ({ states }: beforeHandleAwarenessPayload<ConnectionContext>) => states.clear(),
    ),
  };
}
