/**
 * How well a name answers what was typed: 0 not at all; whole beginnings beat beginnings of words, which beat letters in
 * order ("chp" finds "Choose people"). Case and accents do not count.
 */
export function fitOf(name: string, typed: string): number {
  const text = plain(name);
  const want = plain(typed).trim();
  if (want === '') return 1;
  if (text.startsWith(want)) return 4;
  if (text.includes(` ${want}`)) return 3;
  if (text.includes(want)) return 2;
  let at = 0;
  for (const letter of want) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return 0;
  }
  return 1;
}

/** More is not looked through; more letters are typed instead. */
const atMost = 60;

/**
 * What answers the text, best first: of commands also those with its letters in order, of entries, which may be
 * thousands, those that hold it. Without a text the commands alone.
 */
export function foundIn<T extends { name: string }>(
  commands: readonly T[],
  entries: readonly T[],
  typed: string,
): T[] {
  const fitting = (all: readonly T[], least: number) =>
    all.map((one) => ({ one, fit: fitOf(one.name, typed) })).filter(({ fit }) => fit >= least);
  return [...fitting(commands, 1), ...(typed.trim() === '' ? [] : fitting(entries, 2))]
    .sort((a, b) => b.fit - a.fit)
    .slice(0, atMost)
    .map(({ one }) => one);
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
