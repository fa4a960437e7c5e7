import { wholeOf } from '#core/browser/parts/figures.ts';
import type { Space } from '#core/ports/space.ts';

const size = (bytes: number): string =>
  bytes < 1e6
    ? `${wholeOf(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`;

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
