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

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
