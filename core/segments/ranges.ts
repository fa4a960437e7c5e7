/** What may stand around a number: a currency or a per cent sign. Other letters make it another thing: "1.5M", "12 kg". */
const dressing = /^(?:[€$£¥]|EUR|USD|GBP|CHF)\s*|\s*(?:[€$£¥%]|EUR|USD|GBP|CHF)$/gi;
/** Whole numbers, grouped or not, with decimals after a point or after a comma. Nothing is grouped after a leading 0. */
const withPoint = /^[-+]?(?:\d*|[1-9]\d{0,2}(?:([,\s'’])\d{3})(?:\1\d{3})*)(?:\.\d+)?$/;
const withComma = /^[-+]?(?:\d*|[1-9]\d{0,2}(?:([.\s'’])\d{3})(?:\1\d{3})*)(?:,\d+)?$/;

/** A text read either way; null where it cannot be. "1,234" can be read both ways, "12,5" and "1.200,50" in one alone. */
function readings(text: string): { point: number | null; comma: number | null } {
  const bare = text.trim().replace(dressing, '').replace('−', '-');
  if (!/\d/.test(bare)) return { point: null, comma: null };
  return {
    point: withPoint.test(bare) ? Number(bare.replace(/[,\s'’]/g, '')) : null,
    comma: withComma.test(bare) ? Number(bare.replace(/[.\s'’]/g, '').replace(',', '.')) : null,
  };
}

/**
 * Reads the numbers of one dimension, all its values given: "12", "1,200", "£ 1 200.50", "8 %". What can be read in two
 * ways is read as the others are: beside "12,5" or "1.250.000" a "1,234" has decimals, else it is a thousand and more.
 * Null for what is no number. `commaIsDecimal`: whether it is where the others leave it open.
 */
export function numberReader(
  values: readonly string[],
  commaIsDecimal = false,
): (text: string) => number | null {
  let clues = commaIsDecimal ? 0.5 : 0;
  for (const { point, comma } of values.map(readings))
    clues += Number(point === null) - Number(comma === null);
  return (text) => {
    const { point, comma } = readings(text);
    return clues > 0 ? (comma ?? point) : (point ?? comma);
  };
}

/** The numbers that values of one dimension are; null for those that are none. */
export function numbersOf(values: readonly string[], commaIsDecimal = false): (number | null)[] {
  return values.map(numberReader(values, commaIsDecimal));
}

const shown = (value: number): string => {
  const [whole = '', rest] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`;
};

/**
 * The names of the ranges that edges make, lowest first: "Below 10", "10 to under 50", "50 and over". One more than there
 * are edges; edges ascend.
 */
export function rangeLabels(edges: readonly number[]): string[] {
  return Array.from({ length: edges.length + 1 }, (_, i) => {
    const [low, high] = [edges[i - 1], edges[i]];
    if (low === undefined) return high === undefined ? 'All' : `Below ${shown(high)}`;
    return high === undefined ? `${shown(low)} and over` : `${shown(low)} to under ${shown(high)}`;
  });
}

/** The name of the range a number lies in. */
export function rangeOf(value: number, edges: readonly number[]): string {
  return rangeLabels(edges)[edges.filter((edge) => value >= edge).length] as string;
}

/**
 * Edges typed by hand with spaces, semicolons or commas between: ascending, each once; null when not all are numbers.
 * "10, 50, 1,000" and "50,100,250" are three each, "1,000,000" is one; where semicolons stand, commas are the numbers'
 * own: "0,75; 1,5". `commaIsDecimal`: in the language of whoever typed it, where "1.000" is a thousand.
 */
export function edgesFrom(text: string, commaIsDecimal = false): number[] | null {
  const pieces = text
    .split(/[;\s]+/)
    .flatMap((piece) => (text.includes(';') || isGrouped(piece) ? piece.replace(/,$/, '') : piece.split(',')))
    .filter((piece) => piece !== '');
  const numbers = numbersOf(pieces, commaIsDecimal);
  if (numbers.length === 0 || numbers.some((n) => n === null)) return null;
  return [...new Set(numbers as number[])].sort((a, b) => a - b);
}

/** One number with commas in it, and no list: a single group, or several that do not ascend. */
function isGrouped(piece: string): boolean {
  if (!/^[1-9]\d{0,2}(,\d{3})+,?$/.test(piece)) return false;
  const groups = piece.split(',').filter(Boolean).map(Number);
  return groups.length === 2 || groups.some((group, i) => i > 0 && group <= (groups[i - 1] as number));
}

/** Up to three edges that cut the given numbers into about equal parts, on round figures; empty when there is nothing to cut. */
export function edgesFor(numbers: readonly number[]): number[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const cuts = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)] as number);
  const step = 10 ** Math.floor(Math.log10((last - first) / 4));
  const rounded = cuts.map((cut) => Number((Math.round(cut / step) * step).toPrecision(12)));
  return [...new Set(rounded)].filter((edge) => edge > first && edge <= last);
}
