import { countOf, dayOf, percentOf, shareRangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { Cell } from '#core/exchange/index.ts';
import type { ImportProgress, Stopped, WorkerGone } from '#core/ports/importer.ts';
import type { ListOutcome } from '#core/ports/lists.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import {
  type CountedPeople,
  type DuplicateReason,
  describeListFault,
  type InvitedReport,
  type LeftLine,
  type ListFault,
  type ListKind,
  type ListRole,
  type Outcome,
  type Rate,
  type RenewalsReport,
  type SkewOfValue,
  type UnlistedAnswer,
} from '#core/waves/index.ts';

export const listWords = {
  title: 'Invited, renewed, left',
  lede: 'Lists from your survey tool and your CRM, read on this device. Only their counts are kept, none of their lines.',
  accept: '.csv,.tsv,.txt,.tab,.xlsx,.xlsm',
  drop: 'Drop the file here, or click in this box and paste its rows.',
  noSurvey: 'Bring the survey of this quarter first: the lists are joined with it.',
  kinds: {
    invited: {
      title: 'Who was invited',
      what: 'Everybody who was sent the survey. With it Sounding knows how many answered, and in which segments.',
      choose: 'Choose the list of those invited',
      replace: 'Choose another list of those invited',
      keep: 'Keep the response rate',
      remove: 'Remove the list of those invited',
    },
    customers: {
      title: 'Who could have been invited',
      what: 'All your contacts, with the same segments. With it Sounding shows whether the invitations leaned to some.',
      choose: 'Choose the list of all contacts',
      replace: 'Choose another list of all contacts',
      keep: 'Keep these shares',
      remove: 'Remove the list of all contacts',
    },
    renewals: {
      title: 'Who renewed and who left',
      what: 'One line a company: its name or id, and whether it renewed, was downgraded or left. Revenue and a date help.',
      choose: 'Choose the list of renewals',
      replace: 'Choose another list of renewals',
      keep: 'Keep the retention',
      remove: 'Remove the list of renewals',
    },
  } satisfies Record<ListKind, unknown>,
  reading: (file: string) => `Reading ${file}`,
  units: { bytes: 'bytes', rows: 'rows', people: 'people' } satisfies Record<ImportProgress['unit'], string>,
  joining: 'Joining it with the survey',
  columns: 'What the columns mean',
  columnName: (header: string) => `What “${header}” means`,
  meanings: 'What became of a company',
  meaningName: (text: string) => `What “${text}” means`,
  everyLine: 'Every line of this list is a company that',
  dateOrder: 'Dates such as 03/04/2026 are written',
  dateOrders: { dmy: 'day first', mdy: 'month first' },
  notUnderstood: 'not understood: these lines do not count',
  sayWhich: 'say which',
  roles: {
    personId: 'Id of the person',
    email: 'E-mail',
    accountCrmId: 'Id of the company',
    account: 'Company',
    outcome: 'What became of it',
    date: 'Date',
    revenue: 'Revenue before',
    revenueAfter: 'Revenue after',
    segment: 'Segment',
    ignore: 'Not used',
  } satisfies Record<ListRole, string>,
  outcomes: {
    renewed: 'renewed',
    downgraded: 'was downgraded',
    left: 'left',
    open: 'is not decided yet',
  } satisfies Record<Outcome, string>,
  left: (n: number) => `${countOf(n, 'line', 'lines')} did not join or count`,
  unlisted: (n: number) =>
    `${countOf(n, 'answer comes', 'answers come')} from people who are not on the list`,
  download: 'Download as CSV',
  firstOf: (shown: number, all: number) =>
    `The first ${wholeOf(shown)} of ${wholeOf(all)}; the file to download holds more.`,
  line: 'Line',
  value: 'Value',
  reason: 'Why',
  person: 'Person',
  email: 'E-mail',
  company: 'Company',
  leftFile: (file: string) => `${bare(file)} not joined.csv`,
  unlistedFile: (file: string) => `${bare(file)} answers not on the list.csv`,
  rateFile: (cycle: string, dimension: string) => `${cycle} response rate by ${dimension}.csv`,
  keptFile: (cycle: string, dimension: string) => `${cycle} retention by ${dimension}.csv`,
  same: 'This very list is kept already; nothing would change.',
  leave: 'Discard this file',
  kept: (list: ListKind) => `${listWords.kinds[list].title}: kept.`,
  removed: (list: ListKind) => `${listWords.kinds[list].title}: removed.`,
  stale: 'Counted against a survey that is no longer here. Choose the list again to count it anew.',
  from: (file: string, by: string, at: number) => `${file}, kept${by ? ` by ${by}` : ''} on ${dateOf(at)}`,
  again: 'To see its lines that did not join, choose the file again.',
  dimension: 'By',
  byScore: 'Lowest answer',
  whole: 'Everybody',
  wholeAccounts: 'All companies',
  /** "210 of 500". */
  hits: (hits: number, of: number) => `${wholeOf(hits)} of ${wholeOf(of)}`,
  unknown: 'Not known',
  table: 'The table behind it',
  csv: 'Download CSV',
  tooFew: 'too few to read',
  noSegments:
    'No column of this list, and nothing the survey knows of these companies, divides it into segments.',
  accountsOnly: (n: number, of: number) =>
    `For ${wholeOf(n)} of ${wholeOf(of)} the company is not known to the survey, most likely because nobody there answered: these rates are higher than the true ones.`,
  bands: {
    detractor: 'A detractor in the company',
    passive: 'Passives at the lowest',
    promoter: 'Promoters only',
  },
  heads: {
    segment: 'Segment',
    rate: 'Response rate',
    interval: '95% interval',
    answered: 'Answered',
    invited: 'Invited',
    shareInvited: 'Share of invited',
    shareAnswers: 'Share of answers',
    shareAll: 'Share of all contacts',
    kept: 'Companies kept',
    companies: 'Companies',
    left: 'Left',
    downgraded: 'Downgraded',
    revenueKept: 'Revenue kept',
    low: 'Low',
    high: 'High',
    reading: 'Reading',
  },
  beyond: 'differs from the others beyond noise',
  noise: 'could be noise',
  more: (n: number) => `${countOf(n, 'more value', 'more values')} in the table behind it.`,
  people: {
    title: 'The same people in two surveys',
    what: 'People are the same by id, then by e-mail. Who may be the same under two names is listed, and stays two until you say so.',
    look: 'Look for the same people',
    looking: 'Comparing people',
    none: 'Nobody in these surveys looks like somebody else.',
    same: 'The same person',
    two: 'Two people',
    saidSame: (name: string) => `the same person, says ${name || 'somebody'}`,
    saidTwo: (name: string) => `two people, says ${name || 'somebody'}`,
    unsay: 'Take it back',
    of: (a: string, b: string) => `${a} and ${b}`,
    first: 'One',
    second: 'The other',
    why: 'Why',
    answer: 'What you say',
    shown: (n: number, all: number) => `The first ${wholeOf(n)} of ${wholeOf(all)}.`,
    csv: 'Download CSV',
    file: (cycle: string) => `${cycle} possible duplicates.csv`,
  },
} as const;

const bare = (file: string): string => file.replace(/\.[a-z]+$/i, '');
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dateOf = (at: number): string => date.format(at);

/** "42%, and with chance alone between 38 and 46%". */
export const rateText = (rate: Rate): string =>
  `${percentOf(rate.value)} (${shareRangeOf(rate.low, rate.high)})`;

export function invitedFinding(r: Pick<InvitedReport, 'invited' | 'answered'>, rate: Rate | null): string {
  if (!rate || r.answered === 0)
    return `None of the ${wholeOf(r.invited)} people invited is among the answers: the list and the survey probably name people in different ways.`;
  return `${wholeOf(r.answered)} of ${wholeOf(r.invited)} people invited answered: ${rateText(rate)}.`;
}

export const customersFinding = (people: number): string =>
  `${countOf(people, 'contact', 'contacts')} could have been invited.`;

export function retentionFinding(
  { all, counts }: Pick<RenewalsReport, 'all' | 'counts'>,
  kept: Rate | null,
  revenue: Rate | null,
): string {
  if (!kept) return `Of ${countOf(counts.open, 'company', 'companies')} none is decided yet.`;
  const money = revenue ? ` Of their revenue ${rateText(revenue)} was kept.` : '';
  return `${wholeOf(kept.hits)} of ${countOf(all.accounts, 'company was', 'companies were')} kept: ${rateText(kept)}.${money}`;
}

/** What joined, in one line. */
export function joinedText({ kind, report }: ListOutcome, list: ListKind): string {
  if (kind === 'people') {
    if (list === 'customers') return '';
    const { answeredById, answeredByEmail, nameless } = report;
    const nobody =
      nameless > 0
        ? ` ${countOf(nameless, 'answer has', 'answers have')} neither id nor e-mail and can be on no list.`
        : '';
    return `Joined ${wholeOf(answeredById)} by id, ${wholeOf(answeredByEmail)} by e-mail.${nobody}`;
  }
  const { joinedById, joinedByName, firstDay, lastDay, counts } = report;
  const days = firstDay ? ` ${dayOf(firstDay)} to ${dayOf(lastDay)}.` : '';
  const open =
    counts.open > 0 ? ` ${countOf(counts.open, 'is', 'are')} not decided yet and count nowhere.` : '';
  return `Companies of the survey found: ${wholeOf(joinedById)} by id, ${wholeOf(joinedByName)} by exact name.${open}${days}`;
}

const reasons: Readonly<Record<LeftLine['why'], string>> = {
  noKey: 'nothing to join by: id, e-mail or name are empty',
  repeated: 'stands further up already',
  ambiguous: 'this e-mail stands on lines with different ids',
  unknownAccount: 'no company of the survey has this id or this exact name',
  severalAccounts: 'several companies of the survey have this name',
  otherId: 'the company of this name has another id in the survey',
  unknownOutcome: 'what became of it is not understood',
  contradicts: 'lines of this company disagree, and no date says which is later',
  superseded: 'a later line of this company counts',
};
export const leftReason = (why: LeftLine['why']): string => reasons[why];

export const duplicateReasons: Readonly<Record<DuplicateReason, string>> = {
  sameEmail: 'the same e-mail under different ids',
  emailSpelling: 'e-mails that differ only in spelling',
  nameAndAccount: 'the same name at the same company',
};

export const leftTable = (left: readonly LeftLine[]): Cell[][] => [
  [listWords.line, listWords.value, listWords.reason],
  ...left.map(({ line, value, why }): Cell[] => [line, value, reasons[why]]),
];

export const unlistedTable = (people: readonly UnlistedAnswer[]): Cell[][] => [
  [listWords.person, listWords.email, listWords.company],
  ...people.map(({ name, email, accountName }): Cell[] => [name, email, accountName]),
];

/** Empty for what the user stopped. */
export function listFaultText(fault: ListFault | WaveStoreFault | Stopped | WorkerGone): string {
  switch (fault.kind) {
    case 'stopped':
      return '';
    case 'workerGone':
      return `Reading stopped unexpectedly (${fault.reason}). Nothing was stored. Choose the file again.`;
    case 'quota':
      return 'This device is full. Nothing was stored.';
    case 'unavailable':
      return `This browser gives Sounding no storage (${fault.reason}), as private windows do.`;
    case 'damaged':
      return 'A part of the survey is damaged on this device. Bring the survey in again.';
    default:
      return describeListFault(fault);
  }
}

export function samePeopleFinding(p: CountedPeople, before: string): string {
  if (!before)
    return `${countOf(p.people, 'person is', 'people are')} known by id or e-mail; there is no earlier survey to compare with.`;
  if (p.inSeveral === 0) return `Nobody is known to have answered in ${before} too.`;
  const said = p.bySaid > 0 ? `, ${wholeOf(p.bySaid)} because your team called them one person` : '';
  return `${countOf(p.inSeveral, 'person is', 'people are')} in this survey and in ${before}: ${wholeOf(p.byId)} by id, ${wholeOf(p.byEmail)} by e-mail${said}.`;
}

/** Which segments the invitations leaned to, beyond noise; empty when there is nothing to compare. */
export function skewFinding(all: readonly { dimension: string; skews: readonly SkewOfValue[] }[]): string {
  if (all.every(({ skews }) => skews.length === 0)) return '';
  const found = all.flatMap(({ skews }) => skews.filter((s) => s.beyondNoise).slice(0, 1));
  const [most] = found.sort((a, b) => Math.abs(b.invited - b.everybody) - Math.abs(a.invited - a.everybody));
  if (!most) return 'No segment was invited too often or too rarely, beyond noise.';
  const how = most.invited > most.everybody ? 'too often' : 'too rarely';
  return `${most.name} was invited ${how}: ${percentOf(most.invited)} of those invited, ${percentOf(most.everybody)} of all contacts.`;
}
