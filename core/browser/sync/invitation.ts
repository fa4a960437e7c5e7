import { parseId, type WorkspaceId } from '#core/model/ids.ts';

/** What an invitation link carries behind its `#`, where no server and no log sees it. */
export interface Invitation {
  workspace: WorkspaceId;
  secret: string;
}

const secretShape = /^[\w-]{22,200}$/;

/** `url`: the server's origin with a closing slash. */
export function invitationLink(url: string, { workspace, secret }: Invitation): string {
  return `${url}join#${new URLSearchParams({ w: workspace, s: secret })}`;
}

/** Reads what stands behind the `#` (with it or without); null when it is no invitation. */
export function readInvitation(fragment: string): Invitation | null {
  const said = new URLSearchParams(fragment.replace(/^.*#/, ''));
  const workspace = parseId<'workspace'>(said.get('w') ?? '');
  const secret = said.get('s') ?? '';
  return workspace.ok && secretShape.test(secret) ? { workspace: workspace.value, secret } : null;
}
