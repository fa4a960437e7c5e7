const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const decimalComma = /^[+-]?\d*,\d+$/;
const grouped = /^[+-]?\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;
const dressing = /^[\s€$£¥]+|[\s€$£¥%]+$|^(?:EUR|USD|GBP|CHF)\s*|\s*(?:EUR|USD|GBP|CHF)$/gi;

/**
 * The number a cell holds, or null. Reads decimal commas, thousands separators and currency signs; "1,234" is read as
 * a thousand and more, since three digits after a single comma are nearly always that.
 */
export function numberOf(text: string): number | null {
  if (plain.test(text)) return finite(Number(text));
  const bare = text.replace(dressing, '');
  if (plain.test(bare)) return finite(Number(bare));
  if (grouped.test(bare)) return ungrouped(bare);
  return decimalComma.test(bare) ? finite(Number(bare.replace(',', '.'))) : null;
}

function ungrouped(text: string): number | null {
  const separator = /[.,' \u00a0\u202f]/.exec(text)?.[0] ?? ',';
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const decimals = last >= 0 && text[last] !== separator ? text.slice(last + 1) : '';
  const whole = (decimals ? text.slice(0, last) : text).replaceAll(separator, '');
  return finite(Number(decimals ? `${whole}.${decimals}` : whole));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
