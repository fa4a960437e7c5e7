import { countOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type CrossRefusal, mostCrossCells, readableFrom } from '#core/segments/index.ts';
import { bands } from '#core/waves/index.ts';
import type { Row } from './rows.ts';
import { bandWord, interval, sentence, shortCycle } from './words.ts';

/** What is said of two dimensions at a time. */
export const crossWords = {
  rows: 'Rows',
  columns: 'Columns',
  turn: 'Turn rows and columns round',
  tells: 'Colour and figure',
  level: 'Score',
  change: (cycle: string) => `Change since ${shortCycle(cycle)}`,
  title: (rows: string, columns: string) => `Net Promoter Score by ${rows} and ${columns}`,
  changeTitle: (rows: string, columns: string, cycle: string) =>
    `Change of the score since ${shortCycle(cycle)} by ${rows} and ${columns}`,
  all: 'All',
  few: 'too few',
  noChange: '–',
  nobody: 'nobody',
  whole: 'all of it:',
  changeBy: 'change',
  loading: 'Counting the cross',
  interview: 'Interview this segment',
  leave: 'Leave it out again',
  ticked: 'ticked',
  more: (n: number) => `Show ${countOf(n, 'more row', 'more rows')}`,
  unknown: (n: number) =>
    `${countOf(n, 'answer has', 'answers have')} no value in one of the two and ${n === 1 ? 'is' : 'are'} in no cell.`,
  several: (dimension: string) =>
    `A person may have several values of ${dimension}: cells overlap and add up to more than everyone.`,
  rule: (tested: number, since: string) =>
    `Each cell is ${since ? `compared with itself in ${shortCycle(since)}` : 'tested against everyone else'}; corrected for all ${wholeOf(tested)} readable cells of this cross (Benjamini-Hochberg, 5%). Hatched cells have fewer than ${readableFrom} answers and get no reading.`,
  keys: 'Arrow keys go from cell to cell, the space bar ticks one for interviews.',
  legend: {
    below: 'below everyone else',
    above: 'above everyone else',
    fell: 'fell',
    rose: 'rose',
    filled: 'filled: beyond noise',
    hollow: 'outlined: could be noise',
    few: `hatched: fewer than ${readableFrom} answers`,
    fewLine: `Hatched: fewer than ${readableFrom} answers. The figure beneath is the number of answers.`,
  },
  needTwo:
    'A cross needs two dimensions, and this survey has one. Mark another column as a segment when you import it.',
};

/** Everything about one cell in a sentence or two, for the line beneath the picture. */
export function cellText({ segment, change, readable, beyondNoise }: Row, earlier: string): string {
  const { nps, counts, n, reading } = segment;
  if (nps.kind === 'tooFew') return 'Nobody here answered.';
  const parts = bands.map((b) => bandWord[b](counts[b]));
  const start = `NPS ${wholeOf(nps.value)} ${interval(nps)} from ${countOf(n, 'answer', 'answers')}: ${listOf(parts)}.`;
  if (!readable || reading.kind === 'tooFew')
    return `${start} Fewer than ${readableFrom} answers: no reading.`;
  const level = reading.level ? ` ${levelText(reading.level.difference.value, beyondNoise)}` : '';
  if (change) return `${start}${level} ${moveText(change, earlier)}`;
  const why = reading.change.kind === 'new' ? ' Not there in the survey before.' : '';
  return `${start}${level}${reading.change.kind === 'tooFewThen' ? ' Too few answers then to tell a change.' : why}`;
}

function levelText(points: number, beyondNoise: boolean): string {
  const far = countOf(Math.round(Math.abs(points)), 'point', 'points');
  if (Math.round(points) === 0) return 'The same as everyone else.';
  const where = points < 0 ? 'below' : 'above';
  return `${sentence(far)} ${where} everyone else${beyondNoise ? ', beyond noise' : ', which could be noise'}.`;
}

function moveText({ by, beyondNoise }: NonNullable<Row['change']>, earlier: string): string {
  if (Math.round(by) === 0) return `As it was in ${shortCycle(earlier)}.`;
  const word = by < 0 ? 'Down' : 'Up';
  return `${word} ${wholeOf(Math.abs(by))} since ${shortCycle(earlier)}${beyondNoise ? ', beyond noise' : ', which could be noise'}.`;
}

/** Why two dimensions are not crossed, and what helps. */
export function refusalText(refusal: CrossRefusal): { text: string; wide: string } {
  switch (refusal.kind) {
    case 'sameDimension':
      return { text: `${refusal.name} cannot be crossed with itself. Choose another dimension.`, wide: '' };
    case 'unknownDimension':
      return { text: `This survey has no dimension called ${refusal.name}. Choose another.`, wide: '' };
    case 'tooWide':
      return {
        text: `${wholeOf(refusal.rows)} by ${wholeOf(refusal.columns)} values would make ${wholeOf(refusal.rows * refusal.columns)} cells, more than the ${wholeOf(mostCrossCells)} that can be read and counted safely. Gather the rare values of ${refusal.wide} into “Other”, or put its numbers into ranges, and cross it then.`,
        wide: refusal.wide,
      };
  }
}
