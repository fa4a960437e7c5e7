import { unreachable } from '#core/model/result.ts';
import type { InvitationPreview, TeamRefusal } from '#core/ports/team.ts';

const safe = 'Nothing on this device was changed.';

/** What is wrong with the invitation or its server, and what to do. */
export function joinRefusal(why: TeamRefusal | { kind: 'noInvitation' }): string {
  switch (why.kind) {
    case 'noInvitation':
      return 'There is no invitation in this address. Open the whole link you were sent, up to its last character.';
    case 'unreachable':
      return `The server did not answer. ${safe} Check your network and try again.`;
    case 'wrongSecret':
      return `The server does not know this invitation, or it was replaced by a newer one. ${safe} Ask for a new link.`;
    case 'tooManyAttempts':
      return `Too many wrong invitations were tried from here. ${safe} Wait a minute and try again.`;
    case 'serverOlder':
      return `The server is older than this app. ${safe} It has to be updated first.`;
    case 'serverNewer':
      return `The server is newer than this app. ${safe} Reload to get the new version.`;
    case 'notStored':
      return `The server has no room left. ${safe}`;
    case 'exists':
    case 'failed':
      return `The server answered in a way Sounding does not understand. ${safe}`;
    default:
      return unreachable(why);
  }
}

const title: Record<InvitationPreview['role'], string> = {
  member: 'You are invited to work in a workspace',
  reader: 'You are invited to read a workspace',
};

const here: Record<InvitationPreview['here'], string> = {
  no: 'It opens as a workspace of its own. What you have in this browser stays where it is; nothing is merged.',
  joined: 'This browser is in this workspace already. Joining again opens it with this invitation.',
  alone:
    'This browser holds a copy of this very workspace that was never shared. Joining brings the two together: what is in the copy goes to the team.',
};

const may: Record<InvitationPreview['role'], string> = {
  member: 'You and the others see the same surveys, people, interviews and themes, and each may change them.',
  reader: 'You see what the others do. What you change stays on your own device.',
};

export const words = {
  asking: 'Asking the server about your invitation',
  cannot: 'This invitation does not open anything',
  title: (preview: InvitationPreview) => title[preview.role],
  lede: 'It lies on the server that this page came from. Here is what joining does.',
  what: 'What joining does',
  list: (preview: InvitationPreview) => [
    here[preview.here],
    may[preview.role],
    'You can go on working without a network; what you do is sent when there is one.',
    'To bring earlier work along, save a backup file in Settings first and open it there afterwards.',
  ],
  label: 'Your name',
  hint: 'Stands beside your notes, for whoever works with you. You can change it later.',
  act: 'Join the workspace',
  doing: 'Joining',
  next: 'Your other work stays in this browser.',
  again: 'Try again',
  home: 'Go to the start',
};
