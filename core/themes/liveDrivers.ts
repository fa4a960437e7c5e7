import type { Band } from '../waves/index.ts';
import { type Broader, broaderOf } from './broader.ts';
import type { Codebook } from './codebook.ts';
import { codedOf, isTagged } from './coded.ts';
import { byEachBand, byWeight, type DriverRow, type DriverTable, rowOf } from './drivers.ts';
import type { InterviewFacts, MentionFact } from './facts.ts';
import { type Raised, raisedBroadlyIn } from './raised.ts';

/** One band: its tagged interviews by id, those not tagged yet, where each theme was raised, and the rows already made. */
interface BandState {
  readonly held: InterviewFacts[];
  readonly untagged: Set<string>;
  readonly raised: Map<string, Raised[]>;
  readonly rows: Map<string, DriverRow>;
}

/**
 * The driver table kept up to date: after a mention more or less, only the rows it touches are made again. What it says is
 * always what `driverTable` says of the same interviews in the order of their ids. Made for one codebook; a changed one
 * needs a new one.
 */
export class LiveDrivers {
  readonly #codebook: Codebook;
  readonly #broader: Broader;
  readonly #all = new Map<string, InterviewFacts>();
  readonly #states: Readonly<Record<Band, BandState>> = byEachBand(() => ({
    held: [],
    untagged: new Set(),
    raised: new Map(),
    rows: new Map(),
  }));

  constructor(codebook: Codebook, facts: readonly InterviewFacts[] = []) {
    this.#codebook = codebook;
    this.#broader = broaderOf(codebook);
    for (const interview of [...facts].sort(byId)) this.put(interview);
  }

  /** Takes an interview in, or its newer row. */
  put(interview: InterviewFacts): void {
    const before = this.#all.get(interview.interview);
    if (before === interview) return;
    this.#all.set(interview.interview, interview);
    if (before && isTagged(before) && isTagged(interview) && sameHead(before, interview))
      this.#retag(before, interview);
    else {
      if (before) this.#leave(before);
      this.#enter(interview);
    }
  }

  /** Forgets an interview. */
  drop(id: string): void {
    const before = this.#all.get(id);
    this.#all.delete(id);
    if (before) this.#leave(before);
  }

  /** Brings all in step with these rows; those that are the very objects it holds cost nothing. */
  follow(facts: readonly InterviewFacts[]): void {
    const now = new Set(facts.map((f) => f.interview));
    for (const id of [...this.#all.keys()]) if (!now.has(id)) this.drop(id);
    for (const interview of facts) this.put(interview);
  }

  /** The driver table of one band, as `driverTable` makes it. */
  table(band: Band): DriverTable {
    const { held, raised, rows } = this.#states[band];
    const made = [...raised].map(([theme, here]): DriverRow => {
      const byBand = byEachBand((b) => ({
        k: this.#states[b].raised.get(theme)?.length ?? 0,
        n: this.#states[b].held.length,
      }));
      const row = rows.get(theme) ?? rowOf(this.#codebook, theme, here, held, byBand);
      rows.set(theme, row);
      return { ...row, byBand };
    });
    return {
      band,
      interviews: byEachBand((b) => this.#states[b].held.length),
      untagged: byEachBand((b) => this.#states[b].untagged.size),
      running: held.length - codedOf(held).length,
      rows: made.sort(byWeight),
    };
  }

  #raisedIn(interview: InterviewFacts): ReadonlyMap<string, readonly MentionFact[]> {
    return raisedBroadlyIn(interview, this.#codebook, this.#broader);
  }

  #enter(interview: InterviewFacts): void {
    const { held, untagged, raised, rows } = this.#states[interview.band];
    if (!isTagged(interview)) {
      if (interview.notes > 0) untagged.add(interview.interview);
      return;
    }
    held.splice(
      placeOf(held, interview.interview, (f) => f.interview),
      0,
      interview,
    );
    for (const [theme, mentions] of this.#raisedIn(interview)) insert(raised, theme, { interview, mentions });
    rows.clear();
  }

  #leave(interview: InterviewFacts): void {
    const { held, untagged, raised, rows } = this.#states[interview.band];
    untagged.delete(interview.interview);
    if (!isTagged(interview)) return;
    held.splice(
      placeOf(held, interview.interview, (f) => f.interview),
      1,
    );
    for (const theme of this.#raisedIn(interview).keys()) remove(raised, theme, interview);
    rows.clear();
  }

  /** The same interview with other notes or tags: nobody was counted more or less, so other rows stand. */
  #retag(before: InterviewFacts, now: InterviewFacts): void {
    const { held, raised, rows } = this.#states[now.band];
    held[placeOf(held, now.interview, (f) => f.interview)] = now;
    const [were, are] = [this.#raisedIn(before), this.#raisedIn(now)];
    for (const theme of new Set([...were.keys(), ...are.keys()])) {
      const [old, mentions] = [were.get(theme), are.get(theme)];
      if (old) remove(raised, theme, before);
      if (mentions) insert(raised, theme, { interview: now, mentions });
      if (!sameMentions(old, mentions)) rows.delete(theme);
    }
  }
}

const byId = (a: InterviewFacts, b: InterviewFacts): number => (a.interview < b.interview ? -1 : 1);

/** Fields that change while somebody codes and that no row reads, its mentions apart. */
const notOfTheHead: ReadonlySet<string> = new Set(['mentions', 'notes', 'codings', 'settled']);

/** All that a row may read of an interview beside its mentions. */
function sameHead(a: InterviewFacts, b: InterviewFacts): boolean {
  return headText(a) === headText(b);
}

const headText = (f: InterviewFacts): string =>
  JSON.stringify(Object.entries(f).filter(([field]) => !notOfTheHead.has(field)));

function sameMentions(a: readonly MentionFact[] | undefined, b: readonly MentionFact[] | undefined): boolean {
  if (!a || !b || a.length !== b.length) return false;
  return a.every((one, i) => {
    const other = b[i] as MentionFact;
    return (Object.keys(one) as (keyof MentionFact)[]).every((field) => one[field] === other[field]);
  });
}

function insert(raised: Map<string, Raised[]>, theme: string, one: Raised): void {
  const list = raised.get(theme);
  if (list) list.splice(placeOf(list, one.interview.interview, idOf), 0, one);
  else raised.set(theme, [one]);
}

function remove(raised: Map<string, Raised[]>, theme: string, { interview }: InterviewFacts): void {
  const list = raised.get(theme);
  if (list?.length === 1) raised.delete(theme);
  else list?.splice(placeOf(list, interview, idOf), 1);
}

const idOf = ({ interview }: Raised): string => interview.interview;

/** Where an id stands, or belongs, in a list by id. */
function placeOf<T>(list: readonly T[], id: string, idIn: (one: T) => string): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (idIn(list[middle] as T) < id) from = middle + 1;
    else to = middle;
  }
  return from;
}
