import { type Id, parseId } from '#core/model/ids.ts';
import { type BuiltWave, noAccount, type Person } from '#core/waves/index.ts';

function idOf<K extends string>(text: string): Id<K> {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(`${text} is no id`);
  return parsed.value;
}

export const workspace = idOf<'workspace'>('bench-lookup');

/** The e-mail of the n-th invented person: spread, so that neighbours are strangers. */
export const emailOf = (n: number): string =>
  `p${((n * 2654435761) >>> 0).toString(36)}.${n}@company-${n % 20011}.example`;

const comments = [
  '',
  'Good, but the monthly report still takes far too long to load and nobody could tell me why.',
  'We like the people. The invoices are another matter.',
  '',
];
const tiers = ['Enterprise', 'Business', 'Small'];
const markets = ['DACH', 'UK and Ireland', 'Nordics', 'Benelux', 'France'];

function personOf(row: number): Person {
  const email = emailOf(row);
  return {
    row,
    key: `mail:${email}`,
    name: `Person ${row}`,
    email,
    phone: '',
    timeZone: 'Europe/Berlin',
    language: 'en',
    role: '',
    crmId: '',
    accountName: `Company ${row % 20011}`,
    accountCrmId: '',
    accountManager: '',
    revenue: null,
    optOut: false,
    comment: comments[row % comments.length] ?? '',
    score: row % 11,
    answeredOn: `2026-03-${10 + (row % 19)}`,
  };
}

/** A wave of so many people with a score, an account, a comment for every second and two segments. */
export function inventedWave(rows: number): BuiltWave {
  const coded = (name: string, values: readonly string[]) => ({
    name,
    values,
    codes: Uint16Array.from({ length: rows }, (_, row) => row % values.length),
  });
  const columns = {
    rows,
    score: Uint8Array.from({ length: rows }, (_, row) => row % 11),
    day: new Int32Array(rows),
    account: new Uint32Array(rows).fill(noAccount),
    segments: [coded('Tier', tiers), coded('Market', markets)],
    ratings: [],
    weight: null,
  };
  const head = {
    id: idOf<'wave'>('bench'),
    cycle: idOf<'cycle'>('bench'),
    cycleName: 'Q1 2026',
    metric: 'nps' as const,
    fileName: 'bench.csv',
    fileSize: 0,
    contentHash: '0'.repeat(64),
    importedAt: 0,
    rows,
    answers: rows,
    nonResponses: 0,
    rejected: 0,
    histogram: [],
    firstDay: '2026-03-10',
    lastDay: '2026-03-28',
    dimensions: ['Tier', 'Market'],
    ratings: [],
    mapping: { version: 1 as const, columns: [] },
    sample: false,
  };
  return { head, columns, people: Array.from({ length: rows }, (_, row) => personOf(row)), rejected: [] };
}
