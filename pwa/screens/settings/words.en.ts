import { countOf, decimalOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { BackupFault } from '#core/exchange/index.ts';
import { unreachable } from '#core/model/result.ts';
import type { BackupPreview, BringInFault, LeftOut } from '#core/ports/backup.ts';
import type { Space } from '#core/ports/space.ts';

const size = (bytes: number): string =>
  bytes < 1e6
    ? `${wholeOf(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${decimalOf(bytes / 1e6)} MB`
      : `${decimalOf(bytes / 1e9)} GB`;

const list = new Intl.ListFormat('en-GB');
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

export const words = {
  title: 'Settings',
  lede: 'Everything here concerns this browser on this device.',
  you: {
    title: 'You',
    label: 'Your name',
    hint: 'Stands beside your notes and the people you claim, for whoever works with you.',
    kept: (name: string) => (name ? `You are ${name} now.` : 'Your name is taken away.'),
  },
  device: {
    title: 'This device',
    kept: 'The browser has promised to keep your work until you remove it.',
    mayBeCleared:
      'The browser may clear your work when space runs short. Ask it to keep it, or save a backup file now and then.',
    unknown: 'This browser does not say whether it keeps your work. Save a backup file now and then.',
    ask: 'Ask the browser to keep it',
    refused:
      'The browser did not agree yet. Installing Sounding, or using it for some days, usually changes that.',
    agreed: 'The browser keeps your work from now on.',
    room: ({ used, allowed }: Space) =>
      used === null
        ? ''
        : allowed === null
          ? `${size(used)} in use.`
          : `${size(used)} of ${size(allowed)} in use.`,
  },
  backup: {
    title: 'Backup',
    text: 'One file with everything in this workspace: surveys, people, interviews, themes and the line you were typing. Secrets stay out of it.',
    make: 'Save a backup file',
    making: 'Gathering the workspace',
    made: (name: string) => `${name} is saved.`,
    madeWithout({ interviews, documents, waves, tooLarge, unlisted }: LeftOut): string {
      const missing = [
        interviews > 0 && countOf(interviews, 'interview', 'interviews'),
        documents > 0 && countOf(documents, 'other document', 'other documents'),
        waves > 0 && countOf(waves, 'survey', 'surveys'),
      ].filter((part) => part !== false);
      return [
        'The backup is saved, but it is not complete.',
        missing.length > 0 && `Could not be read here: ${list.format(missing)}.`,
        unlisted && 'The browser did not list all that it holds, so more may be missing.',
        (missing.length > 0 || unlisted) &&
          'Keep earlier backups. Reload, or wait until the disk answers, then save another.',
        tooLarge > 0 &&
          `Too large for one file: ${countOf(tooLarge, 'survey', 'surveys')}. Keep the files they came from.`,
      ]
        .filter(Boolean)
        .join(' ');
    },
    bring: 'Look into a backup file',
    bringText:
      'You see what a backup holds before it is brought in. It becomes a workspace of its own; this one stays as it is.',
    reading: 'Reading the backup',
    bringing: 'Bringing the backup in',
    unit: 'parts',
    lookTitle: 'What this backup holds',
    open: 'Open it as a workspace',
    leave: 'Leave it',
    madeOn: (at: number) => `Made on ${date.format(at)}.`,
    counts: (p: BackupPreview): [string, string][] => [
      [
        'Surveys',
        p.waves.length > 0
          ? p.waves.map((x) => `${x.cycleName}, ${wholeOf(x.rows)} people`).join('; ')
          : 'none',
      ],
      ['Interviews', wholeOf(p.interviews)],
      ['Notes', wholeOf(p.notes)],
      ['Themes', wholeOf(p.themes)],
      ['Unfinished lines', wholeOf(p.drafts)],
    ],
    beside:
      'This browser already holds a workspace made from the same one. The backup comes beside it, never into it.',
    safe: 'Sounding opens the new workspace and starts again. The one on screen now stays in this browser.',
    failed: 'That did not work, and nothing was changed. Try once more.',
    fault(why: BackupFault | BringInFault): string {
      switch (why.kind) {
        case 'notABackup':
          return 'This is no backup that Sounding made. Nothing was changed.';
        case 'newer':
          return 'This backup was made by a newer version of Sounding. Update this one, then bring it in. Nothing was changed.';
        case 'tooLarge':
          return 'This file unpacks to more than a backup may hold. Nothing was changed.';
        case 'damaged':
          return `This backup is damaged (${why.part}), so none of it is taken. Nothing was changed.`;
        case 'quota':
          return 'This device is too full for the backup. Nothing was changed.';
        case 'unavailable':
          return 'This browser gives Sounding no storage, as private windows do. Nothing was changed.';
        default:
          return unreachable(why);
      }
    },
  },
  language: {
    title: 'Language',
    label: 'Language of the screens',
    hint: 'Guides, notes and names stay in the language they were written in.',
    unreachable: 'The words of that language could not be fetched. Try again with a network.',
  },
  look: {
    title: 'Appearance',
    label: 'Light or dark',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
  company: {
    title: 'The invented company',
    there: (name: string) =>
      `${name} is in this workspace: two surveys, its people and their interviews, each marked as invented. Removing it touches nothing of yours.`,
    absent:
      'A sample programme to look around in. It is marked as invented everywhere and goes away in one step.',
    remove: 'Remove the invented company',
    add: 'Open the invented company',
    doing: 'Inventing a company',
    unit: 'parts',
    removed: 'The invented company is gone. Nothing of yours was touched.',
  },
};
