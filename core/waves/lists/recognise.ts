import { fail, ok, type Result } from '../../model/result.ts';
import type { ColumnProfile, Inspection } from '../inspection.ts';
import type { ColumnRole } from '../mapping.ts';
import { hintOf, plainHeader } from '../recognise/headers.ts';
import type { ListFault } from './faults.ts';
import { type ListKind, type ListMapping, type ListRole, type Outcome, plainCell } from './mapping.ts';
import { isOfDepartures, outcomeOf } from './outcomeWords.ts';
import { valuesLimit } from './tally.ts';

/** What a contacts column means in a list of people. */
const ofPeople: Partial<Record<ColumnRole, ListRole>> = {
  respondentId: 'personId',
  crmId: 'personId',
  email: 'email',
  account: 'account',
  accountCrmId: 'accountCrmId',
  segment: 'segment',
};
/** The same in a list of accounts: a number of its own is the account's, and people's columns say nothing. */
const ofAccounts: Partial<Record<ColumnRole, ListRole>> = {
  ...ofPeople,
  respondentId: 'accountCrmId',
  crmId: 'accountCrmId',
  email: 'ignore',
  revenue: 'revenue',
};

/** Roles that one column alone may have. */
const single: ReadonlySet<ListRole> = new Set([
  'email',
  'accountCrmId',
  'account',
  'outcome',
  'date',
  'revenue',
  'revenueAfter',
]);

/** How a list will probably be read, from what `inspectFile` found in it as a contacts file. */
export function listMappingOf(kind: ListKind, inspection: Inspection): ListMapping {
  const wanted = inspection.columns.map((column) => roleOf(kind, column));
  const columns = inspection.columns.map(({ header }, i) => {
    const role = wanted[i] ?? 'ignore';
    const taken = single.has(role) && wanted.indexOf(role) < i;
    return { header, role: taken ? ('ignore' as const) : role };
  });
  const outcome = inspection.columns.find((_, i) => columns[i]?.role === 'outcome');
  return {
    version: 1,
    columns,
    meanings: outcome ? meaningsOf(outcome) : {},
    everyLine: outcome || kind !== 'renewals' ? null : everyLineOf(inspection),
    dateOrder: orderOf(inspection, columns),
  };
}

function roleOf(kind: ListKind, column: ColumnProfile): ListRole {
  const header = plainHeader(column.header);
  if (kind !== 'renewals') return ofPeople[column.role] ?? ifSegment(column);
  if (isDate(column)) return /since|start|birth|created/.test(header) ? 'ignore' : 'date';
  if (isOutcome(column, header)) return 'outcome';
  const money = /revenue|\b(arr|mrr|acv|tcv|value|amount|spend|price|umsatz)\b/;
  if (money.test(header) && column.numbers !== null)
    return /\b(new|after|next|renewed|now|current|to)\b/.test(header) ? 'revenueAfter' : 'revenue';
  return ofAccounts[column.role] ?? ifSegment(column);
}

/** A short list is too short for its values to show that they divide: there the header's word is taken. */
const ifSegment = ({ header, wording, distinct, distinctMore }: ColumnProfile): ListRole =>
  distinct > 0 && distinct <= valuesLimit && !distinctMore && hintOf(header, wording)?.role === 'segment'
    ? 'segment'
    : 'ignore';

const isDate = ({ dates, filled }: ColumnProfile): boolean => filled > 0 && dates * 2 > filled;

/** Said by the header, or by values that nearly all mean something. Texts every line differs in are no outcomes. */
function isOutcome(column: ColumnProfile, header: string): boolean {
  const { top, distinct, distinctMore } = column;
  if (distinct === 0 || distinctMore || distinct > 40) return false;
  const understood = top.filter(({ value }) => outcomeOf(value, header) !== null).length;
  const said = /outcome|\bstatus\b|result|churn|renew(al|ed)|retention|disposition|ergebnis|statut/.test(
    header,
  );
  return understood > 0 && (said || understood * 2 > top.length);
}

function meaningsOf(column: ColumnProfile): Record<string, Outcome> {
  const header = plainHeader(column.header);
  const meanings: Record<string, Outcome> = {};
  for (const { value } of column.top) {
    const meaning = outcomeOf(value, header);
    if (meaning) meanings[plainCell(value)] = meaning;
  }
  return meanings;
}

/** A file without outcomes whose name, or whose dates, speak of customers who went. */
function everyLineOf({ fileName, columns }: Inspection): Outcome | null {
  const names = [fileName, ...columns.filter(isDate).map(({ header }) => header)].map(plainHeader);
  return names.some(isOfDepartures) ? 'left' : null;
}

function orderOf(inspection: Inspection, columns: ListMapping['columns']): 'dmy' | 'mdy' {
  const at = columns.findIndex(({ role }) => role === 'date');
  const firsts =
    inspection.columns[at]?.top.map(({ value }) => /^(\d{1,2})[/.-](\d{1,2})[/.-]/.exec(value)) ?? [];
  const monthFirst = firsts.some((m) => Number(m?.[2]) > 12);
  return monthFirst && !firsts.some((m) => Number(m?.[1]) > 12) ? 'mdy' : 'dmy';
}

/** A mapping that the list can be read by, or what it lacks. */
export function usableMapping(kind: ListKind, mapping: ListMapping): Result<ListMapping, ListFault> {
  const has = (...roles: ListRole[]): boolean => mapping.columns.some(({ role }) => roles.includes(role));
  const columns = mapping.columns.length;
  if (kind === 'renewals') {
    if (!has('account', 'accountCrmId')) return fail({ kind: 'noAccountColumn', columns });
    if (!has('outcome') && mapping.everyLine === null) return fail({ kind: 'noOutcomeColumn', columns });
  } else if (!has('personId', 'email')) return fail({ kind: 'noPersonColumn', columns });
  if (kind === 'customers' && !has('segment')) return fail({ kind: 'noSegmentColumn', columns });
  return ok(mapping);
}
