import type { WaveId } from '../../model/ids.ts';
import { plainEmail } from '../build/draft.ts';
import type { Person } from '../wave.ts';
import { looseEmail, nameAtAccount } from './spelling.ts';

/** Why two people may be one. */
export type DuplicateReason =
  /** The very same e-mail under different ids. */
  | 'sameEmail'
  /** E-mails that differ in spelling only: dots, what follows a plus, another name of the same provider. */
  | 'emailSpelling'
  /** The same name at the same company. */
  | 'nameAndAccount';

/** Somebody as the lists of people know them: one identity, met in one wave or several. */
export interface Met {
  /** `Person.key` where first met. */
  key: string;
  name: string;
  email: string;
  accountName: string;
  waves: readonly WaveId[];
}

/** Two identities that may be one person. Listed, never merged: somebody has to say so. */
export interface PossibleDuplicate {
  /** `pairId` of the two. */
  id: string;
  a: Met;
  b: Met;
  reason: DuplicateReason;
}

/** Who answered more than one survey. */
export interface SamePeople {
  /** Different identities in all waves looked at. */
  people: number;
  /** Of those, met in more than one wave: by the same id, and by the same e-mail where one of them has no id. */
  inSeveral: number;
  byId: number;
  byEmail: number;
  /** At most `listed`; `possibleCount` is the whole number of pairs. */
  possible: readonly PossibleDuplicate[];
  possibleCount: number;
}

const listed = 2000;
/** More alike than this are no duplicates but a shared mail box or a placeholder ("Customer Support"). */
const mostAlike = 6;

/** A steady name for two keys, in either order, that holds neither of them: 26 characters. */
export function pairId(a: string, b: string): string {
  const [first, second] = a < b ? [a, b] : [b, a];
  const text = `${first}\n${second}`;
  return `p${hash53(text, 1).toString(36).padStart(12, '0')}${hash53(text, 2).toString(36).padStart(12, '0')}`;
}

/** cyrb53 (bryc, public domain): 53 bits of a text. No secret, only spread. */
function hash53(text: string, seed: number): number {
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

/** Who an e-mail belongs to: nobody with an id; people with different ids; else the number of the id. */
const nobodys = -1;
const several = -2;
/** A likeness that a person does not have. */
const none = -1;

/**
 * Finds the same people in several waves. Take everybody of every wave, then settle, then look at everybody once more in
 * the same order: only the second round keeps names, and only of those who are like somebody else, so that what is held of
 * a million people is their keys and a few numbers. The same person: the same id; else the same e-mail, unless people with
 * different ids share it. What is the same does not depend on the order; linear in people.
 */
export class PeopleMatcher {
  private readonly ids = new Map<string, number>();
  private readonly emails = new Map<string, number>();
  private readonly owners: number[] = [];
  /** Per person taken: id and e-mail by number, and the two likenesses. */
  private readonly idOf: number[] = [];
  private readonly mailOf: number[] = [];
  private readonly mailLike: number[] = [];
  private readonly nameLike: number[] = [];
  private settled: { alike: Alike; seen: Seen } | null = null;
  private looked = 0;
  private readonly met = new Map<number, Gathered>();
  private readonly groups = new Map<string, Set<number>>();

  /** The first round. People without id and e-mail cannot be met again, and are left out of the count. */
  take(person: Person): void {
    const { id, email } = keysOf(person);
    const number = numberIn(this.ids, id);
    const mail = numberIn(this.emails, email);
    if (mail >= 0) this.owners[mail] = ownerOf(this.owners[mail], number);
    this.idOf.push(number);
    this.mailOf.push(mail);
    this.mailLike.push(likeOf(looseEmail(email)));
    this.nameLike.push(likeOf(nameOf(person)));
  }

  /** Between the rounds: which likenesses more than one person has. */
  settle(): void {
    const alike = new Alike(2 * this.idOf.length);
    for (let at = 0; at < this.idOf.length; at++) {
      const identity = this.identityAt(at);
      if (identity < 0) continue;
      alike.add(this.mailLike[at]!, identity);
      alike.add(this.nameLike[at]!, identity);
    }
    this.settled = { alike, seen: new Seen(this.ids.size + this.emails.size) };
  }

  /** The second round: the same people again, in the order they were taken. */
  look(person: Person, wave: WaveId): void {
    const at = this.looked++;
    if (!this.settled || at >= this.idOf.length) throw new Error('take everybody, settle, then look');
    const { alike, seen } = this.settled;
    const identity = this.identityAt(at);
    if (identity < 0) return;
    seen.see(identity, wave, this.idOf[at]! >= 0);
    const { email } = keysOf(person);
    const shared = this.owners[this.mailOf[at]!] === several;
    if (shared) this.group(`= ${email}`, identity, person, wave);
    if (alike.has(this.mailLike[at]!)) this.group(`~ ${looseEmail(email)}`, identity, person, wave);
    if (alike.has(this.nameLike[at]!)) this.group(`@ ${nameOf(person)}`, identity, person, wave);
  }

  done(): SamePeople {
    const pairs = this.pairs();
    const counts = this.settled?.seen.counts() ?? { people: 0, inSeveral: 0, byId: 0, byEmail: 0 };
    return { ...counts, possible: pairs.slice(0, listed), possibleCount: pairs.length };
  }

  /** Ids are numbered first; e-mails that belong to no one id after them. */
  private identityAt(at: number): number {
    const [id, mail] = [this.idOf[at]!, this.mailOf[at]!];
    if (id >= 0 || mail < 0) return id;
    const owner = this.owners[mail]!;
    return owner >= 0 ? owner : this.ids.size + mail;
  }

  private group(text: string, identity: number, person: Person, wave: WaveId): void {
    const known = this.met.get(identity);
    const { key, name, email, accountName } = person;
    if (known) known.waves.add(wave);
    else this.met.set(identity, { key, name, email, accountName, waves: new Set([wave]) });
    const group = this.groups.get(text);
    if (group) group.add(identity);
    else this.groups.set(text, new Set([identity]));
  }

  private pairs(): PossibleDuplicate[] {
    const pairs = new Map<string, PossibleDuplicate>();
    for (const [text, group] of this.groups) {
      if (group.size < 2 || group.size > mostAlike) continue;
      const people = [...group].sort((a, b) => a - b).map((identity) => metOf(this.met.get(identity)!));
      for (const [i, a] of people.entries())
        for (const b of people.slice(i + 1)) {
          const id = pairId(a.key, b.key);
          const reason = reasons[text[0] as keyof typeof reasons];
          const before = pairs.get(id);
          if (!before || rank(reason) < rank(before.reason)) pairs.set(id, { id, a, b, reason });
        }
    }
    return [...pairs.values()].sort(byReasonAndName);
  }
}

function byReasonAndName(x: PossibleDuplicate, y: PossibleDuplicate): number {
  const name = (p: PossibleDuplicate) => p.a.name || p.a.email;
  const order = rank(x.reason) - rank(y.reason) || name(x).localeCompare(name(y), 'en');
  return order || (x.id < y.id ? -1 : 1);
}

/** The number of a text in the order of first appearance; -1 for the empty one. */
function numberIn(numbers: Map<string, number>, text: string): number {
  if (text === '') return -1;
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

/** Likenesses and whether different people have them: a table of numbers, open addressing. */
class Alike {
  private readonly keys: Float64Array;
  private readonly first: Int32Array;
  private readonly several: Uint8Array;

  constructor(entries: number) {
    let size = 16;
    while (size < 2 * entries) size *= 2;
    this.keys = new Float64Array(size).fill(none);
    this.first = new Int32Array(size);
    this.several = new Uint8Array(size);
  }

  add(like: number, identity: number): void {
    if (like === none) return;
    const slot = this.slotOf(like);
    if (this.keys[slot] === none) {
      this.keys[slot] = like;
      this.first[slot] = identity;
    } else if (this.first[slot] !== identity) this.several[slot] = 1;
  }

  has(like: number): boolean {
    return like !== none && this.several[this.slotOf(like)] === 1;
  }

  private slotOf(like: number): number {
    const size = this.keys.length;
    let slot = like % size;
    while (this.keys[slot] !== none && this.keys[slot] !== like) slot = (slot + 1) % size;
    return slot;
  }
}

const reasons = { '=': 'sameEmail', '~': 'emailSpelling', '@': 'nameAndAccount' } as const;
const rank = (reason: DuplicateReason): number =>
  reason === 'sameEmail' ? 0 : reason === 'emailSpelling' ? 1 : 2;

interface Gathered extends Omit<Met, 'waves'> {
  waves: Set<WaveId>;
}

const metOf = ({ waves, ...who }: Gathered): Met => ({ ...who, waves: [...waves] });

function ownerOf(before: number | undefined, number: number): number {
  if (before === undefined || before === nobodys) return number;
  return number === nobodys || number === before ? before : several;
}

/** In which waves each identity was met: the first one and whether in another, with any key and with an id. */
class Seen {
  private readonly waves: WaveId[] = [];
  private readonly first: Int32Array;
  private readonly firstById: Int32Array;
  private people = 0;
  private inSeveral = 0;
  private byId = 0;

  constructor(identities: number) {
    this.first = new Int32Array(identities).fill(unseen);
    this.firstById = new Int32Array(identities).fill(unseen);
  }

  see(identity: number, wave: WaveId, hasId: boolean): void {
    const known = this.waves.indexOf(wave);
    const number = known >= 0 ? known : this.waves.push(wave) - 1;
    if (this.first[identity] === unseen) this.people++;
    if (note(this.first, identity, number)) this.inSeveral++;
    if (hasId && note(this.firstById, identity, number)) this.byId++;
  }

  counts(): Pick<SamePeople, 'people' | 'inSeveral' | 'byId' | 'byEmail'> {
    const { people, inSeveral, byId } = this;
    return { people, inSeveral, byId, byEmail: inSeveral - byId };
  }
}

const unseen = -1;
const again = -2;

/** Whether this is the moment an identity turns up in a second wave. */
function note(first: Int32Array, identity: number, wave: number): boolean {
  const before = first[identity]!;
  if (before === unseen) first[identity] = wave;
  if (before < 0 || before === wave) return false;
  first[identity] = again;
  return true;
}

function keysOf(person: Person): { id: string; email: string } {
  const id = person.key.startsWith('id:') ? person.key.slice(3) : '';
  return { id, email: plainEmail(person.email) };
}

const nameOf = ({ name, accountCrmId, accountName }: Person): string =>
  nameAtAccount(name, accountCrmId, accountName);
/** A number for a likeness; e-mails hold an "@" without a space before it and names one with, so that they never meet. */
const likeOf = (text: string): number => (text === '' ? none : hash53(text, 0));
