import { fail, ok } from '#core/model/result.ts';
import type { Team, TeamRefusal, TeamStanding } from '#core/ports/team.ts';
import { Listeners } from '#core/replica/index.ts';
import type { WorkspaceDatabase } from '../database.ts';
import type { Sessions } from '../session.ts';
import { tellShared } from './alone.ts';
import { createWorkspace, type ServerFault, serverApi } from './api.ts';
import { type Invitation, invitationLink, readInvitation } from './invitation.ts';
import { readKept, writeKept } from './kept.ts';

/** What sharing and joining are built from. */
export interface TeamParts {
  sessions: Sessions;
  /** Of the open workspace. */
  db: WorkspaceDatabase;
  /** Origin that served this app, with a closing slash: the only server it may talk to. */
  origin: string;
  /** Starts the app again at this path. */
  restart(path: string): void;
  tryNow(): void;
}

/** Sharing and joining over the registry of workspaces in this browser. */
export async function makeTeam({ sessions, db, origin, restart, tryNow }: TeamParts): Promise<Team> {
  const listeners = new Listeners<TeamStanding>((bug) => {
    throw bug;
  });
  let standing = await readStanding();

  async function readStanding(): Promise<TeamStanding> {
    const { id, server, secret, role } = sessions.current;
    if (server === '') return { kind: 'alone' };
    const readerSecret = await readKept(db, 'readerSecret');
    const link = (known: unknown) =>
      typeof known === 'string' && known !== ''
        ? invitationLink(server, { workspace: id, secret: known })
        : '';
    const invitations = {
      member: role === 'member' ? link(secret) : '',
      reader: role === 'reader' ? link(secret) : link(readerSecret),
    };
    return { kind: 'shared', server, role, invitations };
  }

  async function greeted({ workspace, secret }: Invitation) {
    const greeting = await serverApi({ url: origin, workspace, secret }).greet();
    return greeting.ok ? ok(greeting.value.role) : fail(refusalOf(greeting.why));
  }

  return {
    get standing() {
      return standing;
    },
    watch: (onChange) => listeners.add(onChange),
    async share(ownerKey, renew) {
      const { id } = sessions.current;
      const made = await createWorkspace(origin, id, ownerKey, renew);
      if (!made.ok) return fail(refusalOf(made.why));
      await writeKept(db, 'readerSecret', made.value.reader);
      await sessions.change(id, { server: origin, secret: made.value.member, role: 'member' });
      standing = await readStanding();
      listeners.call(standing);
      tellShared(id);
      restart('/team');
      return ok(null);
    },
    async preview(fragment) {
      const invitation = readInvitation(fragment);
      if (!invitation) return fail({ kind: 'noInvitation' });
      const role = await greeted(invitation);
      if (!role.ok) return role;
      const held = sessions.workspaces.find(({ id }) => id === invitation.workspace);
      const here = held === undefined ? 'no' : held.server === '' ? 'alone' : 'joined';
      return ok({ role: role.value, here });
    },
    async join(fragment, memberName) {
      const invitation = readInvitation(fragment);
      if (!invitation) return fail({ kind: 'noInvitation' });
      const role = await greeted(invitation);
      if (!role.ok) return role;
      const fields = { server: origin, secret: invitation.secret, role: role.value };
      if (sessions.workspaces.some(({ id }) => id === invitation.workspace))
        await sessions.change(invitation.workspace, fields);
      else await sessions.add({ id: invitation.workspace, ...fields });
      if (memberName.trim() !== '') await sessions.setMemberName(memberName);
      await sessions.switchTo(invitation.workspace);
      tellShared(invitation.workspace);
      restart('/');
      return ok(null);
    },
    tryNow,
  };
}

function refusalOf(why: ServerFault): TeamRefusal {
  if (why.kind === 'odd')
    return why.reason === 'exists'
      ? { kind: 'exists' }
      : { kind: 'failed', error: `${why.status} ${why.reason}`.trim() };
  return { kind: why.kind === 'readOnly' ? 'wrongSecret' : why.kind };
}
