const rotated = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** A secret of 64 bits for `keyedHash`, as two 32-bit words. */
export type HashKey = readonly [number, number];

/**
 * HalfSipHash-2-4 with 64 bits of output (Aumasson and Bernstein, reference implementation): a hash nobody can aim at
 * without the key, in 32-bit arithmetic. Two words, low one first. For placing and finding records; the full text is
 * compared afterwards, so nothing rests on it being unique.
 */
export function keyedHash(bytes: Uint8Array, length: number, key: HashKey): [number, number] {
  let v0 = key[0];
  let v1 = key[1] ^ 0xee;
  let v2 = key[0] ^ 0x6c796765;
  let v3 = key[1] ^ 0x74656462;
  const rounds = (count: number): void => {
    for (let i = 0; i < count; i++) {
      v0 = (v0 + v1) | 0;
      v1 = rotated(v1, 5) ^ v0;
      v0 = rotated(v0, 16);
      v2 = (v2 + v3) | 0;
      v3 = rotated(v3, 8) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = rotated(v3, 7) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = rotated(v1, 13) ^ v2;
      v2 = rotated(v2, 16);
    }
  };
  const take = (word: number): void => {
    v3 ^= word;
    rounds(2);
    v0 ^= word;
  };
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4)
    take(bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
  let last = (length & 0xff) << 24;
  for (let i = whole; i < length; i++) last |= bytes[i]! << (8 * (i - whole));
  take(last);
  v2 ^= 0xee;
  rounds(4);
  const low = (v1 ^ v3) >>> 0;
  v1 ^= 0xdd;
  rounds(4);
  return [low, (v1 ^ v3) >>> 0];
}
