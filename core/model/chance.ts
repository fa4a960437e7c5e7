/** A source of chance. Core never makes its own: the same seed gives the same answer. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, limit), each equally likely. */
  below(limit: number): number;
}

/** xmur3: spreads a text over 32-bit seeds. Public domain (bryc). */
function seedsOf(text: string): () => number {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    h ^= h >>> 16;
    return h >>> 0;
  };
}

/** A repeatable `Chance` from any text: xoshiro128** (Blackman and Vigna, 2018). */
export function seededChance(seed: string): Chance {
  const seeds = seedsOf(seed);
  let [a, b, c, d] = [seeds(), seeds(), seeds(), seeds() | 1];
  const word = (): number => {
    const t = b << 9;
    let r = Math.imul(b, 5);
    r = Math.imul((r << 7) | (r >>> 25), 9);
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return r >>> 0;
  };
  return chanceOf(word);
}

/** A `Chance` over any source of uniform 32-bit words; `below` rejects the biased tail. */
export function chanceOf(word: () => number): Chance {
  return {
    next: () => word() / 4294967296,
    below(limit) {
      if (!(limit >= 1) || limit > 4294967296) throw new Error(`below needs 1 to 2^32, got ${limit}`);
      const fair = 4294967296 - (4294967296 % limit);
      for (;;) {
        const w = word();
        if (w < fair) return w % limit;
      }
    },
  };
}

/** A new array with the items in a random order (Fisher-Yates). */
export function shuffled<T>(items: readonly T[], chance: Chance): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
