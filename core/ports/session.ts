import type { MemberId, WorkspaceId } from '../model/ids.ts';
import type { ServerRole } from '../model/protocol.ts';

/** Who works here and in which workspace. A browser may hold several workspaces; one is open. */
export interface Session {
  readonly workspace: WorkspaceId;
  readonly member: MemberId;
  /** Name shown beside notes; empty until the user gives one. */
  readonly memberName: string;
  /** What the invitation by which this workspace was joined allows; absent where nobody invited. */
  readonly role?: ServerRole;
}
