import { type Cell, csvOf } from '#core/exchange/index.ts';
import type { DriverRow, DriverTable } from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { segmentsText, severityNames, words } from './words.ts';

/** The driver table as a file: the same rows and order as on screen. */
export function driversCsv(
  table: DriverTable,
  rows: readonly DriverRow[],
  cycle: string,
): { name: string; text: string } {
  const others = bands.filter((b) => b !== table.band);
  const head: Cell[] = [
    ...['Driver', 'Category', 'Band', 'Raised by', 'Interviewed', '95% low', '95% high'],
    ...['Severity', 'Interviews at that severity', 'Segments'],
    ...['In their words', 'Speaker', 'Accounts', 'Revenue a year', 'Accounts with known revenue'],
    ...others.flatMap((b) => [`Raised by ${b}s`, `${b}s interviewed`]),
  ];
  const body = rows.map((row): Cell[] => [
    ...[row.name || words.unnamed, row.category, table.band, row.frequency.k, row.frequency.n],
    ...[share(row.frequency.low), share(row.frequency.high)],
    ...[severityNames[row.severity.level], row.severity.reached, segmentsText(row.reach)],
    ...quoteCells(row),
    ...[
      row.impact.accounts,
      row.impact.revenueKnown > 0 ? row.impact.revenue : null,
      row.impact.revenueKnown,
    ],
    ...others.flatMap((b) => [row.byBand[b].k, row.byBand[b].n]),
  ]);
  return {
    name: `drivers ${cycle} ${table.band}s.csv`.replace(/\s+/g, '-').toLowerCase(),
    text: csvOf([head, ...body]),
  };
}

const share = (value: number): number => Math.round(1000 * value) / 1000;

function quoteCells({ quote }: DriverRow): Cell[] {
  if (quote.kind !== 'quote') return [null, null];
  return [quote.text, [quote.name, quote.band, ...Object.values(quote.segments)].filter(Boolean).join(', ')];
}
