/** The lists that are read beside a survey: who was asked, who renewed or left, and all who could have been asked. */
export const listKinds = ['invited', 'renewals', 'customers'] as const;
export type ListKind = (typeof listKinds)[number];

/** What a column of a list means. */
export const listRoles = [
  'personId',
  'email',
  'accountCrmId',
  'account',
  'outcome',
  'date',
  'revenue',
  'revenueAfter',
  'segment',
  'ignore',
] as const;
export type ListRole = (typeof listRoles)[number];

/** The roles that mean something in a list of each kind, for a menu. */
export const rolesOf: Readonly<Record<ListKind, readonly ListRole[]>> = {
  invited: ['personId', 'email', 'accountCrmId', 'account', 'segment', 'ignore'],
  customers: ['personId', 'email', 'accountCrmId', 'account', 'segment', 'ignore'],
  renewals: ['accountCrmId', 'account', 'outcome', 'date', 'revenue', 'revenueAfter', 'segment', 'ignore'],
};

/** What became of an account. `open`: nothing yet, so that it counts in no share. */
export const outcomes = ['renewed', 'downgraded', 'left', 'open'] as const;
export type Outcome = (typeof outcomes)[number];

/** How a list is read. */
export interface ListMapping {
  version: 1;
  /** In the order of the file. */
  columns: readonly { header: string; role: ListRole }[];
  /** What the texts of the outcome column mean, by their plain form (`plainCell`). */
  meanings: Readonly<Record<string, Outcome>>;
  /** What every line means where no column says it: a file of departures only. */
  everyLine: Outcome | null;
  /** Which of day and month comes first, where the dates leave it open. */
  dateOrder: 'dmy' | 'mdy';
}

/** A cell as outcomes are compared: trimmed, one space between words, lower case. */
export function plainCell(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
