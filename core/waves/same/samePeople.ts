import type { WaveId } from '../../model/ids.ts';
import type { Person } from '../wave.ts';
import { Alike, looseMailLikeness, mostAlike, nameLikeness } from './alike.ts';
import { Identities } from './identities.ts';
import { keysOf } from './keys.ts';
import { type DuplicateReason, pairId } from './said.ts';
import { looseEmail, nameAtAccount } from './spelling.ts';

/** Somebody as the lists of people know them: one identity, met in one wave or several. */
export interface Met {
  /** `Person.key` where first met. */
  key: string;
  name: string;
  email: string;
  accountName: string;
  waves: readonly WaveId[];
  /** Whether their id, and not their e-mail alone, stands in more than one of them. */
  byId: boolean;
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

/**
 * Finds the same people in several waves, and those who may be the same. Take everybody of every wave, then settle, then
 * look at everybody once more in the same order: only the second round keeps names, and only of those who are like somebody
 * else, so that what is held of a million people is their keys and a few numbers. Who is the same: `Identities`. Linear in
 * people; 31 waves at the most.
 */
export class PeopleMatcher {
  private readonly people = new Identities();
  /** Per person taken, the two likenesses. */
  private readonly mailLike: number[] = [];
  private readonly nameLike: number[] = [];
  private settled: { alike: Alike; seen: Seen } | null = null;
  private looked = 0;
  private readonly met = new Map<number, Omit<Met, 'waves' | 'byId'>>();
  private readonly groups = new Map<string, Set<number>>();

  /** The first round. People without id and e-mail cannot be met again, and are left out of the count. */
  take(person: Person): void {
    const { id, mail } = keysOf(person);
    this.people.take(id, mail);
    this.mailLike.push(looseMailLikeness(mail));
    this.nameLike.push(nameLikeness(person));
  }

  /** Between the rounds: which likenesses more than one person has. */
  settle(): void {
    const { people } = this;
    const alike = new Alike(2 * people.length);
    for (let at = 0; at < people.length; at++) {
      const identity = people.of(at);
      if (identity < 0) continue;
      alike.add(this.mailLike[at]!, identity);
      alike.add(this.nameLike[at]!, identity);
    }
    this.settled = { alike, seen: new Seen(people.end) };
  }

  /** The second round: the same people again, in the order they were taken. */
  look(person: Person, wave: WaveId): void {
    const { people } = this;
    const at = this.looked++;
    if (!this.settled || at >= people.length) throw new Error('take everybody, settle, then look');
    const { alike, seen } = this.settled;
    const identity = people.of(at);
    if (identity < 0) return;
    seen.see(identity, wave, people.hasId(at));
    const { mail } = keysOf(person);
    if (people.sharedMail(at) >= 0) this.group(`= ${mail}`, identity, person);
    if (alike.has(this.mailLike[at]!)) this.group(`~ ${looseEmail(mail)}`, identity, person);
    if (alike.has(this.nameLike[at]!)) this.group(`@ ${nameOf(person)}`, identity, person);
  }

  done(): SamePeople {
    const pairs = this.pairs();
    const counts = this.settled?.seen.counts() ?? { people: 0, inSeveral: 0, byId: 0, byEmail: 0 };
    return { ...counts, possible: pairs.slice(0, listed), possibleCount: pairs.length };
  }

  private group(text: string, identity: number, { key, name, email, accountName }: Person): void {
    if (!this.met.has(identity)) this.met.set(identity, { key, name, email, accountName });
    const group = this.groups.get(text);
    if (group) group.add(identity);
    else this.groups.set(text, new Set([identity]));
  }

  private metAs(identity: number): Met {
    return { ...this.met.get(identity)!, ...this.settled!.seen.of(identity) };
  }

  private pairs(): PossibleDuplicate[] {
    const pairs = new Map<string, PossibleDuplicate>();
    for (const [text, group] of this.groups) {
      if (group.size < 2 || group.size > mostAlike) continue;
      const people = [...group].sort((a, b) => a - b).map((identity) => this.metAs(identity));
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

const reasons = { '=': 'sameEmail', '~': 'emailSpelling', '@': 'nameAndAccount' } as const;
const rank = (reason: DuplicateReason): number =>
  reason === 'sameEmail' ? 0 : reason === 'emailSpelling' ? 1 : 2;

/** In which waves each identity was met, with any key and with an id: a bit for each wave. */
class Seen {
  private readonly waves: WaveId[] = [];
  private readonly met: Int32Array;
  private readonly metById: Int32Array;

  constructor(identities: number) {
    this.met = new Int32Array(identities);
    this.metById = new Int32Array(identities);
  }

  see(identity: number, wave: WaveId, hasId: boolean): void {
    const known = this.waves.indexOf(wave);
    const bit = 1 << (known >= 0 ? known : this.waves.push(wave) - 1);
    this.met[identity]! |= bit;
    if (hasId) this.metById[identity]! |= bit;
  }

  of(identity: number): Pick<Met, 'waves' | 'byId'> {
    const waves = this.waves.filter((_, i) => (this.met[identity]! & (1 << i)) !== 0);
    return { waves, byId: isSeveral(this.metById[identity]!) };
  }

  counts(): Pick<SamePeople, 'people' | 'inSeveral' | 'byId' | 'byEmail'> {
    const people = this.met.reduce((sum, bits) => sum + (bits === 0 ? 0 : 1), 0);
    const several = (of: Int32Array) => of.reduce((sum, bits) => sum + (isSeveral(bits) ? 1 : 0), 0);
    const [inSeveral, byId] = [several(this.met), several(this.metById)];
    return { people, inSeveral, byId, byEmail: inSeveral - byId };
  }
}

/** Whether more than one bit is set. */
const isSeveral = (bits: number): boolean => (bits & (bits - 1)) !== 0;

const nameOf = ({ name, accountCrmId, accountName }: Person): string =>
  nameAtAccount(name, accountCrmId, accountName);
