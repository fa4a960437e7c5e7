import type { ServerRole } from '../model/protocol.ts';
import type { Result } from '../model/result.ts';

/** The two links that let others in. A secret rides in the part of an address that is never sent. */
export interface Invitations {
  /** For those who work with it; empty when this browser was not told the secret. */
  member: string;
  /** For those who only read. */
  reader: string;
}

/** Whether the open workspace has a home on the server that this app came from. */
export type TeamStanding =
  | { kind: 'alone' }
  | { kind: 'shared'; server: string; role: ServerRole; invitations: Invitations };

/** Why a workspace could not be given a home, or joined. */
export type TeamRefusal =
  /** No network, or no server where this app came from. */
  | { kind: 'unreachable' }
  /** The key or the secret is not, or no longer, the right one. */
  | { kind: 'wrongSecret' | 'tooManyAttempts' }
  /** The server has this workspace already; new invitations can be made, and the old ones end. */
  | { kind: 'exists' }
  | { kind: 'serverOlder' | 'serverNewer' }
  | { kind: 'notStored' }
  | { kind: 'failed'; error: string };

/** What an invitation opens and what this browser holds of it already. */
export interface InvitationPreview {
  role: ServerRole;
  /** `joined`: this browser is in it already. `alone`: it holds a copy that was never shared; joining brings both together. */
  here: 'no' | 'joined' | 'alone';
}

/** Sharing a workspace and joining one. A change of workspace starts the app again. */
export interface Team {
  readonly standing: TeamStanding;
  watch(onChange: (standing: TeamStanding) => void): () => void;
  /** Gives the open workspace a home on the server, or `renew`s its secrets there; needs the key of the server's owner. */
  share(ownerKey: string, renew: boolean): Promise<Result<null, TeamRefusal>>;
  /** Asks the server what an invitation opens. `fragment`: what stands behind the `#` of the link. */
  preview(fragment: string): Promise<Result<InvitationPreview, TeamRefusal | { kind: 'noInvitation' }>>;
  /** Joins as a workspace of its own and opens it; work of other workspaces stays where it is. */
  join(fragment: string, memberName: string): Promise<Result<null, TeamRefusal | { kind: 'noInvitation' }>>;
  /** Tries to reach the server now. */
  tryNow(): void;
}
