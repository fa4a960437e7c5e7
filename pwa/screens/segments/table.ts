import { type Cell, csvOf } from '#core/exchange/index.ts';
import type { Counted, CrossView } from './counted.ts';
import type { Row } from './rows.ts';
import { readingText } from './words.ts';

/** A file to be saved. */
export interface TableFile {
  name: string;
  text: string;
}

const figureHeads = (earlier: string): Cell[] => [
  ...['Answers', 'Detractors', 'Passives', 'Promoters'],
  ...['NPS', '95% low', '95% high', earlier],
  ...['Change', 'Change beyond noise', 'Differs from everyone else beyond noise', 'Reading'],
];

function figuresOf(row: Row): Cell[] {
  const { segment, change } = row;
  const nps = segment.nps.kind === 'estimate' ? segment.nps : null;
  return [
    ...[segment.n, segment.counts.detractor, segment.counts.passive, segment.counts.promoter],
    ...[nps ? tenth(nps.value) : null, nps ? tenth(nps.low) : null, nps ? tenth(nps.high) : null],
    ...[change ? tenth(change.was) : null, change ? tenth(change.by) : null],
    ...[change ? yes(change.beyondNoise) : null, row.readable ? yes(row.beyondNoise) : null],
    readingText(row),
  ];
}

const beforeName = ({ earlier }: Counted): string => (earlier ? `NPS ${earlier.cycleName}` : 'NPS before');
const fileName = (...parts: string[]): string =>
  `${parts.join(' ')}.csv`.replace(/[\s/\\:*?"<>|×]+/g, '-').toLowerCase();

/** The map as a file: the rows on screen, every figure with its base. */
export function segmentsCsv(counted: Counted, rows: readonly Row[]): TableFile {
  const table = [
    ['Dimension', 'Segment', ...figureHeads(beforeName(counted))],
    ...rows.map((row) => [row.segment.dimension, row.segment.value, ...figuresOf(row)]),
  ];
  return { name: fileName('segments', counted.head.cycleName), text: csvOf(table) };
}

/** The cross as a file: a line a cell on screen, both values in columns of their own. */
export function crossCsv(
  counted: Counted,
  { cross }: Extract<CrossView, { kind: 'ready' }>,
  rows: readonly Row[],
): TableFile {
  const table = [
    [cross.rows, cross.columns, ...figureHeads(beforeName(counted))],
    ...rows.map((row) => [...(row.segment.crossed ?? []).map(({ value }) => value), ...figuresOf(row)]),
  ];
  return {
    name: fileName('segments', cross.rows, 'by', cross.columns, counted.head.cycleName),
    text: csvOf(table),
  };
}

const tenth = (value: number): number => Math.round(10 * value) / 10;
const yes = (is: boolean): string => (is ? 'yes' : 'no');
