import type { InterviewFacts } from './facts.ts';

/** Accounts behind a theme and what they pay, among the interviews given. */
export interface Impact {
  /** Different accounts, by name. */
  accounts: number;
  /** Sum of a year's revenue over accounts where it is known, each once, in the unit of the survey file. */
  revenue: number;
  /** Accounts whose revenue is known. */
  revenueKnown: number;
  /** Interviews whose account nobody knows. */
  withoutAccount: number;
}

/** Accounts are one by the name as it reads: however its letters are stored, spaced or written large. */
const accountOf = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Counts accounts once, however many of their people were interviewed. */
export function impactOf(interviews: readonly InterviewFacts[]): Impact {
  const accounts = new Map<string, number | null>();
  let withoutAccount = 0;
  for (const { accountName, revenue } of interviews) {
    const name = accountOf(accountName);
    if (name === '') withoutAccount++;
    else accounts.set(name, accounts.get(name) ?? revenue);
  }
  const known = [...accounts.values()].filter((r): r is number => r !== null && Number.isFinite(r));
  return {
    accounts: accounts.size,
    revenue: known.reduce((sum, r) => sum + r, 0),
    revenueKnown: known.length,
    withoutAccount,
  };
}
