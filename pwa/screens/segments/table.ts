import { type Cell, csvOf } from '#core/exchange/index.ts';
import { shownDimension, shownValue } from '#core/segments/index.ts';
import { bands } from '#core/waves/index.ts';
import type { Counted, CrossView } from './counted.ts';
import type { Row } from './rows.ts';
import { readingText, words } from './words.ts';

/** A file to be saved. */
export interface TableFile {
  name: string;
  text: string;
}

function figureHeads({ earlier }: Counted): Cell[] {
  const { heads, file } = words;
  return [
    heads.answers,
    ...bands.map((band) => file.bands[band]),
    ...[heads.nps, file.low, file.high, earlier ? `NPS ${earlier.cycleName}` : file.before],
    ...[heads.change, file.changeBeyond, file.levelBeyond, heads.reading],
  ];
}

function figuresOf(row: Row): Cell[] {
  const { segment, change } = row;
  const nps = segment.nps.kind === 'estimate' ? segment.nps : null;
  return [
    ...[segment.n, ...bands.map((band) => segment.counts[band])],
    ...[nps ? tenth(nps.value) : null, nps ? tenth(nps.low) : null, nps ? tenth(nps.high) : null],
    ...[change ? tenth(change.was) : null, change ? tenth(change.by) : null],
    ...[change ? yes(change.beyondNoise) : null, row.readable ? yes(row.beyondNoise) : null],
    readingText(row),
  ];
}

const fileName = (...parts: string[]): string =>
  `${parts.join(' ')}.csv`.replace(/[\s/\\:*?"<>|×]+/g, '-').toLowerCase();

/** The map as a file: the rows on screen, every figure with its base. */
export function segmentsCsv(counted: Counted, rows: readonly Row[]): TableFile {
  const table = [
    [words.heads.dimension, words.heads.segment, ...figureHeads(counted)],
    ...rows.map((row) => [
      shownDimension(row.segment.dimension),
      shownValue(row.segment.value),
      ...figuresOf(row),
    ]),
  ];
  return { name: fileName(words.file.segments, counted.head.cycleName), text: csvOf(table) };
}

/** The cross as a file: a line a cell on screen, both values in columns of their own. */
export function crossCsv(
  counted: Counted,
  { cross }: Extract<CrossView, { kind: 'ready' }>,
  rows: readonly Row[],
): TableFile {
  const table = [
    [shownDimension(cross.rows), shownDimension(cross.columns), ...figureHeads(counted)],
    ...rows.map((row) => [
      ...(row.segment.crossed ?? []).map(({ value }) => shownValue(value)),
      ...figuresOf(row),
    ]),
  ];
  return {
    name: fileName(words.file.segments, cross.rows, words.file.by, cross.columns, counted.head.cycleName),
    text: csvOf(table),
  };
}

const tenth = (value: number): number => Math.round(10 * value) / 10;
const yes = (is: boolean): string => (is ? words.file.yes : words.file.no);
