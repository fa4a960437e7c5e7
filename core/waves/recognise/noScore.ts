import { numberOf } from '../cells/numbers.ts';
import type { ColumnProfile, Inspection, NoScore } from '../inspection.ts';
import { hintOf } from './headers.ts';

/** Says that no column of a file could be the 0 to 10 score, and what the nearest holds; null when one is or might be. */
export function noScoreOf({ columns, questions }: Inspection): NoScore | null {
  if (!questions.some(({ kind }) => kind === 'noScore') || columns.some(mightBeScore)) return null;
  const [nearest] = columns.filter(isNumeric).sort(byNearness);
  return { columns: columns.length, nearest: nearest ? spanOf(nearest) : null };
}

/** Mostly whole numbers from 0 to 10 that reach the upper end, though too few or too odd to be proposed. */
function mightBeScore(column: ColumnProfile): boolean {
  if (!isFree(column)) return false;
  let inside = 0;
  let highest = 0;
  for (const { value, count } of column.top) {
    const number = numberOf(value);
    if (number === null || !Number.isInteger(number) || number < 0 || number > 10) continue;
    inside += count;
    highest = Math.max(highest, number);
  }
  // A scale of seven points is no scale to 10, unless the question says that it is the one.
  const hint = hintOf(column.header, column.wording);
  const reach = hint?.role === 'score' && hint.weight > 0.8 ? 6 : 8;
  return inside > column.filled / 2 && highest >= reach;
}

/** What is known to be an id, a date or a revenue is no score. */
const isFree = ({ role }: ColumnProfile): boolean =>
  role === 'ignore' || role === 'rating' || role === 'segment' || role === 'score';

function isNumeric(column: ColumnProfile): boolean {
  const { filled, numbers, dates } = column;
  return isFree(column) && numbers !== null && numbers.count * 2 > filled && dates * 2 < filled;
}

/** By header first, then by how far the values lie outside 0 to 10, then the higher scale. */
function byNearness(a: ColumnProfile, b: ColumnProfile): number {
  return named(b) - named(a) || outside(a) - outside(b) || (b.numbers?.high ?? 0) - (a.numbers?.high ?? 0);
}

function named({ header, wording }: ColumnProfile): number {
  const role = hintOf(header, wording)?.role;
  return role === 'score' ? 2 : role === 'rating' ? 1 : 0;
}

const outside = ({ numbers }: ColumnProfile): number =>
  Math.max(0, -(numbers?.low ?? 0)) + Math.max(0, (numbers?.high ?? 0) - 10);

function spanOf({ header, index, numbers }: ColumnProfile): NoScore['nearest'] {
  const { count, whole, low, high } = numbers ?? { count: 0, whole: 0, low: 0, high: 0 };
  return { header: header.trim() || `column ${index + 1}`, low, high, whole: whole * 2 > count };
}
