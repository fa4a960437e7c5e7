/** A cell of a table that leaves the app. Null is an empty cell. */
export type Cell = string | number | null;

/** First characters that make a spreadsheet run a cell (OWASP, CSV injection); full-width forms included. */
const runs = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A table as CSV that a spreadsheet opens as it stands: UTF-8 with a byte order mark, comma, CRLF. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front, since names and comments come from strangers;
 * numbers stay numbers, negative ones too. Numbers that are not finite become empty cells.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = runs.test(cell.trimStart()) || runs.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
