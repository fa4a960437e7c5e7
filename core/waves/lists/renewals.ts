import { fail, ok, type Result } from '../../model/result.ts';
import { plainAccount } from '../build/draft.ts';
import { isoDay, noDay } from '../cells/dates.ts';
import type { Steps } from '../recognise/inspect.ts';
import type { Band } from '../wave.ts';
import type { AccountIndex, KnownAccount } from './accounts.ts';
import type { ListFault } from './faults.ts';
import type { LeftLine } from './invited.ts';
import type { ListMapping, Outcome } from './mapping.ts';
import { type ListLine, readList, segmentNames } from './read.ts';
import { valuesLimit } from './tally.ts';

/** What became of one account. */
export interface AccountOutcome {
  line: number;
  name: string;
  crmId: string;
  outcome: Outcome;
  day: number;
  revenue: number | null;
  revenueAfter: number | null;
  segments: readonly string[];
}

/** A list of renewals and departures, one entry an account. */
export interface RenewalsList {
  lines: number;
  accounts: readonly AccountOutcome[];
  dimensions: readonly string[];
  left: readonly LeftLine[];
}

/**
 * Reads a list of renewals and departures. Several lines of one account: the latest day counts; without days that differ,
 * lines that agree count once and lines that do not are left out. Yields the bytes read.
 */
export function* readRenewals(
  file: Uint8Array,
  mapping: ListMapping,
): Steps<Result<RenewalsList, ListFault>> {
  const left: LeftLine[] = [];
  const byAccount = new Map<string, AccountOutcome[]>();
  const read = yield* readList(file, 'renewals', mapping, (line) => {
    const outcome = meaningOf(line, mapping);
    const value = line.account || line.accountCrmId;
    if (value === '') left.push({ line: line.line, value, why: 'noKey' });
    else if (outcome === null) left.push({ line: line.line, value: line.outcome, why: 'unknownOutcome' });
    else addTo(byAccount, line, outcome);
  });
  if (!read.ok) return read;
  const accounts = [...byAccount.values()].flatMap((lines) => latestOf(lines, left));
  if (accounts.length === 0) return fail({ kind: 'noUsableLine', lines: read.value });
  left.sort((a, b) => a.line - b.line);
  return ok({ lines: read.value, accounts, dimensions: segmentNames(mapping), left });
}

function meaningOf({ outcome }: ListLine, mapping: ListMapping): Outcome | null {
  if (!mapping.columns.some(({ role }) => role === 'outcome')) return mapping.everyLine;
  return Object.hasOwn(mapping.meanings, outcome) ? (mapping.meanings[outcome] ?? null) : null;
}

function addTo(byAccount: Map<string, AccountOutcome[]>, line: ListLine, outcome: Outcome): void {
  const { accountCrmId: crmId, account: name, day, revenue, revenueAfter, segments } = line;
  const key = crmId === '' ? `name:${plainAccount(name)}` : `id:${crmId}`;
  const entry = { line: line.line, name, crmId, outcome, day, revenue, revenueAfter, segments };
  const known = byAccount.get(key);
  if (known) known.push(entry);
  else byAccount.set(key, [entry]);
}

function latestOf(lines: readonly AccountOutcome[], left: LeftLine[]): AccountOutcome[] {
  const latest = lines.reduce((most, { day }) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const last = lines.filter(({ day }) => day === latest);
  const agree = last.every(({ outcome }) => outcome === last[0]?.outcome);
  const [counts] = agree ? last : [];
  for (const { line, name, crmId, day } of lines) {
    if (line === counts?.line) continue;
    const why = day < latest ? 'superseded' : agree ? 'repeated' : 'contradicts';
    left.push({ line, value: name || crmId, why });
  }
  return counts ? [counts] : [];
}

/** Accounts of one value, and what became of them. Only decided accounts count: `open` ones are apart. */
export interface RetentionCounts {
  value: string;
  /** Decided accounts: renewed, downgraded or left. */
  accounts: number;
  left: number;
  downgraded: number;
  /** Revenue before, of the accounts that say it; its squares (for the interval); how many say it. */
  revenue: number;
  revenueSquares: number;
  revenueAccounts: number;
  /** Of that, what is kept: after a downgrade as stated, else counted as before and told in `unstated`. */
  revenueKept: number;
  /** Downgraded accounts whose revenue afterwards is not stated. */
  unstated: number;
}

/** One dimension of the retention. */
export interface RetentionDimension {
  name: string;
  /** `score`: by the lowest band among the account's answers. */
  from: 'list' | 'accounts' | 'score';
  values: readonly RetentionCounts[];
  unknown: RetentionCounts;
  tooMany: boolean;
}

/** How a list of renewals and departures fits a survey. */
export interface RenewalsReport {
  lines: number;
  counts: Readonly<Record<Outcome, number>>;
  /** All decided accounts of the list, joined or not. */
  all: RetentionCounts;
  joinedById: number;
  joinedByName: number;
  /** YYYY-MM-DD of the first and last outcome; empty where no line has a day. */
  firstDay: string;
  lastDay: string;
  dimensions: readonly RetentionDimension[];
  /** Lines that were not counted or found no company, with their reason, in the order of the file. */
  left: readonly LeftLine[];
}

/** Joins accounts by CRM id, then by exact name, and counts what was kept. `dimensions`: those of the survey. */
export function reportRenewals(
  list: RenewalsList,
  index: AccountIndex,
  dimensions: readonly string[],
): RenewalsReport {
  const left = [...list.left];
  const joined = { id: 0, name: 0 };
  const matched = list.accounts.map((entry) => {
    const match = index.find(entry.crmId, entry.name);
    if (match.kind === 'found') {
      joined[match.by]++;
      return match.account;
    }
    left.push({ line: entry.line, value: entry.name || entry.crmId, why: unjoined[match.kind] });
    return null;
  });
  const own = new Set(list.dimensions.map((name) => name.toLowerCase()));
  const days = list.accounts.map(({ day }) => day).filter((day) => day !== noDay);
  const by = (name: string, from: RetentionDimension['from'], valueAt: (at: number) => string) =>
    dimensionOf(list, matched, name, from, valueAt);
  return {
    lines: list.lines,
    counts: countOutcomes(list.accounts),
    all: totalOf(list, matched),
    joinedById: joined.id,
    joinedByName: joined.name,
    firstDay: isoDay(days.length > 0 ? least(days) : noDay),
    lastDay: isoDay(days.length > 0 ? -least(days.map((day) => -day)) : noDay),
    dimensions: [
      ...list.dimensions.map((name, d) => by(name, 'list', (at) => list.accounts[at]?.segments[d] ?? '')),
      ...dimensions
        .filter((name) => !own.has(name.toLowerCase()))
        .map((name) => by(name, 'accounts', (at) => matched[at]?.segments.get(name) ?? '')),
      by('', 'score', (at): Band | '' => matched[at]?.lowest ?? ''),
    ].filter(({ values, tooMany }) => values.length > 0 || tooMany),
    left: left.sort((a, b) => a.line - b.line),
  };
}

const unjoined = { unknown: 'unknownAccount', several: 'severalAccounts', otherId: 'otherId' } as const;
const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));

function countOutcomes(accounts: readonly AccountOutcome[]): Record<Outcome, number> {
  const counts = { renewed: 0, downgraded: 0, left: 0, open: 0 };
  for (const { outcome } of accounts) counts[outcome]++;
  return counts;
}

function totalOf(list: RenewalsList, matched: readonly (KnownAccount | null)[]): RetentionCounts {
  const all = noCounts('');
  list.accounts.forEach((entry, at) => {
    count(all, entry, matched[at] ?? null);
  });
  return all;
}

function dimensionOf(
  list: RenewalsList,
  matched: readonly (KnownAccount | null)[],
  name: string,
  from: RetentionDimension['from'],
  valueAt: (at: number) => string,
): RetentionDimension {
  const byValue = new Map<string, RetentionCounts>();
  const unknown = noCounts('');
  list.accounts.forEach((entry, at) => {
    const value = valueAt(at);
    const counts = value === '' ? unknown : (byValue.get(value) ?? noCounts(value));
    if (value !== '') byValue.set(value, counts);
    count(counts, entry, matched[at] ?? null);
  });
  const values = [...byValue.values()].filter(({ accounts }) => accounts > 0);
  values.sort((a, b) => b.accounts - a.accounts || (a.value < b.value ? -1 : 1));
  const tooMany = values.length > valuesLimit;
  return { name, from, values: tooMany ? [] : values, unknown, tooMany };
}

const noCounts = (value: string): RetentionCounts => ({
  value,
  accounts: 0,
  left: 0,
  downgraded: 0,
  revenue: 0,
  revenueSquares: 0,
  revenueAccounts: 0,
  revenueKept: 0,
  unstated: 0,
});

/** Revenue as the list says it, else as the survey knows it. */
function count(counts: RetentionCounts, entry: AccountOutcome, known: KnownAccount | null): void {
  const { outcome, revenueAfter } = entry;
  if (outcome === 'open') return;
  counts.accounts++;
  if (outcome === 'left') counts.left++;
  if (outcome === 'downgraded') counts.downgraded++;
  const revenue = entry.revenue ?? known?.revenue ?? null;
  if (revenue === null || revenue <= 0) return;
  counts.revenue += revenue;
  counts.revenueSquares += revenue * revenue;
  counts.revenueAccounts++;
  if (outcome === 'renewed') counts.revenueKept += revenue;
  if (outcome !== 'downgraded') return;
  if (revenueAfter === null) counts.unstated++;
  // what grew elsewhere makes up for no loss: at most what there was is kept
  counts.revenueKept += Math.min(Math.max(revenueAfter ?? revenue, 0), revenue);
}
