import { crossSign } from './cross.ts';

/** Values and dimensions that Sounding makes itself; whatever a survey holds stands as it is. */
const made: Readonly<Record<string, string>> = {
  Other: 'Andere',
  Tenure: 'Kundendauer',
  'First 90 days': 'Erste 90 Tage',
  'First year': 'Erstes Jahr',
  'Second year': 'Zweites Jahr',
  Longer: 'Länger',
};

const number = '(−?[\\d,]+(?:\\.\\d+)?)';
/** The names `rangeLabels` gives. */
const ranges: readonly (readonly [RegExp, (...edges: string[]) => string])[] = [
  [new RegExp(`^Below ${number}$`), (high = '') => `Unter ${high}`],
  [new RegExp(`^${number} and over$`), (low = '') => `Ab ${low}`],
  [new RegExp(`^${number} to under ${number}$`), (low = '', high = '') => `${low} bis unter ${high}`],
];

const numberIn = (text: string): string => text.replace(/[,.]/g, (mark) => (mark === ',' ? '.' : ','));

/** A value as the language spoken shows it: those that Sounding names itself are stored in English. */
export function shownValue(value: string): string {
  if (value.includes(crossSign)) return value.split(crossSign).map(shownValue).join(crossSign);
  for (const [pattern, said] of ranges) {
    const [, ...edges] = pattern.exec(value) ?? [];
    if (edges.length > 0) return said(...edges.map(numberIn));
  }
  return made[value] ?? value;
}

/** A dimension as the language spoken shows it. */
export function shownDimension(dimension: string): string {
  if (dimension.includes(crossSign)) return dimension.split(crossSign).map(shownDimension).join(crossSign);
  return dimension === 'Tenure' ? (made[dimension] as string) : dimension;
}
