/** What stands between the values of one cell once it is read as several: "Ledger; Reports". */
export const severalSign = '; ';

/** Signs between the values of one cell, as survey tools write them. */
export const usualSigns = [';', '|', ','] as const;

/**
 * The values a cell stands for: its pieces between the signs that are given, without those that are empty; without a sign
 * the cell itself is one. Which signs part a dimension is for its edits to say: a sign alone proves nothing.
 */
export function valuesInCell(cell: string, signs: readonly string[]): string[] {
  const known = signs.filter((sign) => sign !== '');
  if (known.length === 0) return [cell];
  return known
    .reduce((pieces, sign) => pieces.flatMap((piece) => piece.split(sign)), [cell])
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}
