import { type Features, featuresOf } from './features.ts';

/** How well a theme fits a text: 0 for nothing in common, about 1 for a text like those it was learned from. */
export interface Fit {
  theme: string;
  fit: number;
  /** From how many texts the theme was learned. */
  texts: number;
}

/**
 * Learns which words go with which theme, one text at a time, and takes any of it back exactly: all it keeps are whole
 * numbers, so what was learned and unlearned, in whatever order, leaves no trace. Both cost as much as the text is long.
 *
 * The method is Rocchio's (nearest centroid): a theme is the sum of its texts, each brought to one length. Within a theme
 * a feature's count is damped, log(1 + n / 4), so that the tenth time tells less than the first; across texts a feature
 * counts the more the rarer it is. docs/decisions/0031 has the figures and what was rejected.
 */
export class Learner {
  #texts = 0;
  readonly #features = new Map<number, Posting>();
  readonly #slots = new Map<string, number>();
  readonly #themes: (Theme | null)[] = [];

  /** `weight`: for how many texts this one counts, a whole number from 1. */
  learn(text: string, themes: readonly string[], weight = 1): void {
    this.#count(featuresOf(text), themes, weight, 1);
  }

  /** Takes back what was learned with the same arguments. */
  unlearn(text: string, themes: readonly string[], weight = 1): void {
    this.#count(featuresOf(text), themes, weight, -1);
  }

  /** Themes that have something in common with the text, the best first. `typing`: its last word may be unfinished. */
  rank(text: string, typing = false): Fit[] {
    const isKnown = typing ? (id: number) => this.#features.has(id) : undefined;
    const { ids, squares } = featuresOf(text, isKnown);
    const sums = new Float64Array(this.#themes.length);
    let whole = 0;
    for (let i = 0; i < ids.length; i++) {
      const posting = this.#features.get(ids[i] as number);
      const rare = Math.log((this.#texts + 1) / ((posting?.[0] ?? 0) + 1)) + 1;
      const counts = (squares[i] as number) * rare * Math.sqrt(rare);
      whole += counts;
      if (posting)
        for (let at = 1; at < posting.length; at += 3)
          sums[posting[at] as number] =
            (sums[posting[at] as number] as number) + counts * (posting[at + 2] as number);
    }
    const fits = this.#themes.flatMap((theme, slot): Fit[] => {
      const sum = sums[slot] as number;
      return theme && sum > 0
        ? [{ theme: theme.id, fit: sum / Math.sqrt(whole * theme.length), texts: theme.texts }]
        : [];
    });
    return fits.sort((a, b) => b.fit - a.fit || (a.theme < b.theme ? -1 : 1));
  }

  #count({ ids, squares, length }: Features, themes: readonly string[], weight: number, sign: 1 | -1): void {
    if (ids.length === 0 || themes.length === 0) return;
    const share = sign * weight * Math.max(1, Math.round((unit * usualLength) / length));
    const slots = [...new Set(themes)].map((id) => this.#slotOf(id));
    this.#texts += sign;
    ids.forEach((id, i) => {
      const posting = this.#features.get(id) ?? [0];
      posting[0] = (posting[0] as number) + sign;
      for (const slot of slots)
        (this.#themes[slot] as Theme).length += (squares[i] as number) * move(posting, slot, share);
      if (posting.length > 1) this.#features.set(id, posting);
      else this.#features.delete(id);
    });
    for (const slot of slots) this.#settle(slot, sign);
  }

  #slotOf(id: string): number {
    const known = this.#slots.get(id);
    if (known !== undefined) return known;
    const free = this.#themes.indexOf(null);
    const slot = free < 0 ? this.#themes.length : free;
    this.#themes[slot] = { id, texts: 0, length: 0 };
    this.#slots.set(id, slot);
    return slot;
  }

  /** A theme of which nothing is left is forgotten. */
  #settle(slot: number, sign: 1 | -1): void {
    const theme = this.#themes[slot] as Theme;
    theme.texts += sign;
    if (theme.texts > 0) return;
    this.#slots.delete(theme.id);
    this.#themes[slot] = null;
  }
}

interface Theme {
  readonly id: string;
  texts: number;
  /** Square of the length of its vector. */
  length: number;
}

/**
 * Where one feature was met: in how many texts; then, three by three, a theme's slot, how often there (in `unit`s) and
 * that damped. One flat array each, since there are hundreds of thousands.
 */
type Posting = number[];

/** A text of the usual length counts for so many. */
const unit = 256;
/** Length (of `Features`) of a sentence of a dozen words. */
const usualLength = 24;

/** log(1 + n / 4) in steps of 1/1024: whole, so that sums of it come back to where they were. */
const damped = (n: number): number => Math.round(1024 * Math.log1p(n / (4 * unit)));

/** Moves a theme's count in a posting; by how much the square of the damped count changed. */
function move(posting: Posting, slot: number, share: number): number {
  let at = 1;
  while (at < posting.length && posting[at] !== slot) at += 3;
  if (at === posting.length) posting.push(slot, 0, 0);
  const was = posting[at + 2] as number;
  const after = (posting[at + 1] as number) + share;
  const is = damped(after);
  posting[at + 1] = after;
  posting[at + 2] = is;
  if (after === 0) posting.splice(at, 3);
  return is * is - was * was;
}
