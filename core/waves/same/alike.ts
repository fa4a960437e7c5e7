import { looseEmail, nameAtAccount } from './spelling.ts';

/** A likeness that a person does not have. */
export const unlike = -1;
/** More alike than this are no duplicates but a shared mail box or a placeholder ("Customer Support"). */
export const mostAlike = 6;

/** What somebody may be like others in, by name. */
export interface NameAtAccount {
  name: string;
  accountName: string;
  accountCrmId?: string;
}

/** What an e-mail is like, as a number; `unlike` for what is no e-mail. Texts of both kinds never meet: one holds " @ ". */
export const looseMailLikeness = (email: string): number => numberOf(looseEmail(email));

/** What a name is like at its company, as a number; `unlike` where either is missing. */
export const nameLikeness = ({ name, accountCrmId = '', accountName }: NameAtAccount): number =>
  numberOf(nameAtAccount(name, accountCrmId, accountName));

const numberOf = (text: string): number => (text === '' ? unlike : hash53(text, 0));

/** cyrb53 (bryc, public domain): 53 bits of a text. No secret, only spread. */
export function hash53(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** Likenesses and whether different people have them: a table of numbers, open addressing. */
export class Alike {
  private readonly keys: Float64Array;
  private readonly first: Int32Array;
  private readonly several: Uint8Array;

  constructor(entries: number) {
    let size = 16;
    while (size < 2 * entries) size *= 2;
    this.keys = new Float64Array(size).fill(unlike);
    this.first = new Int32Array(size);
    this.several = new Uint8Array(size);
  }

  add(like: number, identity: number): void {
    if (like === unlike) return;
    const slot = this.slotOf(like);
    if (this.keys[slot] === unlike) {
      this.keys[slot] = like;
      this.first[slot] = identity;
    } else if (this.first[slot] !== identity) this.several[slot] = 1;
  }

  has(like: number): boolean {
    return like !== unlike && this.several[this.slotOf(like)] === 1;
  }

  private slotOf(like: number): number {
    const size = this.keys.length;
    let slot = like % size;
    while (this.keys[slot] !== unlike && this.keys[slot] !== like) slot = (slot + 1) % size;
    return slot;
  }
}
