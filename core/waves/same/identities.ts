import { TextNumbers } from './textNumbers.ts';

/** Whom an e-mail belongs to: people without an id alone; people with different ids; else the number of the id. */
const nobodys = -1;
const several = -2;

/**
 * Who is who among many people, in one list or in several: the one rule that every comparison of people follows. The same
 * person: the same id; else the same e-mail, unless people with different ids share it; else whom somebody called one
 * (`join`). First take everybody, then ask. What is the same does not depend on the order; time and memory grow with the
 * people.
 */
export class Identities {
  private readonly ids = new TextNumbers();
  private readonly mails = new TextNumbers();
  private readonly owners: number[] = [];
  /** Per person taken, id and e-mail by number. */
  private readonly idAt: number[] = [];
  private readonly mailAt: number[] = [];
  private readonly joined = new Map<number, number>();

  /** Takes somebody by id and plain e-mail, empty where unknown. The first is at 0, the next at 1. */
  take(id: string, mail: string): void {
    const [number, box] = [this.ids.of(id), this.mails.of(mail)];
    if (box >= 0) this.owners[box] = ownerOf(this.owners[box], number);
    this.idAt.push(number);
    this.mailAt.push(box);
  }

  /** People taken. */
  get length(): number {
    return this.idAt.length;
  }

  /** Every identity is a number below this one. */
  get end(): number {
    return this.ids.size + this.mails.size;
  }

  /** The identity of whoever was taken there; -1 where neither id nor e-mail is known. */
  of(at: number): number {
    let identity = this.byKeys(at);
    for (;;) {
      const one = this.joined.get(identity);
      if (one === undefined) return identity;
      identity = one;
    }
  }

  /** The same before anybody was joined. Ids are numbered first; e-mails that belong to no one id after them. */
  byKeys(at: number): number {
    const [id, mail] = [this.idAt[at] as number, this.mailAt[at] as number];
    if (id >= 0 || mail < 0) return id;
    const owner = this.owners[mail] as number;
    return owner >= 0 ? owner : this.ids.size + mail;
  }

  hasId(at: number): boolean {
    return (this.idAt[at] as number) >= 0;
  }

  /** The number of an e-mail that people with different ids have; -1 where whoever is there has none such. */
  sharedMail(at: number): number {
    const mail = this.mailAt[at] as number;
    return mail >= 0 && this.owners[mail] === several ? mail : -1;
  }

  /** The two are one person, as somebody said. */
  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one !== other && one >= 0 && other >= 0) this.joined.set(Math.max(one, other), Math.min(one, other));
  }
}

function ownerOf(before: number | undefined, number: number): number {
  if (before === undefined || before === nobodys) return number;
  return number === nobodys || number === before ? before : several;
}
