/** Numbers different texts in the order they come, a million of them: a hash table of numbers beside the texts. */
export class TextNumbers {
  private readonly texts: string[] = [];
  private hashes = new Uint32Array(16);
  private slots = new Int32Array(32).fill(-1);

  get size(): number {
    return this.texts.length;
  }

  /** The number of a text, from 0; -1 for the empty one. */
  of(text: string): number {
    if (text === '') return -1;
    const hash = hashOf(text);
    const slot = this.slotOf(text, hash);
    const known = this.slots[slot] as number;
    if (known >= 0) return known;
    const fresh = this.texts.push(text) - 1;
    this.slots[slot] = fresh;
    this.hashes[fresh] = hash;
    if (this.size === this.hashes.length) this.grow();
    return fresh;
  }

  /** Where the text is, or would be: hashes are compared before texts. */
  private slotOf(text: string, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot] as number;
      if (number < 0 || (this.hashes[number] === hash && this.texts[number] === text)) return slot;
    }
  }

  private grow(): void {
    const { hashes } = this;
    this.hashes = new Uint32Array(2 * hashes.length);
    this.hashes.set(hashes);
    this.slots = new Int32Array(4 * hashes.length).fill(-1);
    const mask = this.slots.length - 1;
    for (let number = 0; number < hashes.length; number++) {
      let slot = (hashes[number] as number) & mask;
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = number;
    }
  }
}

/** FNV-1a over the code units, with its bits mixed once more so that the lowest tell texts apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
