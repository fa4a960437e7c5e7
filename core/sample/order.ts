import { seededChance } from '../model/chance.ts';

/**
 * The place of every row in the draw of a seed: a whole number below 2^32, never the same for two rows. It depends on
 * seed and row alone (permanent random numbers, Ohlsson 1995): asking for two more people adds two and moves nobody,
 * and whoever is drawn next after a refusal is settled before anybody refused.
 */
export function placesOf(seed: string): (row: number) => number {
  const chance = seededChance(seed);
  const [a, b] = [chance.below(4294967296), chance.below(4294967296)];
  // two rounds of MurmurHash3's finaliser, each a bijection: rows never tie
  return (row) => mixed(mixed(row ^ a) ^ b);
}

/** MurmurHash3's 32-bit finaliser (Appleby, public domain): every bit of the input moves every bit of the output. */
function mixed(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const goldenStep = 0.6180339887498949;

/**
 * The items in an order of which every beginning is spread over the whole list: three of seven are never three
 * neighbours. Steps of the golden ratio from `start` (in [0, 1)), so each item is as likely as the next to come first.
 */
export function spreadOrder<T>(items: readonly T[], start: number): T[] {
  const free = [...items.keys()];
  const order: T[] = [];
  for (let at = start; free.length > 0; at = (at + goldenStep) % 1) {
    const wanted = Math.floor(at * items.length);
    const nearest = free.reduce((best, i) => (Math.abs(i - wanted) < Math.abs(best - wanted) ? i : best));
    free.splice(free.indexOf(nearest), 1);
    order.push(items[nearest] as T);
  }
  return order;
}
