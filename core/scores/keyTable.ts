/** For each key the row it stands at, for a million keys at once: a hash table of numbers beside the texts. */
export class KeyTable {
  private readonly keys: readonly string[];
  private readonly hashes: Uint32Array;
  private readonly slots: Int32Array;
  private readonly mask: number;
  /** By row: 0 an empty key or one seen before, 1 the only row of its key, 2 the first of several. */
  readonly rank: Uint8Array;

  constructor(keys: readonly string[]) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(4, 2 * keys.length)));
    this.keys = keys;
    this.hashes = new Uint32Array(keys.length);
    this.slots = new Int32Array(size).fill(-1);
    this.mask = size - 1;
    this.rank = new Uint8Array(keys.length);
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] as string;
      if (key !== '') this.put(key, row);
    }
  }

  /** The first row of this key, or -1. */
  rowOf(key: string): number {
    return this.slots[this.slotOf(key, hashOf(key))] as number;
  }

  private put(key: string, row: number): void {
    const hash = hashOf(key);
    this.hashes[row] = hash;
    const slot = this.slotOf(key, hash);
    const first = this.slots[slot] as number;
    if (first >= 0) this.rank[first] = 2;
    else {
      this.slots[slot] = row;
      this.rank[row] = 1;
    }
  }

  /** Where the key is, or would be: hashes are compared before texts. */
  private slotOf(key: string, hash: number): number {
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const row = this.slots[slot] as number;
      if (row < 0 || (this.hashes[row] === hash && this.keys[row] === key)) return slot;
    }
  }
}

/** FNV-1a over the code units, with its bits mixed once more so that the lowest tell keys apart. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
