import { unreachable } from '../../model/result.ts';
import { missingTest } from '../cells/missing.ts';
import type { ColumnProfile, ImportQuestion, Inspection } from '../inspection.ts';
import type { ColumnMapping, ColumnRole, Mapping } from '../mapping.ts';
import {
  type CarryDifference,
  changesIn,
  goneFrom,
  orderChange,
  renamed,
  type WaveBefore,
} from './differences.ts';
import { type Match, matchColumns } from './match.ts';

/** The mapping of the wave before, fitted to a new file, with what differs and what is still to be asked. */
export interface CarriedMapping {
  /** One entry per column of the file, in its order. */
  mapping: Mapping;
  differences: readonly CarryDifference[];
  /** What the last mapping does not answer. */
  questions: readonly ImportQuestion[];
}

const shared: ReadonlySet<ColumnRole> = new Set(['segment', 'rating', 'rowFilter', 'ignore']);

/**
 * Starts a file's mapping from the one of the wave before. Headers may have drifted in case, spaces, punctuation, a
 * letter or their number; what is new or gone is listed. A renamed segment or rating keeps the name it was shown by, so
 * that waves can be compared. `before`: what else is known of the wave before; without it no values are compared.
 */
export function carryOver(
  last: Mapping,
  inspection: Inspection,
  before: WaveBefore = { values: new Map(), hadZero: true },
): CarriedMapping {
  const headers = inspection.columns.map(({ header }) => header);
  const matches = matchColumns(last.columns, headers);
  const mapping = fitted(last, inspection, matches);
  const lastBy = new Map(matches.map(({ column, last: at }) => [column, last.columns[at]!]));
  const known = new Set(lastBy.keys());
  const differences = [
    ...matches.flatMap((match) => renamed(match, last)),
    ...inspection.columns.flatMap((profile): CarryDifference[] =>
      known.has(profile.index)
        ? [
            ...orderChange(profile, lastBy.get(profile.index)!),
            ...changesIn(profile, mapping.columns[profile.index]!, before, last.metric),
          ]
        : [{ kind: 'new', column: profile.index, role: mapping.columns[profile.index]!.role }],
    ),
    ...goneFrom(last, matches),
  ];
  const questions = [
    ...stillOpen(inspection, { last, mapping, known, before }),
    ...differences.flatMap((difference) => scaleQuestions(difference, inspection)),
  ];
  return { mapping, differences, questions };
}

/** Whether a difference needs an answer: another spelling and an ignored column do not. */
export function needsAnswer(difference: CarryDifference): boolean {
  return difference.kind !== 'renamed' || (difference.why !== 'spelling' && difference.role !== 'ignore');
}

function fitted(last: Mapping, { mapping, columns }: Inspection, matches: readonly Match[]): Mapping {
  const byColumn = new Map(matches.map(({ column, last: at }) => [column, last.columns[at]!]));
  const taken = new Set([...byColumn.values()].map(({ role }) => role));
  const own = mapping.columns.map((proposed, i): ColumnMapping => {
    const before = byColumn.get(i);
    if (before)
      return {
        ...before,
        ...nameOf(before, proposed.header),
        ...orderOf(before, columns[i]!),
        header: proposed.header,
      };
    if (shared.has(proposed.role) || !taken.has(proposed.role)) {
      taken.add(proposed.role);
      return proposed;
    }
    return { header: columns[i]!.header, role: 'ignore', missing: [] };
  });
  const { columns: _, sheet: __, ...rules } = last;
  // the columns are those of the sheet that was looked at, whichever it was then
  return { ...rules, ...(mapping.sheet === undefined ? {} : { sheet: mapping.sheet }), columns: own };
}

/** The name a column was known by, where its new header would be another: it is shown by it, and compared by it. */
function nameOf({ label, header, role }: ColumnMapping, next: string): { label?: string } {
  const isNamed = role === 'segment' || role === 'rating' || role === 'score';
  if (!isNamed || label?.trim() || header.trim() === next.trim()) return {};
  return { label: header.trim() };
}

/** A stated order of day and month gives way to cells that leave no doubt of another. */
const orderOf = (
  { dateOrder: was }: ColumnMapping,
  { dateOrder: now }: ColumnProfile,
): Partial<ColumnMapping> => (was && now ? { dateOrder: now } : {});

interface Asking {
  last: Mapping;
  mapping: Mapping;
  /** Columns that the last mapping knows. */
  known: ReadonlySet<number>;
  before: WaveBefore;
}

/** The questions of the inspection that the last mapping leaves open: about new columns, and codes that were not there. */
function stillOpen({ questions }: Inspection, asking: Asking): ImportQuestion[] {
  const { last, mapping, known, before } = asking;
  const has = (...roles: ColumnRole[]): boolean => mapping.columns.some(({ role }) => roles.includes(role));
  return questions.filter((q): boolean => {
    switch (q.kind) {
      case 'missingCode': {
        const { role, missing, kept = [] } = mapping.columns[q.column]!;
        // what lies outside a known scale is asked by that scale, whatever this file alone looks like
        if (known.has(q.column) && role === 'rating' && q.proposal.why === 'outside') return false;
        return role !== 'ignore' && !missingTest([...missing, ...kept])(q.proposal.value);
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
        return !known.has(q.column) && !has('date');
      case 'nobodyNamed':
      case 'noWayToReach':
        return known.size === 0;
      case 'mixedScale':
      case 'rowsLeftOut':
      case 'severalSurveys':
        return !known.has(q.column);
      case 'whichSheet':
        return last.sheet !== q.sheet;
      case 'noZero':
        return before.hadZero;
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

/** More values beside a scale are no codes: another scale. */
const mostCodes = 4;

/**
 * What a rating now holds beside its scale: each of a few values may be a code; many ask for the scale itself. A score
 * that now runs from 1 to 5 may be satisfaction.
 */
function scaleQuestions(difference: CarryDifference, { columns }: Inspection): ImportQuestion[] {
  if (difference.kind !== 'scaleChanged') return [];
  const { column, low, high, outside, reaches } = difference;
  if (difference.role === 'score') {
    const least = columns[column]!.numbers?.low ?? 0;
    return reaches !== undefined && reaches <= 5 && least >= 1 ? [{ kind: 'isThisCsat', column }] : [];
  }
  return outside.length > mostCodes
    ? [{ kind: 'mixedScale', column, low, high, outside }]
    : outside.map((value) => ({
        kind: 'missingCode',
        column,
        proposal: { ...value, why: 'outside' },
      }));
}
