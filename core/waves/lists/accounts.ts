import { plainAccount } from '../build/draft.ts';
import { noAccount } from '../build/finish.ts';
import type { Metric } from '../mapping.ts';
import { type Band, noScore, noSegment, type WaveColumns } from '../wave.ts';

/** What is known of an account from the answers of its people. */
export interface KnownAccount {
  name: string;
  crmId: string;
  /** Dimension to value; absent where no row says it or rows of the account disagree. */
  segments: ReadonlyMap<string, string>;
  /** The lowest band among its people's answers; null where nobody answered, or satisfaction was measured. */
  lowest: Band | null;
  /** A year's revenue as the survey or its contacts file say, or null. */
  revenue: number | null;
}

/** What an account search found. Never a guess: several of the same name are said to be several. */
export type AccountMatch =
  | { kind: 'found'; account: KnownAccount; by: 'id' | 'name' }
  | { kind: 'several'; accounts: readonly KnownAccount[] }
  /** An account of that name, but with another CRM id. */
  | { kind: 'otherId'; account: KnownAccount }
  | { kind: 'unknown' };

/** The first row of every account of a wave, in the order of the accounts' numbers. */
export function firstRowsOf(columns: WaveColumns): number[] {
  const first: number[] = [];
  for (let row = 0; row < columns.rows; row++) {
    const number = columns.account[row] ?? noAccount;
    if (number !== noAccount && first[number] === undefined) first[number] = row;
  }
  return first;
}

/** Who an account is, read from one of its people. */
export interface AccountName {
  accountName: string;
  accountCrmId: string;
  revenue: number | null;
}

const differ = -2;
const unknown = -1;

/**
 * The accounts of a wave. `names` are the people of `firstRowsOf`, in that order. A dimension's value is an account's
 * where all its rows that have one agree; where people of many accounts differ it is about people, and told of nobody.
 */
export function accountsOf(
  columns: WaveColumns,
  names: readonly AccountName[],
  metric: Metric = 'nps',
): KnownAccount[] {
  const dimensions = columns.segments.map(({ name, codes, values }) => ({
    name,
    values,
    codes: agreed(columns, codes, names.length),
  }));
  const lowest = lowestScores(columns, names.length);
  return names.map(({ accountName, accountCrmId, revenue }, number) => ({
    name: accountName,
    crmId: accountCrmId,
    revenue,
    lowest: metric === 'csat' ? null : bandOf(lowest[number] ?? noScore),
    segments: new Map(
      dimensions.flatMap(({ name, values, codes }) => {
        const value = values[codes[number] ?? unknown];
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
  }));
}

function agreed(columns: WaveColumns, codes: Uint16Array, accounts: number): Int32Array {
  const found = new Int32Array(accounts).fill(unknown);
  for (let row = 0; row < columns.rows; row++) {
    const number = columns.account[row]!;
    const code = codes[row]!;
    if (number >= accounts || code === noSegment) continue;
    if (found[number] === unknown) found[number] = code;
    else if (found[number] !== code) found[number] = differ;
  }
  return found;
}

function lowestScores({ rows, account, score }: WaveColumns, accounts: number): Uint8Array {
  const lowest = new Uint8Array(accounts).fill(noScore);
  for (let row = 0; row < rows; row++) {
    const number = account[row]!;
    if (number < accounts && score[row]! < lowest[number]!) lowest[number] = score[row]!;
  }
  return lowest;
}

const bandOf = (score: number): Band | null =>
  score === noScore ? null : score <= 6 ? 'detractor' : score <= 8 ? 'passive' : 'promoter';

/** Accounts by CRM id, then by exact name without case and doubled spaces. Lists given first win where both know one. */
export class AccountIndex {
  private readonly byId = new Map<string, KnownAccount>();
  private readonly byName = new Map<string, KnownAccount[]>();

  /** Adds the accounts of a wave; those known already from a newer one stay as they are. */
  add(accounts: readonly KnownAccount[]): void {
    const fresh = accounts.filter(({ crmId, name }) =>
      crmId !== '' ? !this.byId.has(crmId) : name !== '' && !this.byName.has(plainAccount(name)),
    );
    for (const account of fresh) {
      const { crmId, name } = account;
      if (crmId !== '') this.byId.set(crmId, account);
      const plain = plainAccount(name);
      if (plain === '') continue;
      const same = this.byName.get(plain);
      if (same) same.push(account);
      else this.byName.set(plain, [account]);
    }
  }

  find(crmId: string, name: string): AccountMatch {
    const byId = crmId === '' ? undefined : this.byId.get(crmId);
    if (byId) return { kind: 'found', account: byId, by: 'id' };
    const named = name === '' ? [] : (this.byName.get(plainAccount(name)) ?? []);
    const [only] = named;
    if (named.length > 1) return { kind: 'several', accounts: named };
    if (!only) return { kind: 'unknown' };
    if (crmId !== '' && only.crmId !== '') return { kind: 'otherId', account: only };
    return { kind: 'found', account: only, by: 'name' };
  }
}
