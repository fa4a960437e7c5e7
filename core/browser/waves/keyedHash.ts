/** A secret of 64 bits for `keyedHash`, as two 32-bit words. */
export type HashKey = readonly [number, number];

/** The two words of a text's hash, low one first. */
export function keyedHash(bytes: Uint8Array, length: number, key: HashKey): [number, number] {
  const hash = new HashedText(key);
  hash.of(bytes, length);
  return [hash.low, hash.high];
}

/**
 * HalfSipHash-2-4 with 64 bits of output (Aumasson and Bernstein, reference implementation): a hash nobody can aim at
 * without the key, in 32-bit arithmetic. For placing and finding records; the full text is compared afterwards, so nothing
 * rests on it being unique. The state lives in fields and a hash is left in two of them, because a million people are
 * hashed in a row and a pair of numbers each would be a million arrays.
 */
export class HashedText {
  low = 0;
  high = 0;
  private readonly k0: number;
  private readonly k1: number;

  constructor([k0, k1]: HashKey) {
    this.k0 = k0;
    this.k1 = k1;
  }

  /** Hashes the first `length` bytes into `low` and `high`. */
  of(bytes: Uint8Array, length: number): void {
    let v0 = this.k0;
    let v1 = this.k1 ^ 0xee;
    let v2 = this.k0 ^ 0x6c796765;
    let v3 = this.k1 ^ 0x74656462;
    const whole = length & ~3;
    // message words, two rounds each; then the length, 0xee with four rounds, 0xdd with four rounds
    for (let i = 0; i <= whole + 8; i += 4) {
      let word = 0;
      let rounds = 2;
      if (i < whole) word = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
      else if (i === whole) {
        word = (length & 0xff) << 24;
        for (let k = whole; k < length; k++) word |= bytes[k]! << (8 * (k - whole));
      } else {
        rounds = 4;
        if (i === whole + 4) v2 ^= 0xee;
        else {
          this.low = (v1 ^ v3) >>> 0;
          v1 ^= 0xdd;
        }
      }
      v3 ^= word;
      for (; rounds > 0; rounds--) {
        v0 = (v0 + v1) | 0;
        v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
        v0 = (v0 << 16) | (v0 >>> 16);
        v2 = (v2 + v3) | 0;
        v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
        v0 = (v0 + v3) | 0;
        v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
        v2 = (v2 + v1) | 0;
        v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
        v2 = (v2 << 16) | (v2 >>> 16);
      }
      v0 ^= word;
    }
    this.high = (v1 ^ v3) >>> 0;
  }
}
