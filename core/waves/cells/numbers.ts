import { type DecimalMark, openNumber, undressed } from './marks.ts';

const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const decimalComma = /^[+-]?\d*,\d+$/;
const grouped = /^[+-]?[1-9]\d{0,2}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;

/** A number and what it means in words: "10 - Extremely likely", "0 (not at all)". No other digits. */
const labelled = /^(\d{1,2})\s*(?:[-–—:=(]|\.\s)[^\d]+$/;

/** The number that stands before its own words, as survey tools write the ends of a scale; null for any other text. */
export function labelledNumber(text: string): number | null {
  const match = labelled.exec(text);
  return match ? Number(match[1]) : null;
}

/**
 * The number a cell holds, or null. Reads decimal commas, thousands separators and currency signs. What can be read in
 * two ways is read by the column's decimal mark: "1,234" is a thousand and more by a point, "1.234" by a comma. Nothing
 * is grouped after a leading 0. A number before its own words ("10 - Extremely likely") counts.
 */
export function numberOf(text: string, mark: DecimalMark = '.'): number | null {
  if (mark === ',') {
    const open = undressed(text);
    if (openNumber.test(open))
      return Number(open.includes(',') ? open.replace(',', '.') : open.replace('.', ''));
  }
  if (plain.test(text)) return finite(Number(text));
  const bare = undressed(text);
  if (plain.test(bare)) return finite(Number(bare));
  if (grouped.test(bare)) return ungrouped(bare);
  return decimalComma.test(bare) ? finite(Number(bare.replace(',', '.'))) : labelledNumber(text);
}

function ungrouped(text: string): number | null {
  const separator = /[.,' \u00a0\u202f]/.exec(text)?.[0] ?? ',';
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const decimals = last >= 0 && text[last] !== separator ? text.slice(last + 1) : '';
  const whole = (decimals ? text.slice(0, last) : text).replaceAll(separator, '');
  return finite(Number(decimals ? `${whole}.${decimals}` : whole));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
