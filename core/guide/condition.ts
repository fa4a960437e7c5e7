import type { Condition } from './guide.ts';

/** How names are compared: case, width, spaces and a remark in brackets at the end ("Tenure (from the file)") do not count. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\([^()]*\)\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** A cell may hold several values: "Ledger; Payroll". */
const valuesIn = (cell: string): Set<string> => new Set([cell, ...cell.split(/[;|,]/)].map(plainName));

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
      return values.some((value) => held.has(plainName(value)));
    });
  });
}
