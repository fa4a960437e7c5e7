/** The mark before the decimals of a column's numbers; the other one groups thousands. */
export type DecimalMark = '.' | ',';

/** Numbers of a column that can be read in one way only, by their decimal mark, and those that are open, by the mark they hold. */
export interface MarkEvidence {
  point: number;
  comma: number;
  openPoint: number;
  openComma: number;
}

export const noMarks = (): MarkEvidence => ({ point: 0, comma: 0, openPoint: 0, openComma: 0 });

const dressing = /^[\s€$£¥]+|[\s€$£¥%]+$|^(?:EUR|USD|GBP|CHF)\s*|\s*(?:EUR|USD|GBP|CHF)$/gi;
/** A number without its currency or percent sign. */
export const undressed = (text: string): string => text.replace(dressing, '');

/** Only digits, at most one sign, and the marks and spaces that stand between digits. */
const digits = /^[+-]?[\d.,' \u00a0\u202f]*\d[\d.,' \u00a0\u202f]*$/;
/** "1,234" or "950.000": a thousand and more, or three decimals. */
export const openNumber = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const severalGroups = /^[+-]?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})+$/;

/** No number is written longer. */
const longest = 40;

/** Counts one cell's text towards the evidence. */
export function tallyMark(evidence: MarkEvidence, text: string): void {
  if (text.length > longest || (!text.includes('.') && !text.includes(','))) return;
  const bare = undressed(text);
  if (!digits.test(bare)) return;
  const hasComma = bare.includes(',');
  if (openNumber.test(bare)) {
    evidence[hasComma ? 'openComma' : 'openPoint']++;
    return;
  }
  const mark = markIn(bare);
  if (mark) evidence[mark === ',' ? 'comma' : 'point']++;
}

/** Of two marks the later one; of several alike the other; a single one that cannot part thousands is itself. */
function markIn(bare: string): DecimalMark | null {
  const [comma, point] = [bare.lastIndexOf(','), bare.lastIndexOf('.')];
  const last = comma > point ? ',' : '.';
  const isOnce = bare.indexOf(last) === Math.max(comma, point);
  if (isOnce) return last;
  if (Math.min(comma, point) >= 0 || !severalGroups.test(bare)) return null;
  return last === ',' ? '.' : ',';
}

/** The mark that files with this delimiter usually write: a semicolon parts cells where the comma is taken. */
export const usualMark = (delimiter: string): DecimalMark => (delimiter === ';' ? ',' : '.');

/**
 * The decimal mark of a column: by what can be read in one way only, else the usual one of its file. `isSmall`: its
 * numbers are never thousands (weights, ratings), so that an open one has decimals. Not `sure` where numbers would be
 * read as having exactly three decimals and nothing bears that out.
 */
export function decimalMarkOf(
  { point, comma, openPoint, openComma }: MarkEvidence,
  usual: DecimalMark,
  isSmall = false,
): { mark: DecimalMark; sure: boolean } {
  if (point !== comma) return { mark: point > comma ? '.' : ',', sure: true };
  if (isSmall && openPoint !== openComma) return { mark: openPoint > openComma ? '.' : ',', sure: true };
  return { mark: usual, sure: (usual === ',' ? openComma : openPoint) === 0 };
}
