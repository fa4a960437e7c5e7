import type { ValueOf } from './cells.ts';
import { crossName, crossSign } from './cross.ts';
import { partName } from './made.ts';

/** What tells nothing alone, or reads as a figure: a number or range, a single letter, yes or no. */
const codes = [/^\P{L}*\p{L}?\P{L}*$/u, /^(?:below )?\P{L}?\d/iu, /^(?:yes|no|true|false)$/i];

/**
 * A segment as a sentence names it: by its value, with the dimension before it where the value is a code: "Enterprise",
 * "LANG 3", "Renewed no". Of two values together each is named so: "Enterprise × LANG 3".
 */
export function spokenName({
  dimension,
  value,
  crossed,
}: ValueOf & { crossed?: readonly [ValueOf, ValueOf] }): string {
  const parts = crossed ?? partsOf({ dimension, value });
  if (parts) return crossName(...(parts.map(spokenName) as [string, string]));
  if (!codes.some((code) => code.test(value))) return value;
  // everybody with one of several values: the dimension made for them ends with that value
  const end = partName('', value);
  return `${dimension.endsWith(end) ? dimension.slice(0, -end.length) : dimension} ${value}`;
}

/** The two segments that a chosen pair was made of; null where it is one. */
function partsOf({ dimension, value }: ValueOf): [ValueOf, ValueOf] | null {
  const [[a, b, noThird], [one, other, nor]] = [dimension.split(crossSign), value.split(crossSign)];
  if (!a || !b || !one || !other || noThird !== undefined || nor !== undefined) return null;
  return [
    { dimension: a, value: one },
    { dimension: b, value: other },
  ];
}
