import { unreachable } from '#core/model/result.ts';
import type { SyncState } from '#core/ports/sync.ts';
import type { TeamRefusal } from '#core/ports/team.ts';

const documents = (n: number) => (n === 1 ? '1 document' : `${n} documents`);
const safe = 'Your work goes on and is kept on this device.';

/** What went wrong, what is safe and what to do. */
export function refusalWords(why: TeamRefusal): string {
  switch (why.kind) {
    case 'unreachable':
      return 'The server did not answer. Check that it is running and try again.';
    case 'wrongSecret':
      return 'The server does not accept this key. Copy the set-up link again from where Sounding was started.';
    case 'tooManyAttempts':
      return 'The server was given wrong keys too often. Wait a minute and try again.';
    case 'exists':
      return 'The server holds this workspace already, shared from another browser. Ask there for an invitation, or make new ones; then the old ones stop working.';
    case 'serverOlder':
      return `The server is older than this app. ${safe} Update the server and try again.`;
    case 'serverNewer':
      return `The server is newer than this app. ${safe} Reload to get the new version.`;
    case 'notStored':
      return `The server has no room left. ${safe} Make room on the server and try again.`;
    case 'failed':
      return `The server answered in a way Sounding does not understand (${why.error}). ${safe}`;
    default:
      return unreachable(why);
  }
}

/** The finding: how this workspace and its server stand. `time` says a moment in the user's words. */
export function standingTitle(state: SyncState): string {
  switch (state.kind) {
    case 'alone':
    case 'connecting':
      return 'Connecting with your team';
    case 'offline':
      return state.unsent === 0
        ? 'No connection; nothing of yours waits to be sent'
        : `No connection; ${documents(state.unsent)} with changes of yours ${state.unsent === 1 ? 'waits' : 'wait'} to be sent`;
    case 'behind':
      return state.unsent === 0
        ? 'Catching up with your team'
        : `Sending changes in ${documents(state.unsent)} to your team`;
    case 'upToDate':
      return 'Your team has everything you have';
    case 'refused':
      return state.why === 'readOnly'
        ? 'What you change stays on this device'
        : 'This workspace is not synced';
    case 'failed':
      return 'Not everything reached your team';
    default:
      return unreachable(state);
  }
}

/** What is safe and what to do, in one or two sentences. */
export function standingText(state: SyncState, time: (at: number) => string): string {
  switch (state.kind) {
    case 'alone':
    case 'connecting':
      return 'Work goes on meanwhile; nothing waits for the server.';
    case 'offline':
      return `${safe} It is sent as soon as the server can be reached.`;
    case 'behind':
      return 'Each change counts as sent once the server has it on its disk.';
    case 'upToDate':
      return `The server had everything of yours on its disk at ${time(state.at)}.`;
    case 'refused':
      return refusedText(state.why);
    case 'failed':
      return failedText(state.error);
    default:
      return unreachable(state);
  }
}

function refusedText(why: Extract<SyncState, { kind: 'refused' }>['why']): string {
  switch (why) {
    case 'wrongSecret':
      return `The server does not accept this invitation any more. ${safe} Ask for a new link.`;
    case 'serverOlder':
      return `The server is older than this app. ${safe} It is sent once the server is updated.`;
    case 'serverNewer':
      return `The server is newer than this app. ${safe} Reload to get the new version.`;
    case 'readOnly':
      return 'Your invitation is for reading: you receive what others change, and nobody receives what you do.';
    default:
      return unreachable(why);
  }
}

function failedText(error: string): string {
  switch (error) {
    case 'notStored':
      return `The server has no room left. ${safe} It is sent once there is room.`;
    case 'tooLarge':
      return `One document is larger than the server takes. ${safe} Everything else is sent.`;
    case 'undecodable':
      return `The server cannot read one document. ${safe} Everything else is sent. Save a backup file in Settings.`;
    default:
      return `The server answered in a way Sounding does not understand (${error}). ${safe}`;
  }
}

export const words = {
  opening: 'Opening',
  alone: {
    title: 'You work alone here',
    lede: 'Everything lies in this browser. Shared through a server of your own, colleagues see the same surveys, interviews and themes, and each goes on working without a network.',
  },
  share: {
    title: 'Share this workspace',
    label: 'Set-up link',
    hint: 'Sounding prints it where it was started. It stays between you and that server.',
    given: 'The set-up link was read and taken out of the address bar.',
    missing: 'Paste the set-up link first.',
    unfit: 'This is no set-up link: it ends in “#key=” and a key.',
    act: 'Share this workspace',
    next: 'Everything in this workspace goes to the server, and you get links to invite others.',
    doing: 'Sharing',
  },
  invite: {
    title: 'Invite',
    warning:
      'Whoever has a link gets in. Send it the way you would send a password; it opens on this server’s address.',
    member: 'To work with you',
    reader: 'To read only',
    copy: 'Copy the link',
    copied: 'The link is copied.',
    notCopied: 'The browser does not let Sounding copy. The link is selected: copy it by hand.',
    unknown: 'This browser was not told this link. Whoever shared the workspace has it.',
    readerAlone: 'Your invitation is for reading. Whoever shared the workspace can invite others.',
  },
  renew: {
    title: 'If a link went astray',
    text: 'New invitations end the old ones at once, also for those who are in already: they need the new link to sync again. What they have on their devices stays there.',
    act: 'Make new invitations',
    doing: 'Making new invitations',
  },
  you: {
    title: 'You',
    label: 'Your name',
    hint: 'Stands beside your notes and the people you claim.',
    kept: (name: string) => (name ? `You are ${name} now.` : 'Your name is taken away.'),
  },
  tryNow: 'Try again now',
};
