import type { CopyFolderState, CopyTrouble } from '#core/ports/copies.ts';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const sameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString();

/** "today at 14:02", "on 24 November at 09:10". */
const when = (at: number, now: number): string =>
  `${sameDay(at, now) ? 'today' : `on ${day.format(at)}`} at ${time.format(at)}`;

const troubles: Record<CopyTrouble, string> = {
  leave: 'Your browser asks again before Sounding may write there.',
  gone: 'The folder is not there any more. It may have been moved or renamed: choose it again, or another.',
  full: 'There is no room where the folder lies. Make some, then try again.',
  partial:
    'A newer one is not complete, because not all could be read here or fits into one file. Earlier ones stay, and it is tried again. Saving a backup file says what is missing.',
  failed: 'The last attempt to write there did not work. It is tried again in a few minutes.',
};

export const copiesWords = {
  title: 'Copies',
  lede: 'Keep a copy in a folder of yours',
  why: 'A browser can lose what it keeps: its data are cleared, a disk fails, a laptop is left on a train. In a folder of yours, best one that is synced or backed up, Sounding writes a copy by itself: when your changes have settled and after every call.',
  what: 'A copy is a backup file: the last of each day for a week, and the fullest. Recordings of calls stay on this device. It can be read by whoever can open the folder.',
  unsupported:
    'This browser lets no page write to a folder; Chrome and Edge on a computer do. After much new work the interviews remind you to save a backup file.',
  choose: 'Choose a folder',
  hint: 'Make one for it, such as “Sounding” in your documents.',
  other: 'Choose another folder',
  now: 'Copy now',
  allow: 'Allow it',
  again: 'Try again',
  pause: 'Pause',
  resume: 'Go on',
  stop: 'Stop',
  stopped: 'No more copies are written. Those in the folder stay.',
  failed: 'That did not work. Your work is kept on this device as before. Try once more.',
  /** How things stand, in a sentence or two. */
  state(state: CopyFolderState, now: number): string {
    if (state.copying) return `Writing a copy into the folder “${state.folder}”.`;
    const last =
      state.lastAt === null
        ? `No copy yet in the folder “${state.folder}”.`
        : `Last copy ${when(state.lastAt, now)}, in the folder “${state.folder}”.`;
    if (state.paused) return `${last} Paused: nothing is written until you go on.`;
    return state.trouble ? `${last} ${troubles[state.trouble]}` : last;
  },
  /** An earlier copy has more than twice as much in it. */
  fuller: (date: string) =>
    `This workspace holds much less than it did on ${day.format(new Date(`${date}T12:00`))}. The copy of that day stays in the folder.`,
};
