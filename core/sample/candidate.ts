import { noScore, noSegment, type Person, type WaveColumns } from '../waves/index.ts';

/** One value of a dimension: tier = Enterprise. */
export interface SegmentRef {
  dimension: string;
  value: string;
}

/** Somebody who might be called: a respondent with the values that place them. */
export type Candidate = Person & { readonly segments: Readonly<Record<string, string>> };

/** The values of one row, by dimension; dimensions without a value are left out. */
export function segmentsOfRow(columns: WaveColumns, row: number): Record<string, string> {
  const segments: Record<string, string> = {};
  for (const { name, codes, values } of columns.segments) {
    const value = values[codes[row] ?? noSegment];
    if (value !== undefined) segments[name] = value;
  }
  return segments;
}

/**
 * Rows that answered and lie in any of the segments, in row order; of everybody when none is given. Of a million rows
 * only these people need reading.
 */
export function rowsIn(columns: WaveColumns, segments: readonly SegmentRef[]): number[] {
  const wanted = segments.flatMap(({ dimension, value }) => {
    const column = columns.segments.find((c) => c.name === dimension);
    const code = column?.values.indexOf(value) ?? -1;
    return column && code >= 0 ? [{ codes: column.codes, code }] : [];
  });
  const rows: number[] = [];
  columns.score.forEach((score, row) => {
    if (score === noScore) return;
    if (segments.length === 0 || wanted.some(({ codes, code }) => codes[row] === code)) rows.push(row);
  });
  return rows;
}

/** People of a wave with the values of their rows. */
export function candidatesOf(people: readonly Person[], columns: WaveColumns): Candidate[] {
  return people.map((person) => ({ ...person, segments: segmentsOfRow(columns, person.row) }));
}
