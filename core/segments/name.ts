import type { ValueOf } from './cells.ts';
import { crossName, crossSign } from './cross.ts';
import { partName } from './made.ts';
import { shownDimension, shownValue } from './words.ts';

/** What tells nothing alone, or reads as a figure: a number or range, a single letter, yes or no. */
const codes = [/^\P{L}*\p{L}?\P{L}*$/u, /^(?:below )?\P{L}?\d/iu, /^(?:yes|no|true|false)$/i];

/**
 * A segment as a sentence names it: by its value, with the dimension before it where the value is a code: "Enterprise",
 * "LANG 3", "Renewed no". Of two values together each is named so: "Enterprise × LANG 3". In the language spoken.
 */
export const spokenName = (segment: Named): string => nameWith(segment, shownValue, shownDimension);

/** The same as it is kept: alike in every language. */
export const keptName = (segment: Named): string => nameWith(segment, asItIs, asItIs);

type Named = ValueOf & { crossed?: readonly [ValueOf, ValueOf] };
type Shown = (text: string) => string;
const asItIs: Shown = (text) => text;

function nameWith({ dimension, value, crossed }: Named, shown: Shown, shownDimension: Shown): string {
  const parts = crossed ?? partsOf({ dimension, value });
  if (parts)
    return crossName(...(parts.map((part) => nameWith(part, shown, shownDimension)) as [string, string]));
  if (!codes.some((code) => code.test(value))) return shown(value);
  // everybody with one of several values: the dimension made for them ends with that value
  const end = partName('', value);
  const name = dimension.endsWith(end) ? dimension.slice(0, -end.length) : dimension;
  return `${shownDimension(name)} ${shown(value)}`;
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
