import { countOf, dayOf, wholeOf } from '#core/browser/parts/figures.ts';
import { momentOf } from '#core/browser/parts/moment.ts';
import { bandWords } from '#core/browser/parts/words.ts';
import type { Line } from './lines.ts';

export const words = {
  loading: 'Opening the interviews',
  underWay: 'Under way',
  toCall: 'Yours to call',
  held: 'Held',
  goOn: 'Go on',
  open: 'Open',
  call: 'Start the call',
  guide: 'The guide',
  score: 'score',
  calls: (name: string) => `${name} calls`,
  calledBy: (name: string) => `called by ${name}`,
  noCycle: {
    title: 'Interviews begin with a survey',
    text: 'Sounding calls the people who answered. Bring the survey first; it takes a file and a minute.',
    action: 'Bring a survey',
    href: '/survey',
  },
  nobody: {
    title: 'Nobody is chosen to be called yet',
    text: 'Choose 24 to 30 people over all three bands. Each call has four areas, one line to type in, and half an hour.',
    action: 'Choose people to call',
    href: '/people',
  },
  failed: {
    title: 'The interviews could not be read',
    text: 'The browser did not give Sounding its storage. Nothing was changed. Close other windows of Sounding and open this one again.',
    action: 'Go to the people',
    href: '/people',
  },
  noneToCall: 'You have claimed nobody who is still to be called.',
};

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

/** The opening sentence: what is held of what can be; `roster` leaves out who declined or did not appear. */
export function finding(lines: readonly Line[], roster: number): string {
  const held = lines.filter((l) => l.state === 'held').length;
  const all = Math.max(roster, held);
  if (all === 0) return 'Nobody is left to interview.';
  if (held === 0 && all === 1) return 'The one interview is not held yet.';
  if (held === 0) return `None of the ${countOf(all, 'interview', 'interviews')} is held yet.`;
  return `${wholeOf(held)} of ${countOf(all, 'interview', 'interviews')} ${plural(held, 'is', 'are')} held.`;
}

/** What the notes say about the work that is left. */
export function lede(lines: readonly Line[]): string {
  const notes = lines.reduce((sum, l) => sum + l.notes, 0);
  const untagged = lines.reduce((sum, l) => sum + l.untagged, 0);
  if (notes === 0) return 'Notes typed in a call appear in the driver table as soon as they carry a theme.';
  if (untagged === 0)
    return `All ${countOf(notes, 'note', 'notes')} are tagged and count in the driver table.`;
  return `${countOf(notes, 'note', 'notes')} so far; ${wholeOf(untagged)} of them ${plural(untagged, 'is', 'are')} not tagged and ${plural(untagged, 'counts', 'count')} for no theme.`;
}

/** "12 notes, 3 untagged, 22 October". */
export function detail(line: Line): string {
  if (line.state === 'toCall') return line.entry?.reason ?? '';
  const parts = [countOf(line.notes, 'note', 'notes')];
  if (line.untagged > 0) parts.push(`${wholeOf(line.untagged)} untagged`);
  if (line.startedAt > 0) parts.push(dayOf(momentOf(line.startedAt).day));
  return parts.join(', ');
}

/** What to do next and why, for the bar at the bottom. `line` is set when it is about one call. */
export function nextStep(
  lines: readonly Line[],
  free: number,
): { strong: string; text: string; action: string; line: Line | null; href: string } {
  const first = (state: Line['state']) => lines.find((l) => l.state === state && l.caller === '');
  const running = first('underWay');
  if (running)
    return {
      strong: 'A call is under way.',
      text: 'It goes on where it stopped.',
      action: `Go on with ${running.name}`,
      line: running,
      href: '',
    };
  const next = first('toCall');
  if (next)
    return {
      strong: `${next.name} is next.`,
      text: `${next.accountName}, ${bandWords.one[next.band]}, score ${next.score}.`,
      action: `Call ${next.name}`,
      line: next,
      href: '',
    };
  const loose = lines.find((l) => l.state === 'held' && l.untagged > 0);
  if (loose)
    return {
      strong: `${countOf(loose.untagged, 'note', 'notes')} of ${loose.name} without a theme.`,
      text: 'A digit tags each.',
      action: 'Tag them',
      line: loose,
      href: '',
    };
  if (free > 0)
    return {
      strong: `${countOf(free, 'person is', 'people are')} free to call.`,
      text: 'Claim the ones you will call.',
      action: 'Claim people to call',
      line: null,
      href: '/people',
    };
  return {
    strong: 'Every interview is held and tagged.',
    text: 'The driver table shows what moves the score.',
    action: 'See the drivers',
    line: null,
    href: '/drivers',
  };
}
