import { computed, type ReadonlySignal } from '@preact/signals-core';

/**
 * A computed list whose items, by their place, stay the very same objects while they say the same, and the list with them:
 * nothing is drawn again for what did not change. Items are plain data.
 */
export function steadyList<T>(compute: () => readonly T[]): ReadonlySignal<readonly T[]> {
  let list: readonly T[] = [];
  let texts: readonly string[] = [];
  return computed(() => {
    const now = compute();
    const said = now.map((item) => JSON.stringify(item));
    const next = now.map((item, i) => (said[i] === texts[i] ? (list[i] ?? item) : item));
    const isSame = next.length === list.length && next.every((item, i) => item === list[i]);
    texts = said;
    if (!isSame) list = next;
    return list;
  });
}
