import type { DateOrder } from '../cells/dates.ts';
import { missingTest } from '../cells/missing.ts';
import { labelledNumber, numberOf } from '../cells/numbers.ts';
import type { ColumnProfile, ValueCount } from '../inspection.ts';
import type { ColumnMapping, ColumnRole, Mapping, Metric } from '../mapping.ts';
import type { Match } from './match.ts';
import type { Likeness } from './near.ts';

/** What differs between a file and the wave before. Columns by their place in the file. */
export type CarryDifference =
  /** The same column under another header, and what made that likely. */
  | { kind: 'renamed'; column: number; from: string; role: ColumnRole; why: Likeness }
  /** A column the mapping does not know; `role` is proposed. */
  | { kind: 'new'; column: number; role: ColumnRole }
  /** A column that was used and is not there. */
  | { kind: 'gone'; header: string; role: ColumnRole }
  /**
   * A rating or score with values beside its scale that the wave before did not have and nobody has decided about, or a
   * score that goes no further than `reaches` where the wave before did.
   */
  | {
      kind: 'scaleChanged';
      column: number;
      role: 'rating' | 'score';
      low: number;
      high: number;
      outside: readonly ValueCount[];
      reaches?: number;
    }
  /** Dates that are surely written in `now`, where the last mapping states `was`: the cells win. */
  | { kind: 'orderChanged'; column: number; was: DateOrder; now: DateOrder }
  /** A column whose cells no longer are what its role needs: a rating without numbers, a date without dates. */
  | { kind: 'contentChanged'; column: number; role: ColumnRole }
  /** Values of a segment that the wave before did not have, and those it had and this file has not, as they are shown. */
  | { kind: 'valuesChanged'; column: number; added: readonly string[]; gone: readonly string[] };

/** What is known of the wave before beside its mapping. */
export interface WaveBefore {
  /** The values of its segments as they are shown, by the name of the dimension. */
  values: ReadonlyMap<string, readonly string[]>;
  /** The cells of a dimension as they would be shown, renamed and merged; as they stand where absent. */
  shown?: (dimension: string, cells: readonly string[]) => readonly string[];
  /** Whether anybody had answered with a 0. */
  hadZero: boolean;
  /** The highest score anybody gave; not known where absent. */
  highest?: number;
}

/** That a column stands under another header. */
export function renamed({ last, column, why }: Match, { columns }: Mapping): CarryDifference[] {
  const { header, role } = columns[last]!;
  return why === null ? [] : [{ kind: 'renamed', column, from: header, role, why }];
}

/** Columns of a mapping that were used and found nowhere. */
export function goneFrom({ columns }: Mapping, matches: readonly Match[]): CarryDifference[] {
  const found = new Set(matches.map(({ last }) => last));
  return columns.flatMap(({ header, role }, i): CarryDifference[] =>
    found.has(i) || role === 'ignore' ? [] : [{ kind: 'gone', header, role }],
  );
}

/** What a column that was found again holds otherwise than the wave before. `metric`: what its score measures. */
export function changesIn(
  profile: ColumnProfile,
  column: ColumnMapping,
  before: WaveBefore,
  metric: Metric = 'nps',
): CarryDifference[] {
  const { index, filled, dates } = profile;
  const { role } = column;
  const numeric = role === 'rating' || role === 'score' || role === 'weight' || role === 'revenue';
  if (filled > 0 && numeric && numbersIn(profile) * 2 < filled - missingIn(profile, column))
    return [{ kind: 'contentChanged', column: index, role }];
  if (filled > 0 && role === 'date' && dates * 2 < filled)
    return [{ kind: 'contentChanged', column: index, role }];
  if (role === 'score') return scoreScaleChange(profile, column, before, metric);
  if (role === 'rating') return scaleChange(profile, column);
  return role === 'segment' ? valueChange(profile, column, before) : [];
}

/** That dates are surely written otherwise than the last mapping states. */
export function orderChange(
  { index, dateOrder: now }: ColumnProfile,
  { role, dateOrder: was }: ColumnMapping,
): CarryDifference[] {
  const isDate = role === 'date' || role === 'customerSince';
  return isDate && was && now && was !== now ? [{ kind: 'orderChanged', column: index, was, now }] : [];
}

/** Cells that can be read as a number, those that say it in words too ("5 - Very good") among them. */
function numbersIn({ numbers, top }: ColumnProfile): number {
  const labelled = top.filter(({ value }) => labelledNumber(value) !== null);
  return labelled.reduce((sum, { count }) => sum + count, numbers?.count ?? 0);
}

function missingIn({ top }: ColumnProfile, { missing }: ColumnMapping): number {
  const isMissing = missingTest(missing);
  return top.reduce((sum, { value, count }) => sum + (isMissing(value) ? count : 0), 0);
}

function scaleChange(profile: ColumnProfile, column: ColumnMapping): CarryDifference[] {
  const { low = 1, high = 5 } = column;
  const outside = outsideOf(profile, column);
  return outside.length > 0
    ? [{ kind: 'scaleChanged', column: profile.index, role: 'rating', low, high, outside }]
    : [];
}

/** Fewer answers may all be low by chance. */
const enoughAnswers = 20;
/** The highest answer on a scale of 1 to 5 or 1 to 7: no 0 to 10 question stops there. */
const shortScale = 7;

/** A score on another scale: values beside it that are no likely codes, or a 0 to 10 question that nobody answers high. */
function scoreScaleChange(
  profile: ColumnProfile,
  column: ColumnMapping,
  { highest }: WaveBefore,
  metric: Metric,
): CarryDifference[] {
  const [low, high] = metric === 'csat' ? [1, 5] : [0, 10];
  const told = { kind: 'scaleChanged', column: profile.index, role: 'score', low, high } as const;
  const proposed = new Set(profile.proposedMissing.map(({ value }) => value));
  const outside = outsideOf(profile, { ...column, low, high }).filter(({ value }) => !proposed.has(value));
  if (outside.length > 0) return [{ ...told, outside }];
  const isMissing = missingTest(column.missing);
  const answers = profile.top.flatMap(({ value, count }) => {
    const number = numberOf(value) ?? labelledNumber(value);
    return number === null || number < low || number > high || isMissing(value) ? [] : [{ number, count }];
  });
  const reaches = Math.max(...answers.map(({ number }) => number));
  const n = answers.reduce((sum, { count }) => sum + count, 0);
  const isShort = metric === 'nps' && n >= enoughAnswers && reaches <= shortScale;
  return isShort && (highest ?? high) > shortScale ? [{ ...told, outside: [], reaches }] : [];
}

/** The frequent values of a column that lie beside its scale, are not stated as "no answer" and not as kept. */
export function outsideOf({ top }: ColumnProfile, column: ColumnMapping): ValueCount[] {
  const { low = 1, high = 5, missing, kept = [] } = column;
  const isDecided = missingTest([...missing, ...kept]);
  return top.filter(({ value }) => {
    const number = numberOf(value);
    return number !== null && (number < low || number > high) && !isDecided(value);
  });
}

function valueChange(
  { index, values }: ColumnProfile,
  column: ColumnMapping,
  { values: known, shown = (_, cells) => cells }: WaveBefore,
): CarryDifference[] {
  const dimension = column.label?.trim() || column.header.trim();
  const before = known.get(dimension);
  if (!before || !values) return [];
  const isMissing = missingTest(column.missing);
  const now = new Set(
    shown(
      dimension,
      values.filter((value) => !isMissing(value)),
    ),
  );
  const added = [...now].filter((value) => !before.includes(value));
  const gone = before.filter((value) => !now.has(value));
  return added.length + gone.length > 0 ? [{ kind: 'valuesChanged', column: index, added, gone }] : [];
}
