import type { ListOutcome, OpenList } from '#core/ports/lists.ts';

/** The figures of a list as they are kept: counts alone, none of its lines. */
export function figuresOf(outcome: ListOutcome, file: OpenList, wave: string) {
  const source = {
    wave,
    fileName: file.inspection.fileName,
    fileHash: file.fileHash,
    lines: outcome.report.lines,
    sample: false,
  };
  if (outcome.kind === 'people') {
    const { invited, answered, unlisted, nameless, dimensions, leftCount } = outcome.report;
    return { ...source, left: leftCount, invited, answered, unlisted, nameless, dimensions };
  }
  const { counts, all, joinedById, joinedByName, firstDay, lastDay, dimensions, left } = outcome.report;
  const joined = joinedById + joinedByName;
  return { ...source, left: left.length, counts, all, joined, firstDay, lastDay, dimensions };
}

/** Whether figures are those kept already, whoever kept them and when. */
export function isSame(kept: object | null, figures: object): boolean {
  if (!kept) return false;
  const before = kept as Readonly<Record<string, unknown>>;
  return Object.entries(figures).every(([key, value]) => same(before[key], value));
}

/** Alike in everything that can be written down; the order of fields does not matter. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [x, y] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = new Set([...Object.keys(x), ...Object.keys(y)]);
  return [...keys].every((key) => same(x[key], y[key]));
}
