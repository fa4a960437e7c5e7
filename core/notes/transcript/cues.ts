import { secondsOf, timePattern } from './time.ts';

/** One timed piece of a WebVTT or SRT file. */
export interface Cue {
  /** Seconds; null where the time could not be read. */
  from: number | null;
  to: number | null;
  /** Lines of its text, markup and all. */
  lines: readonly string[];
}

const timing = new RegExp(String.raw`^\s*(${timePattern})\s*-->\s*(${timePattern})(.*)$`);
/** What may stand behind the times in SRT: "X1:40 X2:600". In WebVTT it is never words. */
const settings = /^(\s+[a-z][a-z0-9]*:\S+)*\s*$/i;
const longestTiming = 500;

/** The two times of a cue's first line, or null. */
function timesOf(line: string): { from: number; to: number; words: string } | null {
  if (line.length > longestTiming || !line.includes('-->')) return null;
  const found = timing.exec(line);
  if (!found) return null;
  const [, from = '', to = '', behind = ''] = found;
  return { from: secondsOf(from), to: secondsOf(to), words: settings.test(behind) ? '' : behind };
}

/** The first line that holds the times of a cue; -1 without one. */
export const firstTimes = (lines: readonly string[]): number =>
  lines.findIndex((line) => timesOf(line) !== null);

/**
 * The cues of a WebVTT (`vtt`) or SRT file. More forgiving than a player, since words count here and not pictures: a time
 * that cannot be read leaves its words without one, words behind a blank line stay with the cue before, words behind the
 * times of SRT are said, and a missing blank line parts cues all the same. Names, numbers, notes, styles and regions are left out.
 */
export function readCues(lines: readonly string[], vtt: boolean): Cue[] {
  const cues: { from: number | null; to: number | null; lines: string[] }[] = [];
  /** Lines since the last blank one that belong to no cue yet. */
  let loose: string[] = [];
  let open = false;
  let number: number | null = null;
  /** The first block of a WebVTT file is about the file. */
  let head = vtt;
  const say = (words: readonly string[]) => {
    if (words.length === 0) return;
    const last = cues.at(-1) ?? { from: null, to: null, lines: [] };
    if (cues.length === 0) cues.push(last);
    // one by one: a spread of very many is too much for the stack
    for (const line of words) last.lines.push(line);
  };
  const settle = () => {
    const isHead = head && loose.length > 0;
    if (isHead) head = false;
    const broken = loose.findIndex(looksLikeTimes);
    if (isHead || (vtt && /^(NOTE|STYLE|REGION)(\s|$)/.test(loose[0] ?? ''))) loose = [];
    else if (broken >= 0) {
      say(loose.slice(0, Math.max(0, broken - 1)));
      cues.push({ from: null, to: null, lines: loose.slice(broken + 1) });
    } else say(loose);
    loose = [];
  };
  /** What stands right above the times is no word where it is the cue's name, which only WebVTT has, or its number. */
  const takeLabel = (above: string[]) => {
    const text = above.at(-1) ?? '';
    const found = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
    const follows = found !== null && number !== null && found === number + 1;
    const isName = vtt && !open && above.length === 1;
    const isNumber = found !== null && (follows || (!open && (cues.length === 0 || number !== null)));
    if (isName || isNumber) above.pop();
    if (isNumber) number = found;
  };
  for (const line of lines) {
    const times = timesOf(line);
    if (times) {
      takeLabel(open ? (cues.at(-1)?.lines ?? []) : loose);
      settle();
      cues.push({ from: times.from, to: times.to, lines: vtt || times.words === '' ? [] : [times.words] });
      open = true;
    } else if (line.trim() === '') {
      settle();
      open = false;
    } else if (open) cues.at(-1)?.lines.push(line);
    else loose.push(line);
  }
  settle();
  return cues;
}

/** Times that cannot be read: an arrow with a clock beside it, or two clocks. "Click next --> finish" is said. */
const unreadable = new RegExp(String.raw`\d\s*-->|-->\s*\d|^\s*${timePattern}\s+${timePattern}\s*$`);
const looksLikeTimes = (line: string): boolean => line.length <= longestTiming && unreadable.test(line);
