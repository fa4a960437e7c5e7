import { type Cell, csvOf } from '#core/exchange/index.ts';
import {
  categoryNames,
  type DriverTable,
  type EveryoneRow,
  frequencyOf,
  type QuoteReading,
} from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { csvWords } from './csvWords.ts';
import { concentrationText, moveNames } from './figureWords.ts';
import type { DriverLine, Shown } from './lines.ts';
import type { Matrix } from './matrix.ts';
import { bandNames, segmentsText, severityNames, speaker, words } from './words.ts';

/** A file to save. */
interface CsvFile {
  name: string;
  text: string;
}

/** The driver table as a file: the same rows and order as on screen. `segment` is the one on screen, empty for all. */
export function driversCsv(
  table: DriverTable,
  rows: readonly DriverLine[],
  cycle: string,
  segment: string,
): CsvFile {
  const others = bands.filter((b) => b !== table.band);
  const body = rows.map((row): Cell[] => [
    ...[row.name || words.unnamed, categoryOf(row), bandNames[table.band].one],
    ...[row.frequency.k, row.frequency.n],
    ...[share(row.frequency.low), share(row.frequency.high)],
    ...[severityNames[row.severity.level], row.severity.reached, segmentsText(row.reach)],
    row.concentration && concentrationText(row.concentration),
    ...moveCells(row),
    ...quoteCells(row),
    yesOrNo(row.pinned),
    ...[
      row.impact.accounts,
      row.impact.revenueKnown > 0 ? row.impact.revenue : null,
      row.impact.revenueKnown,
    ],
    ...others.flatMap((b) => [row.byBand[b].k, row.byBand[b].n]),
    ...[row.partOf, row.paragraphs.map(plainParagraph).join('\n\n')],
  ]);
  const { file, head } = csvWords.drivers;
  return fileOf(file(cycle, table.band, segment), [head(others), ...body]);
}

/** The shares over everyone as a file. */
export function everyoneCsv(rows: readonly EveryoneRow[], cycle: string): CsvFile {
  const body = rows.map((row): Cell[] => {
    const p = row.pooled.kind === 'weighted' ? row.pooled : null;
    return [
      ...[row.name || words.unnamed, categoryOf(row)],
      ...(p ? [p.value, p.standardError, p.low, p.high].map(share) : [null, null, null, null]),
      ...bands.flatMap((b) => [row.byBand[b].k, row.byBand[b].n, p && share(p.weights[b])]),
      row.impact.accounts,
    ];
  });
  const { file, head } = csvWords.everyone;
  return fileOf(file(cycle), [head(bands), ...body]);
}

/** The picture of drivers by segments as a file: a line for each driver and segment. */
export function matrixCsv(matrix: Matrix, cycle: string): CsvFile {
  const { file, head } = csvWords.matrix;
  const body = matrix.rows.flatMap(({ name, cells }) =>
    cells.map((c): Cell[] => {
      const { low, high } = frequencyOf(c.k, c.n);
      return [
        ...[name, bandNames[matrix.band].one, c.dimension, c.value, c.k, c.n, rounded(low), rounded(high)],
        ...[c.elseK, c.elseN, rounded(c.p), rounded(c.adjusted), yesOrNo(c.beyondNoise)],
      ];
    }),
  );
  return fileOf(file(matrix.dimension, cycle, matrix.band), [head(), ...body]);
}

/** A table with its name made fit for a file. */
function fileOf(name: string, rows: readonly (readonly Cell[])[]): CsvFile {
  return { name: `${name.trim()}.csv`.replace(/\s+/g, '-').toLowerCase(), text: csvOf(rows) };
}

const yesOrNo = (is: boolean): string => (is ? csvWords.yes : csvWords.no);
const categoryOf = ({ category }: Pick<DriverLine, 'category'>): Cell => category && categoryNames[category];

const share = (value: number): number => Math.round(1000 * value) / 1000;
const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(1e4 * share) / 1e4;

function moveCells({ trajectory }: DriverLine): Cell[] {
  if (!trajectory) return [null, null, null, null, null];
  const { kind, beyondNoise, since } = trajectory;
  return [moveNames[kind], yesOrNo(beyondNoise), since?.name ?? null, since?.k ?? null, since?.n ?? null];
}

function quoteCells({ quote }: DriverLine): Cell[] {
  if (quote.kind !== 'quote') return [null, null];
  // No more of the speaker than on screen: all segments together would point at the person.
  const who = [quote.name, bandNames[quote.band].one, speaker(quote)];
  return [quote.text, who.filter(Boolean).join(', ')];
}

/** A paragraph as plain text: quotes in quotation marks, those that may not be shown as a remark. */
export function plainParagraph(parts: readonly Shown[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : plainQuote(part.quote))).join('');
}

function plainQuote(quote: QuoteReading): string {
  return quote.kind === 'quote' ? csvWords.quoted(quote.text) : `[${words.quoteGone[quote.kind]}]`;
}
