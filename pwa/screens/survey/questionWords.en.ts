import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import { unreachable } from '#core/model/result.ts';
import type { ImportQuestion, SheetName } from '#core/waves/index.ts';

const answers = (n: number) => countOf(n, 'answer', 'answers');
const rows = (n: number) => countOf(n, 'row', 'rows');

/** What the importer asks, and the answers to choose from. */
export const questionWords = {
  title: (open: number) => (open === 0 ? 'Nothing is left to ask' : countOf(open, 'question', 'questions')),
  why: 'Proposed, never assumed: until you answer, the file is read as it stands. What you leave open is not asked again in the next wave.',
  undo: 'Take back',
  codes: (value: string, cells: number, columns: number) =>
    columns === 1
      ? `${countOf(cells, 'cell says', 'cells say')} “${value}”`
      : `“${value}” stands ${wholeOf(cells)} times in ${columns} columns`,
  named: (header: string) => `“${header}”`,
  within: (columns: string, _n: number) => ` in ${columns}`,
  outside: 'outside the scale of the question',
  word: 'a usual way to write that nobody answered',
  means: 'Does it mean “no answer”?',
  yesCode: 'Yes, no answer',
  noCode: 'No, leave it',
  scoreStays: 'Left as it is, those rows are rejected.',
  ratingStays: 'Left as it is, those ratings are not counted either, but are listed as outside the scale.',
  settledCode: (value: string, columns: string) => `“${value}” means no answer in ${columns}.`,
  leftCode: (value: string, columns: string) => `“${value}” is left as it stands in ${columns}.`,
  columns: (n: number) => countOf(n, 'column', 'columns'),
  yesNps: 'Yes, it is',
  noRating: 'No, it is a rating of something',
  yesCsat: 'Yes, measure satisfaction',
  noCsat: 'No',
  scale: (low: number, high: number) => `It runs from ${low} to ${high}`,
  leaveOut: 'Leave them out',
  keepRows: 'Count them too',
  dayFirst: 'Day first',
  monthFirst: 'Month first',
  thousands: 'Thousands',
  decimals: 'Decimals',
  understood: 'Understood',
  more: (n: number) => `Show ${n} more`,
  sheet: ({ name, rows: n, rowsAre }: SheetName) =>
    `${name}, ${rowsAre === 'counted' ? rows(n) : `${rowsAre === 'stated' ? 'about' : 'over'} ${rows(n)}`}`,
  questionOf(
    q: Exclude<ImportQuestion, { kind: 'missingCode' }>,
    header: (at: number) => string,
  ): { ask: string; text: string } {
    switch (q.kind) {
      case 'isThisNps':
        return {
          ask: `Is “${header(q.column)}” how likely people are to recommend you?`,
          text: 'It runs from 0 to 10, but other questions do too.',
        };
      case 'whichScore':
        return { ask: 'Which column is the score?', text: 'More than one could be it.' };
      case 'noScore':
        return {
          ask: 'Which column is the score?',
          text: 'None holds whole numbers from 0 to 10. Choose it under “What matters first”.',
        };
      case 'dateOrder':
        return {
          ask: `Is ${q.sample} day first or month first?`,
          text: `In “${header(q.column)}” it can be read both ways.`,
        };
      case 'decimalMark':
        return {
          ask: `Is ${q.sample} in thousands or with decimals?`,
          text: `In “${header(q.column)}” it can be read both ways; as it stands it has three decimals.`,
        };
      case 'nobodyNamed':
        return {
          ask: 'No column says who answered.',
          text: 'The scores can be read, but nobody can be called. A contacts file cannot help without an id.',
        };
      case 'noWayToReach':
        return {
          ask: 'People are known by a number only.',
          text: 'Add a contacts file below, so that they can be called.',
        };
      case 'noZero':
        return {
          ask: `Among ${answers(q.answers)} there is not one 0.`,
          text: 'Some survey tools write a 0 as blank and lose the angriest customers. Compare with the tool before you rely on the score.',
        };
      case 'severalSurveys':
        return {
          ask: 'This file holds more than one kind of survey.',
          text: `“${header(q.column)}” says ${q.values
            .slice(0, 3)
            .map((v) => `${v.value} (${wholeOf(v.count)})`)
            .join(', ')}. Every row with a score from 0 to 10 counts as an answer.`,
        };
      case 'isThisCsat':
        return {
          ask: `Measure satisfaction by “${header(q.column)}”?`,
          text: 'There is no 0 to 10 question; this one runs from 1 to 5, and 4 and 5 would count as satisfied.',
        };
      case 'rowsLeftOut':
        return {
          ask: `“${header(q.column)}” marks rows that are no answers.`,
          text: `Left out: ${q.dropped
            .slice(0, 3)
            .map((v) => `${v.value || 'empty'} (${wholeOf(v.count)})`)
            .join(', ')}.`,
        };
      case 'mixedScale':
        return {
          ask: `Does “${header(q.column)}” run from ${q.low} to ${q.high}?`,
          text: `It also holds ${q.outside
            .slice(0, 6)
            .map((v) => `${v.value} (${wholeOf(v.count)})`)
            .join(', ')}; what lies outside its scale counts as no answer.`,
        };
      case 'noDate':
        return {
          ask: `“${header(q.column)}” is no date.`,
          text: `It holds numbers from ${wholeOf(q.low)} to ${wholeOf(q.high)}, perhaps days of a month. If another column says when people answered, choose it.`,
        };
      case 'whichSheet':
        return {
          ask: 'Which sheet of the workbook holds the answers?',
          text: `“${q.sheet}” is the one that is read.`,
        };
      case 'hiddenColumns':
        return {
          ask: `${countOf(q.columns.length, 'column is', 'columns are')} hidden in the workbook.`,
          text: `Read all the same: ${q.columns.slice(0, 5).map(header).join(', ')}${q.columns.length > 5 ? ' and others' : ''}.`,
        };
      case 'hiddenRows':
        return {
          ask: `${countOf(q.rows, 'row is', 'rows are')} hidden in the workbook.`,
          text: 'They are read all the same. If a filter left them out on purpose, remove them before the import.',
        };
      case 'mergedDown':
        return {
          ask: `${countOf(q.cells, 'cell takes', 'cells take')} the value of a merged cell above.`,
          text: 'A cell merged over several rows counts for each of them. If it belongs to its first row alone, unmerge it before the import.',
        };
      case 'noResults':
        return {
          ask: `${countOf(q.cells, 'formula has', 'formulas have')} no saved result.`,
          text: 'They are read as empty. Opening the workbook in Excel and saving it again fills them.',
        };
      default:
        return unreachable(q);
    }
  },

  /** A question in one line, once it is answered. */
  settledOf(q: Exclude<ImportQuestion, { kind: 'missingCode' }>, header: (at: number) => string): string {
    return q.kind === 'whichSheet'
      ? `The answers are read from the sheet “${q.sheet}”.`
      : questionWords.questionOf(q, header).ask;
  },
};
