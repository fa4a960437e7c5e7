import { secondsOf, timePattern } from './time.ts';

/** One timed piece of a WebVTT or SRT file. */
export interface Cue {
  /** Seconds; null where the time could not be read. */
  from: number | null;
  to: number | null;
  /** Lines of its text, markup and all. */
  lines: readonly string[];
}

const timing = new RegExp(String.raw`^\s*(${timePattern})\s*-->\s*(${timePattern})`);
const longestTiming = 500;

/** The two times of a cue's first line, or null. */
function timesOf(line: string): { from: number; to: number } | null {
  if (line.length > longestTiming || !line.includes('-->')) return null;
  const found = timing.exec(line);
  return found && { from: secondsOf(found[1] ?? ''), to: secondsOf(found[2] ?? '') };
}

/** Whether a text holds the times of at least one cue. */
export const hasCues = (lines: readonly string[]): boolean => lines.some((line) => timesOf(line) !== null);

/**
 * The cues of a WebVTT (`vtt`) or SRT file. More forgiving than a player, since words count here and not pictures: a time
 * that cannot be read leaves its words without one, words behind a blank line stay with the cue before, and a missing blank
 * line parts cues all the same. Names, numbers, notes, styles and regions are left out.
 */
export function readCues(lines: readonly string[], vtt: boolean): Cue[] {
  const cues: { from: number | null; to: number | null; lines: string[] }[] = [];
  /** Lines since the last blank one that belong to no cue yet. */
  let loose: string[] = [];
  let open = false;
  const settle = () => {
    const broken = loose.findIndex((line) => line.includes('-->'));
    if (vtt && /^(NOTE|STYLE|REGION)(\s|$)/.test(loose[0] ?? '')) loose = [];
    else if (broken >= 0) cues.push({ from: null, to: null, lines: loose.slice(broken + 1) });
    else cues.at(-1)?.lines.push(...loose);
    loose = [];
  };
  for (const line of lines) {
    const times = timesOf(line);
    if (times) {
      const before = open ? cues.at(-1)?.lines : loose;
      // What stands right above the times is the cue's number or name; in an open cue only a number can be.
      if (!open || /^\s*\d+\s*$/.test(before?.at(-1) ?? '')) before?.pop();
      settle();
      cues.push({ ...times, lines: [] });
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
