import { type Cell, csvOf } from '#core/exchange/index.ts';
import type { Counted } from './model.ts';
import type { Row } from './rows.ts';
import { readingText } from './words.ts';

/** The map as a file: the rows on screen, every figure with its base. */
export function segmentsCsv(
  { head, earlier }: Counted,
  rows: readonly Row[],
): { name: string; text: string } {
  const table: Cell[][] = [
    [
      ...['Dimension', 'Segment', 'Answers', 'Detractors', 'Passives', 'Promoters'],
      ...['NPS', '95% low', '95% high', earlier ? `NPS ${earlier.cycleName}` : 'NPS before'],
      ...['Change', 'Change beyond noise', 'Differs from everyone else beyond noise', 'Reading'],
    ],
    ...rows.map((row): Cell[] => {
      const { segment, change } = row;
      const nps = segment.nps.kind === 'estimate' ? segment.nps : null;
      return [
        ...[segment.dimension, segment.value, segment.n],
        ...[segment.counts.detractor, segment.counts.passive, segment.counts.promoter],
        ...[nps ? tenth(nps.value) : null, nps ? tenth(nps.low) : null, nps ? tenth(nps.high) : null],
        ...[change ? tenth(change.was) : null, change ? tenth(change.by) : null],
        ...[change ? yes(change.beyondNoise) : null, row.readable ? yes(row.beyondNoise) : null],
        readingText(row),
      ];
    }),
  ];
  return { name: `segments ${head.cycleName}.csv`.replace(/\s+/g, '-').toLowerCase(), text: csvOf(table) };
}

const tenth = (value: number): number => Math.round(10 * value) / 10;
const yes = (is: boolean): string => (is ? 'yes' : 'no');
