import type { ImportQuestion, Inspection, Mapping, MissingProposal } from '#core/waves/index.ts';
import { isMissing } from './mappingEdits.ts';

/** One question to the user; a code that stands in many columns is asked about once. */
export type Asked =
  | {
      kind: 'missing';
      key: string;
      value: string;
      why: MissingProposal['why'];
      columns: readonly number[];
      cells: number;
    }
  | { kind: 'other'; key: string; question: Exclude<ImportQuestion, { kind: 'missingCode' }> };

/** Of the question which sheet of a workbook is read. */
export const sheetKey = 'whichSheet';

const keyOf = (q: ImportQuestion): string => ('column' in q ? `${q.kind} ${q.column}` : q.kind);

/**
 * The questions that still matter under a mapping: those about ignored columns fall away, the same code in many
 * ratings becomes one question. The score's own codes stand apart, because they decide what is counted.
 */
export function askedOf(inspection: Inspection, mapping: Mapping, hasContacts = false): Asked[] {
  const groups = new Map<string, Extract<Asked, { kind: 'missing' }>>();
  const others: Asked[] = [];
  for (const q of inspection.questions) {
    if (q.kind === 'missingCode') {
      const role = mapping.columns[q.column]?.role;
      if (role === undefined || role === 'ignore') continue;
      const { value, count, why } = q.proposal;
      const key = `missing ${role === 'score' ? 'score ' : ''}${why} ${value.toLowerCase()}`;
      const group = groups.get(key);
      const columns = [...(group?.columns ?? []), q.column];
      groups.set(key, { kind: 'missing', key, value, why, columns, cells: (group?.cells ?? 0) + count });
    } else if (stillAsked(q, mapping, hasContacts))
      others.push({ kind: 'other', key: keyOf(q), question: q });
  }
  return [...others, ...groups.values()].sort((a, b) => rankOf(a) - rankOf(b) || cellsOf(b) - cellsOf(a));
}

const cellsOf = (a: Asked): number => (a.kind === 'missing' ? a.cells : 0);

/** What decides the score comes first, then how cells are read, last what is only worth knowing. */
function rankOf(a: Asked): number {
  if (a.kind === 'missing') return a.key.startsWith('missing score') ? 1 : 3;
  switch (a.question.kind) {
    case 'noScore':
    case 'isThisCsat':
    case 'rowsLeftOut':
    case 'whichSheet':
    case 'whichScore':
    case 'isThisNps':
      return 0;
    case 'dateOrder':
    case 'decimalMark':
      return 2;
    default:
      return 4;
  }
}

function stillAsked(q: ImportQuestion, mapping: Mapping, hasContacts: boolean): boolean {
  switch (q.kind) {
    case 'isThisNps':
      return mapping.columns[q.column]?.role === 'score';
    case 'noScore':
      return !mapping.columns.some((c) => c.role === 'score');
    case 'isThisCsat':
      return !mapping.columns.some((c, i) => c.role === 'score' && i !== q.column);
    case 'mixedScale':
      return mapping.columns[q.column]?.role === 'rating';
    case 'noDate':
      return !mapping.columns.some((c) => c.role === 'date');
    case 'noWayToReach':
      return !hasContacts;
    case 'noZero':
      return mapping.columns[q.column]?.role === 'score';
    case 'dateOrder':
      return ['date', 'customerSince'].includes(mapping.columns[q.column]?.role ?? '');
    case 'decimalMark':
      return mapping.columns[q.column]?.role === 'revenue';
    case 'nobodyNamed':
      return !mapping.columns.some((c) =>
        ['respondentId', 'email', 'name', 'lastName', 'crmId'].includes(c.role),
      );
    default:
      return true;
  }
}

/** Whether every column of a code has it stated as "no answer". */
export const isSettled = (asked: Extract<Asked, { kind: 'missing' }>, mapping: Mapping): boolean =>
  asked.columns.every((at) => {
    const column = mapping.columns[at];
    return column !== undefined && isMissing(column, asked.value);
  });
