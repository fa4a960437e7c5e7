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

/** In `emails`: seen without an id only; seen with different ids. Else the number of the id it belongs to. */
const nobodys = -1;
const several = -2;

/**
 * Finds the same people in several waves. Take everybody of every wave, then settle, then look at everybody once more:
 * only the second round keeps names, and only of those who came out alike, so that what is held of a million people is
 * their keys and a few numbers. The same person: the same id; else the same e-mail, unless people with different ids share
 * it. Independent of the order within a round; n log n.
 */
export class PeopleMatcher {
  private readonly ids = new Map<string, number>();
  private readonly emails = new Map<string, number>();
  private readonly mailOnly = new Map<string, number>();
  private loose: number[] = [];
  private alike: ReadonlySet<number> | null = null;
  private readonly seen = new Seen();
  private readonly met = new Map<number, Gathered>();
  private readonly groups = new Map<string, Set<number>>();

  /** The first round. People without id and e-mail cannot be met again, and are left out of the count. */
  take(person: Person): void {
    const { id, email } = keysOf(person);
    const known = id === '' ? undefined : this.ids.get(id);
    const number = id === '' ? nobodys : (known ?? this.ids.size);
    if (id !== '' && known === undefined) this.ids.set(id, number);
    if (email !== '') this.emails.set(email, ownerOf(this.emails.get(email), number));
    for (const text of likenesses(person)) this.loose.push(hash53(text, 0));
  }

  /** Between the rounds: which likenesses came more than once. */
  settle(): void {
    const all = Float64Array.from(this.loose).sort();
    this.loose = [];
    const alike = new Set<number>();
    for (let i = 1; i < all.length; i++) if (all[i] === all[i - 1]) alike.add(all[i]!);
    this.alike = alike;
  }

  /** The second round: the same people again. */
  look(person: Person, wave: WaveId): void {
    const { alike } = this;
    if (!alike) throw new Error('settle before the second round');
    const { id, email } = keysOf(person);
    const identity = this.identityOf(id, email);
    if (identity === null) return;
    this.seen.see(identity, wave, id !== '');
    const texts = likenesses(person).filter((text) => alike.has(hash53(text, 0)));
    if (this.emails.get(email) === several) texts.push(`= ${email}`);
    if (texts.length === 0) return;
    this.gather(identity, person, wave);
    for (const text of texts) {
      const group = this.groups.get(text);
      if (group) group.add(identity);
      else this.groups.set(text, new Set([identity]));
    }
  }

  done(): SamePeople {
    const pairs = this.pairs();
    return { ...this.seen.counts(), possible: pairs.slice(0, listed), possibleCount: pairs.length };
  }

  /** Ids are numbered first; e-mails without an owner after them. */
  private identityOf(id: string, email: string): number | null {
    if (id !== '') return this.ids.get(id) ?? null;
    const owner = this.emails.get(email);
    if (owner === undefined) return null;
    if (owner >= 0) return owner;
    const known = this.mailOnly.get(email);
    if (known !== undefined) return known;
    const fresh = this.ids.size + this.mailOnly.size;
    this.mailOnly.set(email, fresh);
    return fresh;
  }

  private gather(identity: number, person: Person, wave: WaveId): void {
    const known = this.met.get(identity);
    if (known) return void known.waves.add(wave);
    const { key, name, email, accountName } = person;
    this.met.set(identity, { key, name, email, accountName, waves: new Set([wave]) });
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
    const byName = (p: PossibleDuplicate) => p.a.name || p.a.email;
    return [...pairs.values()].sort(
      (x, y) =>
        rank(x.reason) - rank(y.reason) || byName(x).localeCompare(byName(y), 'en') || (x.id < y.id ? -1 : 1),
    );
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
  private readonly first = new Map<number, WaveId>();
  private readonly again = new Set<number>();
  private readonly firstById = new Map<number, WaveId>();
  private readonly againById = new Set<number>();

  see(identity: number, wave: WaveId, hasId: boolean): void {
    note(this.first, this.again, identity, wave);
    if (hasId) note(this.firstById, this.againById, identity, wave);
  }

  counts(): Pick<SamePeople, 'people' | 'inSeveral' | 'byId' | 'byEmail'> {
    const [inSeveral, byId] = [this.again.size, this.againById.size];
    return { people: this.first.size, inSeveral, byId, byEmail: inSeveral - byId };
  }
}

function note(first: Map<number, WaveId>, again: Set<number>, identity: number, wave: WaveId): void {
  const before = first.get(identity);
  if (before === undefined) first.set(identity, wave);
  else if (before !== wave) again.add(identity);
}

function keysOf(person: Person): { id: string; email: string } {
  const id = person.key.startsWith('id:') ? person.key.slice(3) : '';
  return { id, email: plainEmail(person.email) };
}

/** A sign first, so that an e-mail and a name never meet. */
function likenesses({ name, email, accountCrmId, accountName }: Person): string[] {
  const [mail, named] = [looseEmail(email), nameAtAccount(name, accountCrmId, accountName)];
  return [...(mail === '' ? [] : [`~ ${mail}`]), ...(named === '' ? [] : [`@ ${named}`])];
}
