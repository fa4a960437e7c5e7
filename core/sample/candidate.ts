import { noSegment, type Person, type WaveColumns } from '../waves/index.ts';

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
