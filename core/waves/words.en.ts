import { unreachable } from '../model/result.ts';
import type { ContactsFault, ImportFault, OtherFormat } from './faults.ts';
import type {
  ColumnProfile,
  Encoding,
  ImportQuestion,
  NoScore,
  PresetName,
  RoleReason,
} from './inspection.ts';
import type { Metric, RepeatRule } from './mapping.ts';
import type { BuildNote } from './outcome.ts';
import type { RejectedRow } from './wave.ts';

const shown = (n: number): string => n.toLocaleString('en-GB').replace('-', '−');
/** A number with its noun: "1 row", "1,200 rows". */
export const counted = (n: number, one: string, several = `${one}s`): string =>
  `${shown(n)} ${n === 1 ? one : several}`;
const either = (n: number, one: string, several: string): string => (n === 1 ? one : several);
/** A text in quotation marks, shortened where it is long. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
/** Up to three texts, each in quotation marks, and how many more there are. */
export const listed = (texts: readonly string[]): string => {
  const few = texts.slice(0, 3).map(quoted);
  const more = texts.length - few.length;
  const all = more > 0 ? [...few, `${shown(more)} more`] : few;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
};
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const formats: Readonly<Record<OtherFormat, string>> = {
  xls: 'an old Excel workbook (XLS)',
  xlsb: 'a binary Excel workbook (XLSB)',
  ods: 'an OpenDocument spreadsheet (ODS)',
  numbers: 'an Apple Numbers spreadsheet',
  locked: 'a file behind a password',
  document: 'a document or presentation',
  zip: 'a compressed archive',
  pdf: 'a PDF',
  image: 'a picture',
  html: 'a web page',
  xml: 'an XML file',
  json: 'a JSON file',
  binary: 'no text at all',
};

/** What to do with a file of another format. */
const instead: Readonly<Partial<Record<OtherFormat, string>>> = {
  xls: 'save it as XLSX or CSV',
  xlsb: 'save it as XLSX or CSV',
  ods: 'save it as XLSX or CSV',
  numbers: 'export it as XLSX or CSV',
  locked: 'save a copy without one',
  zip: 'unpack it first',
};

/** One sentence on why a file was not taken in. Nothing was stored. */
export function describeFault(fault: ImportFault | ContactsFault): string {
  switch (fault.kind) {
    case 'empty':
      return 'This file is empty.';
    case 'notACsv':
      return `This is ${formats[fault.looksLike]}, not a CSV or XLSX file: ${instead[fault.looksLike] ?? 'export the answers from your survey tool as CSV'}.`;
    case 'undecodable':
      return `The text in this file cannot be read from line ${shown(fault.line)} on: save it again as UTF-8.`;
    case 'headerOnly':
      return `This file has a header with ${counted(fault.columns, 'column')} and not one row below it.`;
    case 'damagedWorkbook':
      return 'This Excel workbook is damaged: open it in Excel and save it again, or export the answers as CSV.';
    case 'workbookTooLarge':
      return 'This Excel workbook unpacks to more than a survey can hold: export the answers as CSV.';
    case 'sheetAbsent':
      return `This workbook has no sheet ${quoted(fault.sheet)}, only ${listed(fault.sheets)}.`;
    case 'cellTooLong':
      return `The cell in column ${quoted(fault.column)} that begins on line ${shown(fault.line)} holds ${megabytes(fault.bytes)}, more than the ${megabytes(fault.limit)} a cell may have${fault.quoted ? ': a quotation mark is probably never closed' : ''}.`;
    case 'tooManyColumns':
      return `This file has more than ${shown(fault.limit)} columns, which no survey has.`;
    case 'noScoreColumn':
      return fault.columns === 1
        ? 'The only column is not said to be the 0 to 10 score: say that it is.'
        : `None of the ${counted(fault.columns, 'column')} holds the 0 to 10 score: say which one does.`;
    case 'severalScoreColumns':
      return `Only one column can be the score, and the mapping names ${shown(fault.headers.length)}: ${listed(fault.headers)}.`;
    case 'mappedColumnsAbsent':
      return `This file has no column ${listed(fault.headers)}, which the mapping needs.`;
    case 'allOutOfRange':
      return `No cell of ${quoted(fault.header)} is a whole number from ${fault.metric === 'csat' ? '1 to 5' : '0 to 10'}: its ${counted(fault.rows, 'filled row holds', 'filled rows hold')} values such as ${listed(fault.samples)}.`;
    case 'allLeftOut':
      return `${either(fault.rows, 'The only row is', `All ${shown(fault.rows)} rows are`)} left out by ${listed(fault.headers)}: choose other values that count.`;
    case 'rowsDoNotFit':
      return `${either(fault.rows, 'The only row has', `All ${shown(fault.rows)} rows have`)} more cells than the header’s ${shown(fault.columns)}, the first on line ${shown(fault.line)}: the delimiter or the quotation marks are probably wrong.`;
    case 'noAnswers':
      return `Nobody answered: ${either(fault.rows, 'the only cell', `all ${shown(fault.rows)} cells`)} of ${quoted(fault.header)} ${either(fault.rows, 'is empty or means', 'are empty or mean')} “no answer”.`;
    case 'nothingToJoinBy':
      return 'This contacts file has no column to join by: it needs an id, an e-mail address or an account name.';
    default:
      return unreachable(fault);
  }
}

/** One sentence on why no column could be the score. */
export function describeNoScore({ columns, nearest }: NoScore): string {
  const start = 'No column could be the 0 to 10 score';
  if (!nearest)
    return `${start}: ${either(columns, 'the only one does not consist', `none of the ${shown(columns)} consists`)} of numbers.`;
  const { header, low, high, whole } = nearest;
  const span = low === high ? `only ${shown(low)}` : `${shown(low)} to ${shown(high)}`;
  return `${start}: the nearest, ${quoted(header)}, holds ${span}${whole ? '' : ', mostly not whole numbers'}.`;
}

/** One sentence on something found in a file that was read all the same. */
export function describeNote(note: BuildNote): string {
  switch (note.kind) {
    case 'tooManyValues':
      return `${quoted(note.header)} is left out: it has more than ${shown(note.limit)} different values.`;
    case 'unreadable':
      return `${counted(note.count, 'cell')} of ${quoted(note.header)} could not be read and ${either(note.count, 'counts', 'count')} as unknown, the first on line ${shown(note.line)}: ${quoted(note.value)}.`;
    case 'outsideScale':
      return `${counted(note.count, 'rating')} of ${quoted(note.header)} ${either(note.count, 'lies', 'lie')} outside ${note.low} to ${note.high} and ${either(note.count, 'counts', 'count')} as no answer: ${note.values.join(', ')}.`;
    case 'shortRows':
      return `${counted(note.count, 'row has', 'rows have')} fewer cells than the header, the first on line ${shown(note.line)}; absent cells count as empty.`;
    case 'unclosedQuotes':
      return `${counted(note.count, 'quotation mark')}${note.inContacts ? ' of the contacts file' : ''} ${either(note.count, 'is', 'are')} never closed and ${either(note.count, 'was', 'were')} read as part of ${either(note.count, 'its cell', 'their cells, the first')} on line ${shown(note.line)}.`;
    case 'noZero':
      return `Not one of ${counted(note.answers, 'answer')} is a 0: some survey tools export a 0 as an empty cell.`;
    case 'repeated':
      return `${counted(note.people, 'person', 'people')} answered more than once (${shown(note.answers)} answers)${repeatedBy[note.rule]}.`;
    case 'unclearOptOut': {
      const values = note.values.map(({ value, count }) => `${quoted(value)} (${shown(count)})`);
      const file = note.inContacts ? ' in the contacts file' : '';
      return `${counted(note.count, 'cell')} of ${quoted(note.header)}${file} ${either(note.count, 'says neither yes nor no and counts', 'say neither yes nor no and count')} as not to be contacted: ${values.join(', ')}${note.more ? ' and others' : ''}.`;
    }
    case 'leftOut': {
      const values = note.values.map(
        ({ value, count }) => `${value === '' ? 'empty' : quoted(value)} (${shown(count)})`,
      );
      return `${counted(note.count, 'row is', 'rows are')} left out by ${quoted(note.header)}: ${values.join(', ')}${note.more ? ' and others' : ''}.`;
    }
    case 'weights':
      return weightsNote(note);
    default:
      return unreachable(note);
  }
}

const repeatedBy: Readonly<Record<RepeatRule, string>> = {
  latest: ': of each the latest counts',
  first: ': of each the first counts',
  all: '; all of them count',
};

function weightsNote({
  header,
  unknown,
  line,
  value,
  taken,
  zeros,
}: BuildNote & { kind: 'weights' }): string {
  if (taken === 0) return `${quoted(header)} is left out: not one weight is above 0.`;
  const zero = `${counted(zeros, 'answer has', 'answers have')} a weight of 0 and ${either(zeros, 'counts', 'count')} in unweighted figures only`;
  if (unknown === 0) return `${zero}, by ${quoted(header)}.`;
  const mean = Number(taken.toPrecision(3)).toLocaleString('en');
  const first = value === '' ? 'an empty cell' : quoted(value);
  const unread = `${counted(unknown, 'weight', 'weights')} of ${quoted(header)} could not be read and ${either(unknown, 'counts', 'count')} as the average, ${mean}, the first on line ${shown(line)}: ${first}`;
  return zeros > 0 ? `${unread}; ${zero}.` : `${unread}.`;
}

/** Why a row was left out of a wave that measures this. */
export function describeRejection(reason: RejectedRow['reason'], metric: Metric = 'nps'): string {
  switch (reason) {
    case 'notAWholeNumber':
      return 'not a whole number';
    case 'outOfRange':
      return metric === 'csat' ? 'not between 1 and 5' : 'not between 0 and 10';
    case 'tooManyCells':
      return 'more cells than the header';
    case 'unreadableDate':
      return 'unreadable date';
    default:
      return unreachable(reason);
  }
}

/** One question to the user, with the numbers needed to answer it. */
export function describeQuestion(question: ImportQuestion, columns: readonly ColumnProfile[]): string {
  const name = (column: number): string => quoted(columns[column]?.header.trim() || `column ${column + 1}`);
  switch (question.kind) {
    case 'isThisNps':
      return `Is ${name(question.column)} the 0 to 10 question about recommending you? Not every 0 to 10 question is.`;
    case 'whichScore':
      return `Which column is the score: ${question.columns.map(name).join(' or ')}?`;
    case 'noScore':
      return 'Which column is the 0 to 10 score? None looks like it.';
    case 'missingCode': {
      const { value, count } = question.proposal;
      return `Does ${quoted(value)} in ${name(question.column)} mean “no answer”? It stands there ${counted(count, 'time')}.`;
    }
    case 'dateOrder':
      return `Is ${quoted(question.sample)} in ${name(question.column)} written ${question.proposed === 'dmy' ? 'day' : 'month'} first?`;
    case 'decimalMark':
      return `Does ${quoted(question.sample)} in ${name(question.column)} have decimals? It is read as if it had three.`;
    case 'nobodyNamed':
      return 'Which column says who answered? Without one nobody can be interviewed.';
    case 'noWayToReach':
      return 'People are known here, but without e-mail or phone: can you add a contacts file?';
    case 'noZero':
      return `Not one of ${counted(question.answers, 'answer')} in ${name(question.column)} is a 0: did your survey tool export a 0 as an empty cell?`;
    case 'severalSurveys':
      return `${name(question.column)} names several kinds of survey (${listed(question.values.map(({ value }) => value))}): are all rows answers to the same question?`;
    case 'isThisCsat':
      return `There is no 0 to 10 question: is ${name(question.column)} the satisfaction from 1 to 5 that this wave should measure?`;
    case 'rowsLeftOut': {
      const rows = question.dropped.reduce((sum, { count }) => sum + count, 0);
      const values = question.dropped.map(({ value }) => value || 'empty');
      return `May ${counted(rows, 'row', 'rows')} be left out where ${name(question.column)} is ${listed(values)}?`;
    }
    case 'mixedScale': {
      const rows = question.outside.reduce((sum, { count }) => sum + count, 0);
      return `Does ${name(question.column)} run from ${question.low} to ${question.high}? ${counted(rows, 'cell holds', 'cells hold')} something else: ${listed(question.outside.map(({ value }) => value))}.`;
    }
    case 'noDate':
      return `${name(question.column)} is no date, though its name says so: it holds numbers from ${shown(question.low)} to ${shown(question.high)}. Does another column say when people answered?`;
    case 'whichSheet':
      return `Is ${quoted(question.sheet)} the sheet with the answers? There ${either(question.others.length, 'is', 'are')} also ${listed(question.others)}.`;
    case 'hiddenColumns':
      return `${counted(question.columns.length, 'column is', 'columns are')} hidden in the workbook and read all the same: ${listed(question.columns.map((at) => columns[at]?.header.trim() || `column ${at + 1}`))}. Should they be?`;
    case 'hiddenRows':
      return `${counted(question.rows, 'row is', 'rows are')} hidden in the workbook, perhaps by a filter, and read all the same. Should they be?`;
    case 'mergedDown':
      return `${counted(question.cells, 'cell takes', 'cells take')} the value of the cell above, which is merged over several rows. Should ${either(question.cells, 'it', 'they')}?`;
    case 'noResults':
      return `${counted(question.cells, 'formula was', 'formulas were')} saved without a result and read as empty: open the workbook in Excel and save it again?`;
    default:
      return unreachable(question);
  }
}

/** Why a column was taken for what it is. */
export function describeReason(reason: RoleReason): string {
  switch (reason) {
    case 'preset':
      return 'known from this survey tool';
    case 'header':
      return 'by its header';
    case 'headerAndContent':
      return 'by its header and its values';
    case 'content':
      return 'by its values';
    case 'alike':
      return 'like the ratings beside it';
    case 'nothing':
      return 'not recognised';
    default:
      return unreachable(reason);
  }
}

export const presetNames: Readonly<Record<PresetName, string>> = {
  qualtrics: 'Qualtrics',
  surveymonkey: 'SurveyMonkey',
  typeform: 'Typeform',
  formbricks: 'Formbricks',
  limesurvey: 'LimeSurvey',
  delighted: 'Delighted',
  asknicely: 'AskNicely',
  hubspot: 'HubSpot feedback',
  customergauge: 'CustomerGauge',
  googleforms: 'Google Forms',
};

export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
};
