import { type ThemeIndex, themeIndex, typedName } from './themeIndex.ts';

/** Somebody who may be named in a note: `ref` is `member:<id>` or `person:<roster id>`, empty for a mere name. */
export interface Nameable {
  name: string;
  ref: string;
}

/** Names as the capture line knows them; of two typed alike the first that is known by more than the name wins. */
export function nameIndexOf(people: readonly Nameable[]): ThemeIndex {
  const known = [...people.filter((p) => p.ref !== ''), ...people.filter((p) => p.ref === '')];
  return themeIndex(
    known.filter((p) => /^\p{L}/u.test(typedName(p.name))).map(({ name, ref }) => ({ id: ref, name })),
  );
}
