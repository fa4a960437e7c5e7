import { unreachable } from '../../model/result.ts';
import { missingTest } from '../cells/missing.ts';
import { numberOf } from '../cells/numbers.ts';
import type { ColumnProfile, ImportQuestion, Inspection, ValueCount } from '../inspection.ts';
import type { ColumnMapping, ColumnRole, Mapping } from '../mapping.ts';
import { type Match, matchColumns } from './match.ts';
import type { Likeness } from './near.ts';

/** What differs between a file and the mapping of the wave before. Columns by their place in the file. */
export type CarryDifference =
  /** The same column under another header, and what made that likely. */
  | { kind: 'renamed'; column: number; from: string; role: ColumnRole; why: Likeness }
  /** A column the mapping does not know; `role` is proposed. */
  | { kind: 'new'; column: number; role: ColumnRole }
  /** A column that was used and is not there. */
  | { kind: 'gone'; header: string; role: ColumnRole }
  /** A rating with values beside the stated scale that do not mean "no answer". */
  | { kind: 'scaleChanged'; column: number; low: number; high: number; outside: readonly ValueCount[] }
  /** A column whose cells no longer are what its role needs: a rating without numbers, a date without dates. */
  | { kind: 'contentChanged'; column: number; role: ColumnRole }
  /** Values of a segment that the wave before did not have, and those it had and this file has not. */
  | { kind: 'valuesChanged'; column: number; added: readonly string[]; gone: readonly string[] };

/** The mapping of the wave before, fitted to a new file, with what differs and what is still to be asked. */
export interface CarriedMapping {
  /** One entry per column of the file, in its order. */
  mapping: Mapping;
  differences: readonly CarryDifference[];
  /** The questions of the inspection that the last mapping does not answer. */
  questions: readonly ImportQuestion[];
}

const shared: ReadonlySet<ColumnRole> = new Set(['segment', 'rating', 'rowFilter', 'ignore']);

/**
 * Starts a file's mapping from the one of the wave before. Headers may have drifted in case, spaces, punctuation, a
 * letter or their number; what is new or gone is listed. A renamed segment or rating keeps the name it was shown by, so
 * that waves can be compared. `known`: the values of each segment of the wave before, by that name.
 */
export function carryOver(
  last: Mapping,
  inspection: Inspection,
  known: ReadonlyMap<string, readonly string[]> = new Map(),
): CarriedMapping {
  const headers = inspection.columns.map(({ header }) => header);
  const matches = matchColumns(last.columns, headers);
  const mapping = fitted(last, inspection, matches);
  const byColumn = new Map(matches.map((match) => [match.column, match]));
  const differences = [
    ...matches.flatMap((match) => renamed(match, last)),
    ...inspection.columns.flatMap((profile): CarryDifference[] =>
      byColumn.has(profile.index)
        ? changes(profile, mapping.columns[profile.index]!, known)
        : [{ kind: 'new', column: profile.index, role: mapping.columns[profile.index]!.role }],
    ),
    ...goneFrom(last, matches),
  ];
  return { mapping, differences, questions: stillOpen(inspection, mapping, byColumn) };
}

/** Whether a difference needs an answer: another spelling and an ignored column do not. */
export function needsAnswer(difference: CarryDifference): boolean {
  return difference.kind !== 'renamed' || (difference.why !== 'spelling' && difference.role !== 'ignore');
}

function fitted(last: Mapping, { mapping, columns, sheet }: Inspection, matches: readonly Match[]): Mapping {
  const byColumn = new Map(matches.map(({ column, last: at }) => [column, last.columns[at]!]));
  const taken = new Set([...byColumn.values()].map(({ role }) => role));
  const own = mapping.columns.map((proposed, i): ColumnMapping => {
    const before = byColumn.get(i);
    if (before) return { ...before, ...nameOf(before, proposed.header), header: proposed.header };
    if (shared.has(proposed.role) || !taken.has(proposed.role)) {
      taken.add(proposed.role);
      return proposed;
    }
    return { header: columns[i]!.header, role: 'ignore', missing: [] };
  });
  const { columns: _, sheet: lastSheet, ...rules } = last;
  const isThere = sheet?.sheets.some(({ name }) => name === lastSheet) ?? false;
  const chosen = isThere ? lastSheet : mapping.sheet;
  return { ...rules, ...(chosen === undefined ? {} : { sheet: chosen }), columns: own };
}

/** The name a column was shown by, where its new header would be shown otherwise. */
function nameOf({ label, header, role }: ColumnMapping, next: string): { label?: string } {
  const isShown = role === 'segment' || role === 'rating';
  if (!isShown || label?.trim() || header.trim() === next.trim()) return {};
  return { label: header.trim() };
}

function renamed({ last, column, why }: Match, { columns }: Mapping): CarryDifference[] {
  const { header, role } = columns[last]!;
  return why === null ? [] : [{ kind: 'renamed', column, from: header, role, why }];
}

function goneFrom({ columns }: Mapping, matches: readonly Match[]): CarryDifference[] {
  const found = new Set(matches.map(({ last }) => last));
  return columns.flatMap(({ header, role }, i): CarryDifference[] =>
    found.has(i) || role === 'ignore' ? [] : [{ kind: 'gone', header, role }],
  );
}

function changes(
  profile: ColumnProfile,
  column: ColumnMapping,
  known: ReadonlyMap<string, readonly string[]>,
): CarryDifference[] {
  const { index, filled, numbers, dates } = profile;
  const { role } = column;
  const numeric = role === 'rating' || role === 'score' || role === 'weight' || role === 'revenue';
  if (filled > 0 && numeric && (numbers?.count ?? 0) * 2 < filled - missingIn(profile, column))
    return [{ kind: 'contentChanged', column: index, role }];
  if (filled > 0 && role === 'date' && dates * 2 < filled)
    return [{ kind: 'contentChanged', column: index, role }];
  if (role === 'rating') return scaleChange(profile, column);
  return role === 'segment' ? valueChange(profile, column, known) : [];
}

function missingIn({ top }: ColumnProfile, { missing }: ColumnMapping): number {
  const isMissing = missingTest(missing);
  return top.reduce((sum, { value, count }) => sum + (isMissing(value) ? count : 0), 0);
}

function scaleChange({ index, top }: ColumnProfile, column: ColumnMapping): CarryDifference[] {
  const { low = 1, high = 5 } = column;
  const isMissing = missingTest([...column.missing, ...(column.kept ?? [])]);
  const outside = top.filter(({ value }) => {
    const number = numberOf(value);
    return number !== null && (number < low || number > high) && !isMissing(value);
  });
  return outside.length > 0 ? [{ kind: 'scaleChanged', column: index, low, high, outside }] : [];
}

function valueChange(
  { index, top, distinct, distinctMore }: ColumnProfile,
  column: ColumnMapping,
  known: ReadonlyMap<string, readonly string[]>,
): CarryDifference[] {
  const before = known.get(column.label?.trim() || column.header.trim());
  // Only the most frequent values of a file are known before it is read.
  if (!before || distinctMore || distinct > top.length) return [];
  const isMissing = missingTest(column.missing);
  const now = top.map(({ value }) => value).filter((value) => !isMissing(value));
  const added = now.filter((value) => !before.includes(value));
  const gone = before.filter((value) => !now.includes(value));
  return added.length + gone.length > 0 ? [{ kind: 'valuesChanged', column: index, added, gone }] : [];
}

/** The questions that the last mapping leaves open: all about new columns, and codes nobody has decided about. */
function stillOpen(
  { questions }: Inspection,
  mapping: Mapping,
  byColumn: ReadonlyMap<number, Match>,
): ImportQuestion[] {
  const has = (...roles: ColumnRole[]): boolean => mapping.columns.some(({ role }) => roles.includes(role));
  return questions.filter((q): boolean => {
    switch (q.kind) {
      case 'missingCode': {
        const { role, missing, kept = [] } = mapping.columns[q.column]!;
        if (role === 'ignore') return false;
        // A value beside the scale of a known rating is told as a change of its scale.
        if (byColumn.has(q.column) && role === 'rating' && q.proposal.why === 'outside') return false;
        return !missingTest([...missing, ...kept])(q.proposal.value);
      }
      case 'noScore':
      case 'isThisNps':
      case 'whichScore':
      case 'isThisCsat':
        return !has('score');
      case 'dateOrder':
        return mapping.columns[q.column]!.dateOrder === undefined && has('date', 'customerSince');
      case 'decimalMark': {
        const { role, decimalMark } = mapping.columns[q.column]!;
        return role === 'revenue' && decimalMark === undefined;
      }
      case 'noDate':
        return !byColumn.has(q.column) && !has('date');
      case 'nobodyNamed':
        return !byColumn.size;
      case 'noWayToReach':
        return !byColumn.size;
      case 'rowsLeftOut':
      case 'severalSurveys':
      case 'mixedScale':
        return !byColumn.has(q.column);
      case 'whichSheet':
        return mapping.sheet !== q.sheet;
      case 'noZero':
      case 'hiddenColumns':
      case 'hiddenRows':
      case 'mergedDown':
      case 'noResults':
        return true;
      default:
        return unreachable(q);
    }
  });
}
