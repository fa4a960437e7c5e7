import { countOf, daySpanOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { ImportProgress, Stopped, WorkerGone } from '#core/ports/importer.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { Movement } from '#core/scores/index.ts';
import {
  type ColumnRole,
  type ContactsFault,
  type Delimiter,
  describeFault,
  describeNoScore,
  type Encoding,
  encodingNames,
  type ImportFault,
  type Inspection,
  type Metric,
  noScoreOf,
  presetNames,
  type UnjoinedContact,
  type WaveHead,
} from '#core/waves/index.ts';

type AnyFault = ImportFault | ContactsFault | WaveStoreFault | Stopped | WorkerGone;

const roles: Record<ColumnRole, string> = {
  score: 'Score, 0 to 10',
  comment: 'Comment',
  date: 'Date of the answer',
  respondentId: 'Person: id',
  email: 'Person: e-mail',
  name: 'Person: name',
  firstName: 'Person: first name',
  lastName: 'Person: last name',
  phone: 'Person: phone',
  timeZone: 'Person: time zone',
  language: 'Person: language',
  role: 'Person: role',
  crmId: 'Person: CRM id',
  account: 'Account: name',
  accountCrmId: 'Account: CRM id',
  accountManager: 'Account: manager',
  revenue: 'Account: revenue a year',
  customerSince: 'Account: customer since',
  optOut: 'Must not be contacted',
  optIn: 'May be contacted',
  weight: 'Weight',
  rowFilter: 'Which rows count',
  segment: 'Segment',
  rating: 'Rating',
  ignore: 'Ignore',
};

const delimiters: Record<Delimiter, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

const steps: Record<ImportProgress['step'], string> = {
  reading: 'Reading the file',
  recognising: 'Recognising its columns',
  building: 'Counting the answers',
  joining: 'Joining the contacts',
  saving: 'Writing to this device',
  lookup: 'Making people findable by e-mail',
};

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
/** Milliseconds since 1970 as "9 October 2026". */
export const dateOf = (at: number): string => date.format(at);

const textAs = (encoding: Encoding, delimiter: Delimiter) =>
  `Text in ${encodingNames[encoding].replace('-', '\u2011')}, separated by ${delimiters[delimiter]}.`;

const answers = (n: number) => countOf(n, 'answer', 'answers');

export const words = {
  bring: {
    title: 'Bring your survey',
    lede: 'One column is needed, the score from 0 to 10. You see everything before anything is kept, and any import can be undone.',
    drop: 'Drop a CSV or Excel file here, or paste rows',
    dropText:
      'From a survey platform or a spreadsheet: CSV with any delimiter and encoding, or XLSX. It stays on this device.',
    choose: 'Choose a survey file',
    paste: 'or paste rows',
    pasteKeys: 'Ctrl V',
    accept:
      '.csv,.tsv,.txt,.tab,.xlsx,.xlsm,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    back: 'Back to the survey on screen',
  },
  steps,
  roles,

  mapping: {
    title: (rows: number, columns: number) =>
      `${countOf(rows, 'row', 'rows')} in ${countOf(columns, 'column', 'columns')}.`,
    scoreIs: (header: string) => `The score seems to be “${header}”.`,
    satisfactionIs: (header: string) => `Satisfaction is measured by “${header}”.`,
    noScore: 'Which column is the score?',
    noTen: 'No 0 to 10 score here.',
    csatInstead: (header: string) => `Measure satisfaction by “${header}” instead?`,
    csatMeans: 'It runs from 1 to 5; 4 and 5 would count as satisfied.',
    csatNo: 'No, choose a score below',
    readAs: ({ encoding, delimiter, preset, sheet }: Inspection) =>
      `${preset ? `An export from ${presetNames[preset]}. ` : ''}${sheet ? `The sheet “${sheet.name}” of an Excel workbook.` : textAs(encoding, delimiter)}`,
    stray: (n: number) => `${countOf(n, 'stray byte was', 'stray bytes were')} read as Windows-1252.`,
    oem: (n: number) =>
      `${countOf(n, 'letter was', 'letters were')} written in CP850, an old code page, and read as meant. `,
    nothingKept: 'Nothing is kept until you say so.',
    first: 'What matters first',
    satisfaction: 'Satisfaction, 1 to 5',
    metric: 'What it measures',
    metrics: {
      nps: 'Likelihood to recommend, 0 to 10',
      csat: 'Satisfaction, 1 to 5',
    } satisfies Record<Metric, string>,
    none: 'None',
    filled: (filled: number, rows: number) =>
      filled === rows ? 'in every row' : `in ${wholeOf(filled)} of ${wholeOf(rows)} rows`,
    said: (comment: string) => `“${comment}”`,
    other: 'Another file',
  },
  columns: {
    title: 'All columns',
    search: 'Search the columns',
    searchHint: 'Name or value',
    group: 'Show',
    groups: {
      all: 'All',
      used: 'In use',
      segments: 'Segments',
      ratings: 'Ratings',
      unsure: 'Unsure',
      ignored: 'Ignored',
    },
    nothing: 'No column is called so or holds that.',
    role: (header: string) => `What “${header}” is`,
    unnamed: (at: number) => `Column ${at + 1}, without a name`,
    values: (distinct: number, more: boolean) =>
      `${more ? 'over ' : ''}${countOf(distinct, 'different value', 'different values')}`,
    times: (n: number) => `×${wholeOf(n)}`,
    example: (values: readonly string[]) => `for example ${values.join(', ')}`,
    unlisted: (n: number, more: boolean) =>
      `${more ? 'Over ' : ''}${countOf(n, 'rarer value is', 'rarer values are')} not listed.`,
    empty: (n: number) => `${wholeOf(n)} empty`,
    means: 'Values that mean “no answer”',
    meansHint: 'Ticked values count as empty in this column.',
    label: 'Name shown',
    low: 'Scale from',
    high: 'to',
    likely: 'likely',
    more: (n: number) => `Show ${countOf(n, 'more column', 'more columns')}`,
    open: (header: string) => `Values of “${header}”`,
    unsure: 'unsure',
  },
  preview: {
    title: 'What would be kept',
    working: 'Reading the whole file with these choices.',
    cycle: 'Cycle',
    cycleHint: 'The quarter this survey opens.',
    answers: 'answers',
    nonResponses: 'no answer',
    rejected: 'rejected',
    people: 'Can be called',
    peopleText: (reachable: number, isKnown: boolean) =>
      reachable > 0
        ? `${wholeOf(reachable)} by e-mail or phone`
        : isKnown
          ? 'nobody yet: a contacts file is needed'
          : 'nobody: the file names no one',
    accounts: 'Accounts',
    days: 'Days',
    segments: 'Segments',
    ratings: 'Ratings',
    noneYet: 'none',
    span: daySpanOf,
    noDays: 'no date column',
    eg: 'for example',
    dimension: (name: string, values: number) => `${name} (${wholeOf(values)})`,
    others: (n: number) => countOf(n, 'other', 'others'),
    seeRejected: (n: number) => `See ${countOf(n, 'rejected row', 'rejected rows')}`,
    notes: 'Worth knowing',
    small: 'Under 30 answers: read it as a hint, not a figure.',
  },
  keep: {
    action: (n: number) => `Keep ${answers(n)}`,
    nothingYet: 'Keep answers',
    ready: (name: string) => `They become the survey of ${name}.`,
    actionBeside: (n: number) => `Keep ${answers(n)} beside them`,
    holds: (name: string, { fileName, answers: n }: WaveHead) =>
      `${name} already holds ${fileName} (${answers(n)}).`,
    asNew: (name: string) => `Bring it in as ${name}`,
    beside: 'Put it beside that one',
    notYet: 'Nothing can be kept yet.',
    asks: (n: number) => `${countOf(n, 'question is', 'questions are')} still open; you may leave them so.`,
    said: (n: number, name: string) => `${answers(n)} kept as ${name}.`,
    saving: (name: string) => `Keeping the survey of ${name}`,
    stopping: 'Stopping',
    takingBack: 'Taking back what was written',
    rejected: (n: string) => `${n} rejected, listed with their reasons.`,
    already: (name: string, at: string) =>
      `This very file is already here, as ${name}, since ${at}. Nothing was changed.`,
    undo: 'Undo',
    undone: (name: string) => `The import is undone. ${name} holds it no more.`,
    earlier: (name: string, at: string) =>
      `The same file was brought in on ${at}, as ${name}. With the same choices nothing will change; with others it becomes a survey of its own.`,
  },
  carried: {
    title: (name: string) => `Read like ${name}`,
    text: (changes: number) =>
      changes === 0
        ? 'Every column means what it meant then.'
        : `Every column means what it meant then, but for ${countOf(changes, 'difference', 'differences')}. Look them over; only what is new is asked about below.`,
    spelled: (columns: number) =>
      columns === 1
        ? 'One header is only spelled differently.'
        : `${wholeOf(columns)} headers are only spelled differently.`,
    more: (n: number) => `and ${n} more`,
    afresh: 'Start afresh',
  },
  contacts: {
    title: 'Who they are',
    lede: 'A contacts file adds e-mail, phone, account and account manager. It is joined by id, by e-mail or by account name.',
    choose: 'Add a contacts file',
    replace: 'Choose another file',
    remove: 'Leave it out',
    joined: (joined: number, rows: number) =>
      `${wholeOf(joined)} of ${countOf(rows, 'person', 'people')} found their contact.`,
    by: (id: number, email: number, account: number) =>
      [
        id > 0 ? `${wholeOf(id)} by id` : '',
        email > 0 ? `${wholeOf(email)} by e-mail` : '',
        account > 0 ? `${wholeOf(account)} by account name` : '',
      ]
        .filter(Boolean)
        .join(', '),
    reachable: (n: number) => `${countOf(n, 'person', 'people')} can now be reached.`,
    unjoined: (n: number) => `${countOf(n, 'line', 'lines')} of the file found nobody`,
    unjoinedWhy: (u: UnjoinedContact) =>
      ({
        nobody: 'nobody in the survey has it',
        severalContacts: 'several lines claim the same person',
        otherEmail: 'who has it in the survey has another e-mail',
      })[u.why],
    unjoinedBy: { id: 'id', email: 'e-mail', account: 'account' } satisfies Record<
      UnjoinedContact['by'],
      string
    >,
    columns: 'Columns of the contacts file',
    working: 'Joining.',
  },
  rejected: {
    title: (n: number) => countOf(n, 'row was left out', 'rows were left out'),
    lede: 'Each with its place in the file, so that it can be put right there and brought in again.',
    line: 'Line',
    column: 'Column',
    value: 'Value',
    reason: 'Why',
    download: 'Download as CSV',
    firstOf: (shown: number, all: number) =>
      `The first ${wholeOf(shown)} of ${wholeOf(all)}; the file holds them all once kept.`,
    fileName: (survey: string) => `${survey.replace(/\.[a-z]+$/i, '')} rejected rows.csv`,
    empty: 'empty',
  },
  wave: {
    nonResponses: (n: number) => `${countOf(n, 'person was', 'people were')} asked and gave no answer.`,
    also: ({ cycleName, fileName, answers: n }: WaveHead) =>
      `${cycleName} also holds ${fileName} (${answers(n)}); this page shows the one brought in last.`,
    histogram: 'Answers by score',
    table: 'The table behind it',
    score: 'Score',
    answers: 'Answers',
    share: 'Share',
    band: 'Band',
    waves: 'Surveys brought in',
    file: 'File',
    cycle: 'Cycle',
    imported: 'Brought in',
    nps: 'Score',
    interval: '95% interval',
    rejected: 'Rejected',
    undo: 'Undo',
    undoName: (file: string) => `Undo the import of ${file}`,
    undoTitle: 'Undo this import',
    undoText: (n: number, file: string) =>
      `${answers(n)} from ${file} leave this device. Interviews and notes stay. The file itself is untouched, so it can be brought in again.`,
    undoDo: 'Undo the import',
    keepIt: 'Keep it',
    next: 'See which segments differ',
    nextWhy: 'One score hides more than it says.',
    nextText: (dimensions: readonly string[]) =>
      dimensions.length > 0
        ? `This survey can be read by ${dimensions.slice(0, 4).join(', ')}${dimensions.length > 4 ? ` and ${dimensions.length - 4} more` : ''}.`
        : 'This survey has no segment column yet.',
    another: 'Bring another survey',
    csv: 'Download CSV',
    csvFile: (cycle: string) => `${cycle} scores.csv`,
    invented: 'invented',
  },

  since: {
    what: 'Figure',
    nps: 'NPS',
    change: 'Change',
    bands: { promoter: 'promoters', passive: 'passives', detractor: 'detractors' },
    beyond: 'beyond noise',
    noise: 'could be noise',
    first: 'No earlier survey to compare with yet.',
  },

  finding: {
    none: 'This survey holds no answer to the score yet.',
    steady: (name: string, score: string, before: string) =>
      `${name} is ${score}; the change from ${before} is within noise.`,
    moved: (name: string, direction: 'rose' | 'fell', points: number, score: string, before: string) =>
      `${name} ${direction} ${countOf(points, 'point', 'points')} since ${before}, to ${score}.`,
    answers: (n: number, days: string) => `${[answers(n), days].filter(Boolean).join(', ')}.`,
    shares: (promoters: string, passives: string, detractors: string) =>
      `${promoters} promoters, ${passives} passives, ${detractors} detractors.`,
    hidden: ({ hidden, direction }: Movement) => {
      if (!hidden) return '';
      const start = direction === 'withinNoise' ? 'The score hides movement:' : 'Beneath the change';
      return hidden === 'drained'
        ? `${start} promoters and detractors both grew while the middle drained.`
        : `${start} both ends shrank while the middle grew.`;
    },
  },

  /** Why the file as recognised can hold no survey; empty when it can. */
  noScoreIn(inspection: Inspection): string {
    const none = noScoreOf(inspection);
    return none ? describeNoScore(none) : '';
  },

  faultOf(fault: AnyFault): string {
    switch (fault.kind) {
      case 'stopped':
        return '';
      case 'workerGone':
        return `Reading stopped unexpectedly (${fault.reason}). Nothing was stored. Choose the file again.`;
      case 'quota':
        return 'This device is full. Nothing was stored. Make room, or remove a survey you no longer need, and keep it again.';
      case 'unavailable':
        return `This browser gives Sounding no storage (${fault.reason}), as private windows do. Nothing was stored.`;
      case 'damaged':
        return 'A part of the survey could not be written as it should be. Nothing was stored. Try once more.';
      default:
        return describeFault(fault);
    }
  },
};
