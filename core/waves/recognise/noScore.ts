import { numberOf } from '../cells/numbers.ts';
import type { ColumnProfile, Inspection, NoScore } from '../inspection.ts';
import { hintOf } from './headers.ts';

/**
 * Says that no column of a file could be the 0 to 10 score, and what the nearest holds; null when one is or might be, and
 * when satisfaction could be measured instead.
 */
export function noScoreOf({ columns, questions }: Inspection): NoScore | null {
  const asks = (wanted: string): boolean => questions.some(({ kind }) => kind === wanted);
  if (!asks('noScore') || asks('isThisCsat') || columns.some(mightBeScore)) return null;
  const [nearest] = columns.filter(isNumeric).sort(byNearness);
  return { columns: columns.length, nearest: nearest ? spanOf(nearest) : null };
}

/**
 * Mostly whole numbers from 0 to 10 that reach the upper end, beside at most a few codes such as 99. Numbers just above
 * (1 to 13) are a list of choices or a count; so is, in a file of many rows, a column without a 10, unless its header says
 * that it is the score.
 */
function mightBeScore(column: ColumnProfile): boolean {
  if (!isFree(column)) return false;
  const { inside, highest, codes, justAbove } = countsOf(column);
  const hint = hintOf(column.header, column.wording);
  const reach = hint?.role === 'score' && hint.weight > 0.8 ? 6 : column.filled + column.empty < 30 ? 8 : 10;
  return inside > column.filled / 2 && highest >= reach && codes <= 4 && !justAbove;
}

function countsOf({ top }: ColumnProfile) {
  const counts = { inside: 0, highest: 0, codes: 0, justAbove: false };
  for (const { value, count } of top) {
    const number = numberOf(value);
    if (number === null) continue;
    if (Number.isInteger(number) && number >= 0 && number <= 10) {
      counts.inside += count;
      counts.highest = Math.max(counts.highest, number);
    } else counts.codes++;
    // 11 is a usual code for "don't know" after a scale to 10
    counts.justAbove ||= number > 11 && number <= 20;
  }
  return counts;
}

/** What is known to be an id, a date or a revenue is no score. */
const isFree = ({ role }: ColumnProfile): boolean =>
  role === 'ignore' || role === 'rating' || role === 'segment' || role === 'score';

function isNumeric(column: ColumnProfile): boolean {
  const { filled, numbers, dates } = column;
  return isFree(column) && numbers !== null && numbers.count * 2 > filled && dates * 2 < filled;
}

/** By header and role first, then by how far the values lie outside 0 to 10, then the higher scale. */
function byNearness(a: ColumnProfile, b: ColumnProfile): number {
  return named(b) - named(a) || outside(a) - outside(b) || (b.numbers?.high ?? 0) - (a.numbers?.high ?? 0);
}

function named({ header, wording, role }: ColumnProfile): number {
  const hint = hintOf(header, wording)?.role;
  return hint === 'score' ? 2 : hint === 'rating' || role === 'rating' ? 1 : 0;
}

const outside = ({ numbers }: ColumnProfile): number =>
  Math.max(0, -(numbers?.low ?? 0)) + Math.max(0, (numbers?.high ?? 0) - 10);

function spanOf({ header, index, numbers }: ColumnProfile): NoScore['nearest'] {
  const { count, whole, low, high } = numbers ?? { count: 0, whole: 0, low: 0, high: 0 };
  return { header: header.trim() || `column ${index + 1}`, low, high, whole: whole * 2 > count };
}
