import type { Codebook } from '../codebook.ts';
import { starterThemes } from '../starter.ts';
import { type Suggestion, worthShowing } from './confidence.ts';
import { Learner } from './learner.ts';
import { starterCues } from './starterCues.ts';

/** A note's words and the ids of its themes, as tagged. */
export interface TaggedText {
  note: string;
  text: string;
  themes: readonly string[];
}

/** Something that was learned, to be taken back the same way. */
interface Learned {
  readonly text: string;
  /** As tagged, and as merged at the time. */
  readonly tagged: readonly string[];
  readonly themes: readonly string[];
  readonly weight: number;
}

/** A name says more than a note: it is what people agreed to call it. */
const nameWeight = 2;

/**
 * Suggests themes for a text from the codebook's names and definitions, the starter wording and every tagged note. It is
 * told what holds now and learns the difference: what is tagged, retagged, erased, renamed, merged or taken apart again.
 * Merged themes count for the one they became; retired ones are remembered but never suggested.
 */
export class Suggester {
  readonly #learner = new Learner();
  #open: ReadonlySet<string> = new Set();
  #resolve: (id: string) => string = (id) => id;
  readonly #wording = new Map<string, Learned>();
  readonly #interviews = new Map<string, Map<string, Learned>>();

  /** Follows the codebook: its words, its merges, and which themes can be chosen. */
  follow(codebook: Codebook): void {
    this.#open = new Set(codebook.open.map(({ id }) => id));
    const merged = new Map([...codebook.all.keys()].map((id) => [id, codebook.resolve(id)]));
    this.#resolve = (id) => merged.get(id) ?? id;
    const wording = [...codebook.all.values()].flatMap((theme): [string, Learned][] => {
      const of = (text: string, weight = 1) => this.#learned(text, [theme.id], weight);
      const cues = starterNames.get(theme.id) === theme.name ? (starterCues.get(theme.id) ?? '') : '';
      return [
        [`${theme.id} name`, of(theme.name, nameWeight)],
        [`${theme.id} definition`, of(theme.definition)],
        [`${theme.id} cues`, of(cues)],
      ];
    });
    this.#become(this.#wording, new Map(wording));
    for (const notes of this.#interviews.values())
      this.#become(
        notes,
        new Map([...notes].map(([note, was]) => [note, this.#learned(was.text, was.tagged)])),
      );
  }

  /** What one interview's notes are now. Notes without a theme teach nothing. */
  interview(id: string, notes: readonly TaggedText[]): void {
    const known = this.#interviews.get(id) ?? new Map<string, Learned>();
    const tagged = notes.filter(({ themes }) => themes.length > 0);
    this.#become(known, new Map(tagged.map((n) => [n.note, this.#learned(n.text, n.themes)])));
    if (known.size > 0) this.#interviews.set(id, known);
    else this.#interviews.delete(id);
  }

  /** Interviews that something is remembered of. */
  get interviews(): readonly string[] {
    return [...this.#interviews.keys()];
  }

  /** Themes worth showing beside a line that is being typed, the best first; often none. */
  suggest(line: string): Suggestion[] {
    return worthShowing(this.#ranked(line, true));
  }

  /** The themes that fit a finished note best, at most `most`, probable or not. */
  nearest(text: string, most: number): string[] {
    return this.#ranked(text, false)
      .slice(0, most)
      .map(({ theme }) => theme);
  }

  #ranked(text: string, typing: boolean) {
    return this.#learner.rank(text, typing).filter(({ theme }) => this.#open.has(theme));
  }

  #learned(text: string, tagged: readonly string[], weight = 1): Learned {
    return { text, tagged, themes: [...new Set(tagged.map(this.#resolve))].sort(), weight };
  }

  /** Learns and unlearns what differs, and brings `known` up to it. */
  #become(known: Map<string, Learned>, now: ReadonlyMap<string, Learned>): void {
    for (const [key, was] of known) {
      const is = now.get(key);
      if (is && is.text === was.text && is.themes.join() === was.themes.join()) continue;
      this.#learner.unlearn(was.text, was.themes, was.weight);
      known.delete(key);
    }
    for (const [key, is] of now) {
      if (!known.has(key)) this.#learner.learn(is.text, is.themes, is.weight);
      known.set(key, is);
    }
  }
}

const starterNames: ReadonlyMap<string, string> = new Map(starterThemes.map(({ id, name }) => [id, name]));
