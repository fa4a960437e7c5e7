import { type Cell, csvOf } from '#core/exchange/index.ts';
import type { DriverTable, EveryoneRow, QuoteReading } from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { concentrationText, moveNames } from './figureWords.ts';
import type { DriverLine, Shown } from './lines.ts';
import { segmentsText, severityNames, words } from './words.ts';

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
  const head: Cell[] = [
    ...['Driver', 'Category', 'Band', 'Raised by', 'Interviewed', '95% low', '95% high'],
    ...['Severity', 'Interviews at that severity', 'Segments', 'Against other segments'],
    ...['Over cycles', 'Beyond noise', 'Compared with', 'Raised by then', 'Interviewed then'],
    ...['In their words', 'Speaker', 'Pinned', 'Accounts', 'Revenue a year', 'Accounts with known revenue'],
    ...others.flatMap((b) => [`Raised by ${b}s`, `${b}s interviewed`]),
    ...['Part of', 'Paragraph'],
  ];
  const body = rows.map((row): Cell[] => [
    ...[row.name || words.unnamed, row.category, table.band, row.frequency.k, row.frequency.n],
    ...[share(row.frequency.low), share(row.frequency.high)],
    ...[severityNames[row.severity.level], row.severity.reached, segmentsText(row.reach)],
    row.concentration && concentrationText(row.concentration),
    ...moveCells(row),
    ...quoteCells(row),
    row.pinned ? 'yes' : 'no',
    ...[
      row.impact.accounts,
      row.impact.revenueKnown > 0 ? row.impact.revenue : null,
      row.impact.revenueKnown,
    ],
    ...others.flatMap((b) => [row.byBand[b].k, row.byBand[b].n]),
    ...[row.partOf, row.paragraphs.map(plainParagraph).join('\n\n')],
  ]);
  return file(`drivers ${cycle} ${table.band}s ${segment}`, [head, ...body]);
}

/** The shares over everyone as a file. */
export function everyoneCsv(rows: readonly EveryoneRow[], cycle: string): CsvFile {
  const head: Cell[] = [
    ...['Driver', 'Category', 'Share weighted to the survey', 'Standard error', '95% low', '95% high'],
    ...bands.flatMap((b) => [`Raised by ${b}s`, `${b}s interviewed`, `Weight of ${b}s`]),
    'Accounts',
  ];
  const body = rows.map((row): Cell[] => {
    const p = row.pooled.kind === 'weighted' ? row.pooled : null;
    return [
      ...[row.name || words.unnamed, row.category],
      ...(p ? [p.value, p.standardError, p.low, p.high].map(share) : [null, null, null, null]),
      ...bands.flatMap((b) => [row.byBand[b].k, row.byBand[b].n, p && share(p.weights[b])]),
      row.impact.accounts,
    ];
  });
  return file(`drivers ${cycle} everyone weighted`, [head, ...body]);
}

function file(name: string, rows: readonly (readonly Cell[])[]): CsvFile {
  return { name: `${name.trim()}.csv`.replace(/\s+/g, '-').toLowerCase(), text: csvOf(rows) };
}

const share = (value: number): number => Math.round(1000 * value) / 1000;

function moveCells({ trajectory }: DriverLine): Cell[] {
  if (!trajectory) return [null, null, null, null, null];
  const { kind, beyondNoise, since } = trajectory;
  return [
    moveNames[kind],
    beyondNoise ? 'yes' : 'no',
    since?.name ?? null,
    since?.k ?? null,
    since?.n ?? null,
  ];
}

function quoteCells({ quote }: DriverLine): Cell[] {
  if (quote.kind !== 'quote') return [null, null];
  return [quote.text, [quote.name, quote.band, ...Object.values(quote.segments)].filter(Boolean).join(', ')];
}

/** A paragraph as plain text: quotes in quotation marks, those that may not be shown as a remark. */
export function plainParagraph(parts: readonly Shown[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : plainQuote(part.quote))).join('');
}

function plainQuote(quote: QuoteReading): string {
  return quote.kind === 'quote' ? `“${quote.text}”` : `[${words.quoteGone[quote.kind]}]`;
}
