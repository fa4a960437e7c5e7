import { type NamedTheme, type ThemeIndex, themeIndex, typedName } from './themeIndex.ts';

/**
 * Who may be named in a note: `ref` is `member:<id>` or `person:<roster id>`, `competitor:<id>` for a competitor of the
 * codebook, empty for a mere name.
 */
export interface Nameable {
  name: string;
  ref: string;
}

const rivalSign = 'competitor:';

/** How a note refers to a competitor among those it names. */
export const rivalRef = (competitor: string): string => rivalSign + competitor;

/** Id of the competitor that is referred to; null for a person. */
export const rivalIn = (ref: string | null): string | null =>
  ref?.startsWith(rivalSign) ? ref.slice(rivalSign.length) : null;

/** The competitor that is typed by this name, if there is one. */
export function rivalNamed(name: string, people: ThemeIndex): NamedTheme | null {
  const known = people.byName.get(typedName(name));
  return known && rivalIn(known.id) !== null ? known : null;
}

/** Names as the capture line knows them; of two typed alike the first that is known by more than the name wins. */
export function nameIndexOf(people: readonly Nameable[]): ThemeIndex {
  const known = [...people.filter((p) => p.ref !== ''), ...people.filter((p) => p.ref === '')];
  // A competitor may be called 3M; a mere number behind the sign is said, not named.
  const isName = ({ name, ref }: Nameable) =>
    (rivalIn(ref) === null ? /^\p{L}/u : /\p{L}/u).test(typedName(name));
  return themeIndex(known.filter(isName).map(({ name, ref }) => ({ id: ref, name })));
}
