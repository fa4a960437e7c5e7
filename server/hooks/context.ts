import type { ServerRole } from '#core/model/protocol.ts';

/** What the server knows of a connection to a document. `workspace` and `role` are set once it is authenticated. */
export interface ConnectionContext {
  address: string;
  workspace?: string;
  role?: ServerRole;
}

/** Types of Yjs sync message that carry an update. */
export const syncStep2 = 1;
export const updateMessage = 2;

export function carriesUpdate(type: number): boolean {
  return type === syncStep2 || type === updateMessage;
}
