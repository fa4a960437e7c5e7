const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const decimalComma = /^[+-]?\d*,\d+$/;
const grouped = /^[+-]?\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;
const dressing = /^[\s€$£¥]+|[\s€$£¥%]+$|^(?:EUR|USD|GBP|CHF)\s*|\s*(?:EUR|USD|GBP|CHF)$/gi;

/** A number and what it means in words: "10 - Extremely likely", "0 (not at all)". No other digits. */
const labelled = /^(\d{1,2})\s*(?:[-–—:=(]|\.\s)[^\d]+$/;

/** The number that stands before its own words, as survey tools write the ends of a scale; null for any other text. */
export function labelledNumber(text: string): number | null {
  const match = labelled.exec(text);
  return match ? Number(match[1]) : null;
}

/**
 * The number a cell holds, or null. Reads decimal commas, thousands separators and currency signs; "1,234" is read as
 * a thousand and more, since three digits after a single comma are nearly always that. A number before its own words
 * ("10 - Extremely likely") counts.
 */
export function numberOf(text: string): number | null {
  if (plain.test(text)) return finite(Number(text));
  const bare = text.replace(dressing, '');
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
