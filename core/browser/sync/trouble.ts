import type { CloseReason } from '#core/model/protocol.ts';
import { unreachable } from '#core/model/result.ts';
import type { SyncState } from '#core/ports/sync.ts';
import type { ServerFault } from './api.ts';

/** A fault as the state shows it; null for no connection, which is nothing wrong. */
export function troubleOf(why: ServerFault): Extract<SyncState, { kind: 'refused' | 'failed' }> | null {
  switch (why.kind) {
    case 'unreachable':
    case 'tooManyAttempts':
      return null;
    case 'wrongSecret':
    case 'serverOlder':
    case 'serverNewer':
    case 'readOnly':
      return { kind: 'refused', why: why.kind };
    case 'notStored':
      return { kind: 'failed', error: why.kind };
    case 'odd':
      return { kind: 'failed', error: `${why.status} ${why.reason}`.trim() };
    default:
      return unreachable(why);
  }
}

/** Why the server let go of a document, as a fault of the connection; null when it concerns that document alone. */
export function faultOf(reason: CloseReason): ServerFault | null {
  switch (reason) {
    case 'tooLarge':
    case 'undecodable':
      return null;
    case 'stopping':
      return { kind: 'unreachable' };
    case 'failed':
      return { kind: 'odd', status: 500, reason: 'failed' };
    case 'notStored':
    case 'wrongSecret':
    case 'tooManyAttempts':
    case 'readOnly':
    case 'serverOlder':
    case 'serverNewer':
      return { kind: reason };
    default:
      return unreachable(reason);
  }
}

/** Somebody between here and the server takes smaller frames than the server of our version. */
export const frameTooLarge = { kind: 'odd', status: 1009, reason: 'tooLarge' } as const satisfies ServerFault;

/** The end of a socket by its close code (RFC 6455, 7.4.1). A frame too large would be sent again at once: that is no lack of a network. */
export function endOf(code: number): ServerFault {
  return code === frameTooLarge.status ? frameTooLarge : { kind: 'unreachable' };
}
