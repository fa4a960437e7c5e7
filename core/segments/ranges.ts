/** A number as a survey export writes one: thousands commas, a currency sign or a per cent sign around it. */
const numberShape = /^[^\d\-−+.]{0,3}\s*([-−+]?[\d,.\s]*\d)\s*[^\d]{0,3}$/;

/** The number in a text, or null. "12", "1,200", "£ 1 200.50", "8 %"; a comma is a thousands sign. */
export function numberIn(text: string): number | null {
  const digits = numberShape.exec(text.trim())?.[1];
  if (digits === undefined) return null;
  const value = Number(digits.replace(/[,\s]/g, '').replace('−', '-'));
  return Number.isFinite(value) ? value : null;
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

/** The range a text's number lies in, by name; the text itself where it is no number. */
export function rangeOf(text: string, edges: readonly number[]): string {
  const value = numberIn(text);
  if (value === null) return text;
  return rangeLabels(edges)[edges.filter((edge) => value >= edge).length] ?? text;
}

/** Edges typed by hand, "10, 50; 1,000"-like but with a space, semicolon or comma between: ascending, each once; null when not all are numbers. */
export function edgesFrom(text: string): number[] | null {
  const pieces = text.split(/[;\s]+|,(?!\d{3}\b)/).filter((piece) => piece !== '');
  const numbers = pieces.map(numberIn);
  if (numbers.length === 0 || numbers.some((n) => n === null)) return null;
  return [...new Set(numbers as number[])].sort((a, b) => a - b);
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
