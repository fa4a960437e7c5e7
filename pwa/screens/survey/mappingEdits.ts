import type { ColumnMapping, ColumnRole, Mapping, Metric } from '#core/waves/index.ts';

/** Roles that any number of columns may have; every other role belongs to one column at most. */
const shared: ReadonlySet<ColumnRole> = new Set(['segment', 'rating', 'rowFilter', 'ignore']);
export const isShared = (role: ColumnRole): boolean => shared.has(role);

function withColumn(mapping: Mapping, at: number, change: Partial<ColumnMapping>): Mapping {
  return { ...mapping, columns: mapping.columns.map((c, i) => (i === at ? { ...c, ...change } : c)) };
}

/** Gives a column a role. Whoever had a role that only one can have is ignored from now on. */
export function withRole(mapping: Mapping, at: number, role: ColumnRole): Mapping {
  const columns = mapping.columns.map((c, i) => {
    if (i === at) return { ...c, role };
    return !isShared(role) && c.role === role ? { ...c, role: 'ignore' as const } : c;
  });
  return { ...mapping, columns };
}

/** The place of the column that has a role, -1 when none has. */
export const placeOf = (mapping: Mapping, role: ColumnRole): number =>
  mapping.columns.findIndex((c) => c.role === role);

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

export const isMissing = (column: ColumnMapping, value: string): boolean =>
  column.missing.some((m) => same(m, value));

/** States that a value means "no answer" in the given columns, or takes that back. */
export function withMissing(
  mapping: Mapping,
  places: readonly number[],
  value: string,
  means: boolean,
): Mapping {
  return places.reduce((m, at) => {
    const column = m.columns[at];
    if (!column || isMissing(column, value) === means) return m;
    const missing = means ? [...column.missing, value] : column.missing.filter((v) => !same(v, value));
    return withColumn(m, at, { missing });
  }, mapping);
}

export const withLabel = (mapping: Mapping, at: number, label: string): Mapping =>
  withColumn(mapping, at, { label });

export const withScale = (mapping: Mapping, at: number, low: number, high: number): Mapping =>
  withColumn(mapping, at, { low, high });

export const withDateOrder = (mapping: Mapping, at: number, dateOrder: 'dmy' | 'mdy'): Mapping =>
  withColumn(mapping, at, { dateOrder });

export const withDecimalMark = (mapping: Mapping, at: number, decimalMark: '.' | ','): Mapping =>
  withColumn(mapping, at, { decimalMark });

/** Measures satisfaction from 1 to 5 by a column instead of the likelihood to recommend. */
export const asCsat = (mapping: Mapping, at: number): Mapping => ({
  ...withRole(mapping, at, 'score'),
  metric: 'csat',
});

/** Says what the score measures. */
export function withMetric({ metric: _, ...mapping }: Mapping, metric: Metric): Mapping {
  return metric === 'csat' ? { ...mapping, metric } : mapping;
}

/** States that a value is an answer like any other in the given columns, so that the next wave does not ask again. */
export function withKept(mapping: Mapping, places: readonly number[], value: string): Mapping {
  return places.reduce((m, at) => {
    const kept = m.columns[at]?.kept ?? [];
    return kept.some((v) => same(v, value)) ? m : withColumn(m, at, { kept: [...kept, value] });
  }, mapping);
}

/** Takes back whatever was decided about a value in the given columns. */
export function undecided(mapping: Mapping, places: readonly number[], value: string): Mapping {
  return places.reduce(
    (m, at) => {
      const kept = m.columns[at]?.kept?.filter((v) => !same(v, value));
      return withColumn(m, at, kept && kept.length > 0 ? { kept } : { kept: undefined });
    },
    withMissing(mapping, places, value, false),
  );
}
