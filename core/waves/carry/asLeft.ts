import { missingTest } from '../cells/missing.ts';
import type { ColumnProfile, Inspection } from '../inspection.ts';
import type { ColumnMapping, Mapping } from '../mapping.ts';
import { outsideOf } from './differences.ts';

/**
 * A mapping as it is kept with its wave: values that were shown as likely codes or beside a scale, and were left as they
 * are, are stated as kept, so that the next wave asks about others only. No figure rests on it, nor does the hash of
 * what was read. One entry per column of the file, in its order.
 */
export function asLeft(mapping: Mapping, { columns }: Pick<Inspection, 'columns'>): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column, at) => {
      const profile = columns[at];
      const left = profile ? leftIn(profile, column) : [];
      return left.length === 0 ? column : { ...column, kept: [...(column.kept ?? []), ...left] };
    }),
  };
}

function leftIn(profile: ColumnProfile, column: ColumnMapping): string[] {
  if (column.role === 'ignore' || column.role === 'rowFilter') return [];
  const isDecided = missingTest([...column.missing, ...(column.kept ?? [])]);
  const outside = column.role === 'rating' ? outsideOf(profile, column) : [];
  const seen = new Set([...profile.proposedMissing, ...outside].map(({ value }) => value));
  return [...seen].filter((value) => !isDecided(value));
}
