import { wholeOf } from '#core/browser/parts/figures.ts';
import { unreachable } from '#core/model/result.ts';
import type { SaveState } from '#core/ports/replica.ts';
import type { SyncState } from '#core/ports/sync.ts';

export const words = {
  app: 'Sounding',
  screens: {
    start: 'Start',
    survey: 'Survey',
    segments: 'Segments',
    people: 'People',
    interviews: 'Interviews',
    transcript: 'Transcript',
    guide: 'Guide',
    call: 'Call',
    themes: 'Themes',
    drivers: 'Drivers',
    evidence: 'Evidence',
    code: 'Code an interview',
    quarter: 'Quarter',
    team: 'Team',
    join: 'Join a workspace',
    settings: 'Settings',
  },
  /** Of the figures beside the stages. */
  units: {
    answers: 'answers',
    dimensions: (count: number) => (count === 1 ? 'dimension' : 'dimensions'),
    dimensionsShown: 'dim.',
    people: 'people chosen',
    interviews: 'interviews',
    themes: 'themes raised',
    drivers: 'drivers',
  },
  skip: 'Skip to the content',
  method: 'The method',
  find: 'Find or do anything',
  findKeys: 'Ctrl K',
  findKeysMac: '⌘ K',
  findHint: 'Type a screen, segment, person or action',
  findNothing: (text: string) => `Nothing here is called “${text}”.`,
  /** What an entry of the palette is. */
  kinds: {
    screen: 'screen',
    cycle: 'cycle',
    segments: 'segments',
    segment: 'segment',
    person: (company: string) => (company ? `person, ${company}` : 'person'),
  },
  cycle: 'Cycle',
  switchTo: (cycle: string) => `Switch to ${cycle}`,
  noCycle: 'No survey yet',
  newWave: 'Bring a new survey',
  inventedCycle: 'invented',
  week: (week: number) => (week > 12 ? 'past week 12' : `week ${week} of 12`),
  menu: 'All screens',
  stageOf: (at: number, all: number) => `${at} of ${all}`,
  newVersion: 'A new version is ready.',
  reload: 'Reload',
  reloadNewer: 'Reload into the new version',
  later: 'Later',
  standing: 'How things stand',
  readAgain: (done: number, all: number) =>
    `Figures are being brought up to date: ${wholeOf(done)} of ${wholeOf(all)} interviews read. You can go on working.`,
  invented: (name: string) => `${name} is an invented company: every name and figure here is made up.`,
  removeInvented: 'Remove it',
  notInvented: {
    quota: 'This device is too full for the invented company. Nothing of yours was touched.',
    unavailable:
      'This browser gives Sounding no storage, as private windows do, so the invented company cannot move in.',
    damaged: 'The invented company could not be written as it should be. Try once more.',
  },
  removedInvented: 'The invented company is gone. Nothing of yours was touched.',
  lost: {
    title: 'There is nothing at this address',
    text: 'The link may be from another workspace, or mistyped.',
    home: 'Go to the start',
  },
  broken: {
    title: 'This screen stopped working',
    text: 'What you typed and imported is safe on this device. The fault is ours, not yours.',
    again: 'Open the screen again',
    detail: 'What happened, for whoever repairs it',
  },
  unreachable: {
    title: 'This screen could not be fetched',
    text: 'Either there is no network, or a newer version of Sounding has taken its place. Your work is safe on this device.',
    again: 'Try again',
  },
  loading: 'Opening',
};

const lost: Record<Extract<SaveState, { kind: 'onlyInMemory' }>['why'], string> = {
  quota: 'This device is full.',
  blocked: 'Another tab holds the storage.',
  closed: 'The browser closed the storage.',
  unavailable: 'This browser gives Sounding no storage, as private windows do.',
  failed: 'The storage refused to write.',
};

/** What the top bar says about this device, in a few words. */
export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return 'Saved on this device.';
    case 'saving':
      return 'Saving on this device.';
    case 'onlyInMemory':
      return 'Not saved.';
    default:
      return unreachable(state);
  }
}

/** What happened, what is safe and what to do, when an edit is not on disk; empty when all is well. */
export function saveTrouble(state: SaveState): string {
  if (state.kind !== 'onlyInMemory') return '';
  const many = state.waiting === 1 ? '1 change is' : `${state.waiting} changes are`;
  const held =
    state.waiting > 0 ? `${many} held in this window only.` : 'Changes are held in this window only.';
  return `${lost[state.why]} ${held} Keep it open and save a backup file in Settings.`;
}

const documents = (n: number) => (n === 1 ? '1 document waits' : `${n} documents wait`);
const waiting = (n: number) => (n > 0 ? ` ${documents(n)} to be sent.` : '');

/** What the top bar says about the server; nothing when the workspace lives on this device alone. */
export function syncWords(state: SyncState, clock: (at: number) => string): string {
  switch (state.kind) {
    case 'alone':
      return '';
    case 'offline':
      return `No connection.${waiting(state.unsent)}`;
    case 'connecting':
      return `Connecting.${waiting(state.unsent)}`;
    case 'behind':
      return `Catching up.${waiting(state.unsent)}`;
    case 'upToDate':
      return `Synced ${clock(state.at)}.`;
    case 'refused':
      return 'Not synced.';
    case 'failed':
      return 'Not synced.';
    default:
      return unreachable(state);
  }
}

const failures: Readonly<Record<string, string>> = {
  notStored: 'The server has no room left; what waits is sent once there is room.',
  tooLarge: 'One document is larger than the server takes; everything else is sent.',
  undecodable: 'The server cannot read one document; everything else is sent.',
  notLoaded:
    'The part of Sounding that talks to the server could not be fetched. Reload when there is a network.',
};
const oddAnswer = (said: string) => `The server answered in a way Sounding does not understand (${said}).`;

/** Why the server and this device do not talk, when that will not pass by itself; empty otherwise. */
export function syncTrouble(state: SyncState): string {
  const safe = 'Work goes on here and is kept on this device.';
  if (state.kind === 'failed') return `${failures[state.error] ?? oddAnswer(state.error)} ${safe}`;
  if (state.kind !== 'refused') return '';
  switch (state.why) {
    case 'wrongSecret':
      return `The server does not accept this invitation any more. ${safe} Ask for a new link.`;
    case 'serverOlder':
      return `The server is older than this app. ${safe} It syncs once the server is updated.`;
    case 'serverNewer':
      return `The server is newer than this app. ${safe} Reload to get the new version.`;
    case 'readOnly':
      return `You may read this workspace but not change it. ${safe}`;
    default:
      return unreachable(state.why);
  }
}
