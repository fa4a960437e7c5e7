import { usualSigns, valuesInCell } from '../segments/index.ts';
import type { Condition } from './guide.ts';

/** How values of a segment are compared: case, width and spaces do not count. */
export const plainValue = (value: string): string =>
  value.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** How names of dimensions are compared: so, and a remark in brackets at the end ("Tenure (from the file)") does not count either. */
export const plainName = (name: string): string =>
  plainValue(name.normalize('NFKC').replace(/\([^()]*\)\s*$/, ''));

/**
 * What a cell may stand for: all of it, or any piece of it, since a condition that fits too often asks one question more,
 * and one that fits too seldom leaves it out. Figures ask the edits of the dimension instead: `severalReader`.
 */
const valuesIn = (cell: string): Set<string> =>
  new Set([cell, ...valuesInCell(cell, usualSigns)].map(plainValue));

/** Whether somebody with these segments (dimension -> value) meets every condition; without conditions everyone does. */
export function fitsSegments(
  when: readonly Condition[] | undefined,
  segments: Readonly<Record<string, string>>,
): boolean {
  return (when ?? []).every(({ dimension, values }) => {
    const wanted = plainName(dimension);
    const cells = Object.entries(segments).filter(([name]) => wanted === '' || plainName(name) === wanted);
    return cells.some(([, cell]) => {
      const held = valuesIn(cell);
      return values.some((value) => held.has(plainValue(value)));
    });
  });
}
