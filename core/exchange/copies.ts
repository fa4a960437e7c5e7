/** A file in the folder that copies are kept in. */
export interface CopyFile {
  name: string;
  bytes: number;
}

/** Milliseconds without a change after which a copy is made. */
const rest = 60_000;
/** Milliseconds after which one is made however much goes on changing. */
const atLongest = 10 * 60_000;
/** Days whose last copy is kept. */
export const daysKept = 7;

/** Milliseconds until a copy is due, from the first and the last change that no copy has; 0: now. */
export const copyDueIn = (changes: { first: number; last: number }, now: number): number =>
  Math.max(0, Math.min(changes.last + rest, changes.first + atLongest) - now);

const pattern = /^sounding-copy-(\d{4}-\d{2}-\d{2})-\d{6}-([0-9a-z]+)\.zip$/;
/** A copy that lacks something takes no part in which copies stay. */
const partial = /^sounding-copy-.+-([0-9a-z]+)-incomplete\.zip$/;

/**
 * What a copy is called: `stamp` as 2026-11-26-140233 in local time, `tag` drawn when the folder was chosen, so that two
 * devices in one folder, or a workspace begun anew, never touch each other's.
 */
export const copyName = (stamp: string, tag: string, isWhole = true): string =>
  `sounding-copy-${stamp}-${tag}${isWhole ? '' : '-incomplete'}.zip`;

/**
 * Copies that may go now that `written` is there: of those with its tag all but the last of each of the last seven days
 * that have one, and the largest. A workspace that has lost its work thus never takes the place of one that had it; nor
 * does a clock that was set back. Of the incomplete all others go; for the sake of an incomplete one no complete one does.
 */
export function surplusCopies(files: readonly CopyFile[], tag: string, written: string): string[] {
  const names = files.map(({ name }) => name);
  const incomplete = names.filter((name) => partial.exec(name)?.[1] === tag && name !== written);
  if (partial.test(written)) return incomplete;
  const own = files
    .filter(({ name }) => pattern.exec(name)?.[2] === tag)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const lastOfDay = new Map(own.map(({ name }) => [pattern.exec(name)?.[1] ?? '', name]));
  const kept = new Set([...lastOfDay.values()].slice(-daysKept)).add(written);
  const largest = largestOf(own);
  if (largest) kept.add(largest.name);
  return [...own.map(({ name }) => name).filter((name) => !kept.has(name)), ...incomplete];
}

/**
 * The day (YYYY-MM-DD) of an earlier copy of the same tag that holds more than twice as many bytes as the one just
 * written: much is gone since. Empty when there is none.
 */
export function fullerCopy(files: readonly CopyFile[], tag: string, written: CopyFile): string {
  const own = files.filter(({ name }) => name !== written.name && pattern.exec(name)?.[2] === tag);
  const largest = largestOf(own);
  return largest && largest.bytes > 2 * written.bytes ? (pattern.exec(largest.name)?.[1] ?? '') : '';
}

/** Of two alike the later. */
function largestOf(files: readonly CopyFile[]): CopyFile | null {
  return files.reduce<CopyFile | null>((most, file) => (most && most.bytes > file.bytes ? most : file), null);
}

/** New notes after which a browser that cannot write to a folder is worth a word again. */
export const muchNewWork = 40;

/**
 * What the interviews may offer, calmly: a folder once; where the browser has none, a backup file after the first
 * interview and again after much new work. `notes`: how many there are; `seen`: how many there were when it was last
 * saved or put off, null for never. Nothing where a server has it all.
 */
export function offerOf(now: {
  folders: 'unsupported' | 'off' | 'on';
  shared: boolean;
  held: number;
  notes: number;
  seen: number | null;
}): 'folder' | 'file' | null {
  if (now.shared || now.held === 0 || now.folders === 'on') return null;
  if (now.folders === 'off') return now.seen === null ? 'folder' : null;
  return now.seen === null || now.notes >= now.seen + muchNewWork ? 'file' : null;
}
