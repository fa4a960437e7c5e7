import { seededChance } from '../../model/chance.ts';
import type { CycleId, WaveId } from '../../model/ids.ts';
import {
  type BuiltWave,
  type ColumnMapping,
  isoDay,
  noAccount,
  noDay,
  noScore,
  noSegment,
  type Person,
  type RejectedRow,
  type SegmentColumn,
  type WaveColumns,
} from '../../waves/index.ts';
import type { Answer } from './answers.ts';
import { markets, products, tenures, tiers } from './shape.ts';

/** What an invented wave says about itself. */
export interface InventedWave {
  id: WaveId;
  cycle: CycleId;
  cycleName: string;
  /** Day after the survey closed, since 1970. */
  importedOn: number;
  answers: readonly Answer[];
}

/** Rows as a survey file might hold them by mistake; they are left out and listed. */
const rejected: readonly RejectedRow[] = [
  { line: 214, column: 'How likely are you to recommend Quillon?', value: '7.5', reason: 'notAWholeNumber' },
  { line: 802, column: 'How likely are you to recommend Quillon?', value: '11', reason: 'outOfRange' },
  { line: 1190, column: 'How likely are you to recommend Quillon?', value: 'ten', reason: 'notAWholeNumber' },
];

/** An invented survey as the importer would have built it. */
export function inventedWave({ id, cycle, cycleName, importedOn, answers }: InventedWave): BuiltWave {
  const columns = columnsOf(answers);
  const histogram = new Array<number>(11).fill(0);
  for (const { score } of answers) if (score !== null) histogram[score] = (histogram[score] ?? 0) + 1;
  const days = answers.flatMap(({ day }) => (day === null ? [] : [day]));
  const answered = days.length;
  return {
    head: {
      id,
      cycle,
      cycleName,
      metric: 'nps',
      fileName: `quillon-${cycleName.toLowerCase().replace(' ', '-')}.csv`,
      fileSize: answers.length * 231 + 412,
      contentHash: inventedHash(id),
      importedAt: importedOn * 86_400_000 + 8 * 3_600_000,
      rows: answers.length,
      answers: answered,
      nonResponses: answers.length - answered,
      rejected: rejected.length,
      histogram,
      firstDay: isoDay(Math.min(...days)),
      lastDay: isoDay(Math.max(...days)),
      dimensions: columns.segments.map(({ name }) => name),
      ratings: [],
      mapping: { version: 1, columns: mapped },
      sample: true,
    },
    columns,
    people: answers.map((answer, row) => personOf(answer, row, id)),
    rejected,
  };
}

/** There is no file to hash: 64 hexadecimal digits of the wave's own, the shape every reader of a wave checks. */
function inventedHash(id: WaveId): string {
  const chance = seededChance(id);
  return Array.from({ length: 64 }, () => chance.below(16).toString(16)).join('');
}

const column = (header: string, role: ColumnMapping['role']): ColumnMapping => ({
  header,
  role,
  missing: role === 'score' ? ['N/A'] : [],
});

const mapped: readonly ColumnMapping[] = [
  column('How likely are you to recommend Quillon?', 'score'),
  column('Why?', 'comment'),
  column('Answered', 'date'),
  column('Name', 'name'),
  column('E-mail', 'email'),
  column('Phone', 'phone'),
  column('Time zone', 'timeZone'),
  column('Language', 'language'),
  column('Role', 'role'),
  column('Contact', 'crmId'),
  column('Company', 'account'),
  column('Account', 'accountCrmId'),
  column('Account manager', 'accountManager'),
  column('Revenue', 'revenue'),
  column('Do not contact', 'optOut'),
  column('Tier', 'segment'),
  column('Customer since', 'customerSince'),
  column('Product', 'segment'),
  column('Market', 'segment'),
];

function columnsOf(answers: readonly Answer[]): WaveColumns {
  const numbers = new Map<string, number>();
  const account = Uint32Array.from(answers, ({ account: { crmId } }) => {
    const number = numbers.get(crmId) ?? numbers.size;
    numbers.set(crmId, number);
    return crmId === '' ? noAccount : number;
  });
  return {
    rows: answers.length,
    score: Uint8Array.from(answers, ({ score }) => score ?? noScore),
    day: Int32Array.from(answers, ({ day }) => day ?? noDay),
    account,
    segments: [
      dimension('Tier', tiers, answers, ({ tier }) => tier),
      dimension('Product', products, answers, ({ product }) => product),
      dimension('Market', markets, answers, ({ market }) => market),
      dimension('Tenure', tenures, answers, ({ tenure }) => tenure),
    ],
    ratings: [],
    weight: null,
  };
}

/** Values nobody has stay out of the dictionary, as they would after an import; the order is kept. */
function dimension<T extends string>(
  name: string,
  all: readonly T[],
  answers: readonly Answer[],
  of: (answer: Answer) => T,
): SegmentColumn {
  const there = new Set(answers.map(of));
  const values = all.filter((value) => there.has(value));
  const codes = Uint16Array.from(answers, (answer) => {
    const code = values.indexOf(of(answer));
    return code < 0 ? noSegment : code;
  });
  return { name, codes, values };
}

/** The dimensions of one answer, as the roster and an interview carry them. */
export function segmentsOf({ tier, product, market, tenure }: Answer): Record<string, string> {
  return { Tier: tier, Product: product, Market: market, Tenure: tenure };
}

/** Steady name of a person: the address, else the row. */
export function keyOf({ contact }: Answer, row: number, wave: WaveId): string {
  return contact.email === '' ? `row:${wave}:${row}` : `mail:${contact.email}`;
}

function personOf(answer: Answer, row: number, wave: WaveId): Person {
  const { account, contact, comment, score, day } = answer;
  return {
    row,
    key: keyOf(answer, row, wave),
    name: contact.name,
    email: contact.email,
    phone: contact.phone,
    timeZone: account.place.timeZone,
    language: account.place.language,
    role: contact.role,
    crmId: contact.crmId,
    accountName: account.name,
    accountCrmId: account.crmId,
    accountManager: account.manager,
    revenue: account.revenue,
    optOut: contact.optOut,
    comment,
    score,
    answeredOn: day === null ? '' : isoDay(day),
  };
}
