import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import {
  type Because,
  because,
  notesUnder,
  stateBecause,
  tagNote,
  takeBackBecause,
} from '#core/notes/index.ts';
import { coachWords } from './coachWords.ts';
import type { Marks } from './history.ts';
import { type Ground, type Mechanism, type Named, named, themesRaised } from './mechanism.ts';

export interface BeneathNeeds {
  doc: DocName;
  member: string;
  ground: ReadonlySignal<Ground>;
  stated: ReadonlySignal<readonly Because[]>;
  /** The theme in hand. */
  hand: ReadonlySignal<Mechanism | null>;
  /** Themes to choose from beside those of the interview, the likeliest first. */
  themes(): readonly Named[];
  /** Seconds into the call. */
  at(): number;
  act: Act;
}

/** Does something to marks, and to notes where it needs to; `say` is for those who do not see it. */
export type Act = (why: string, say: string, marks: Marks, changes?: readonly Change[]) => void;

/** Which driver lies beneath the one in hand, as the interviewer states it. */
export interface Beneath {
  /** Themes that may lie beneath, while one is being chosen; else null. */
  choices: ReadonlySignal<readonly Named[] | null>;
  /** Begins or leaves the choice. */
  choose(open: boolean): void;
  /** States that the theme in hand is because of this one. */
  beneath(root: string): void;
  notBeneath(theme: string, root: string): void;
}

/** As many as there are digits to choose by. */
const mostChoices = 9;

export function makeBeneath(needs: BeneathNeeds): Beneath {
  const { doc, member, ground, stated, hand } = needs;
  const choosing = signal(false);
  const mayLie = (root: string, under: Mechanism): boolean => {
    const said = { theme: under.id, root, at: 0, by: member };
    const isThere = under.roots.some((r) => r.id === root);
    return !isThere && stateBecause(doc, stated.value, ground.value.resolve, said).ok;
  };
  return {
    choices: computed(() => {
      const under = hand.value;
      if (!under || !choosing.value) return null;
      const here = themesRaised(ground.value).map((id) => named(id, ground.value.codebook));
      const all = new Map([...here, ...needs.themes()].map((t) => [t.id, t]));
      return [...all.values()].filter((t) => mayLie(t.id, under)).slice(0, mostChoices);
    }),
    choose(open) {
      choosing.value = open && hand.peek() !== null;
    },
    beneath(root) {
      const under = hand.peek();
      choosing.value = false;
      if (!under) return;
      const from = ground.peek();
      const said = { theme: under.id, root, at: needs.at(), by: member };
      const made = stateBecause(doc, stated.peek(), from.resolve, said);
      if (!made.ok || made.value.length === 0) return;
      // The driver beneath counts as raised: where nobody noted it, the note that it explains says it.
      const on = themesRaised(from).includes(root) ? undefined : notesUnder(under.id, from).at(-1);
      const marks = { redo: made.value, undo: made.value.map(({ id }) => because.remove(doc, id)) };
      const say = coachWords.stated(under.name, named(root, from.codebook).name);
      needs.act('because of', say, marks, on ? [tagNote(doc, on, root, member)] : []);
    },
    notBeneath(theme, root) {
      const redo = takeBackBecause(doc, stated.peek(), ground.peek().resolve, { theme, root });
      const undo = stated
        .peek()
        .filter((b) => redo.some((c) => c.id === b.id))
        .map(({ id, ...was }) => because.put(doc, id, was));
      needs.act('not because of', coachWords.takenBack, { redo, undo });
    },
  };
}
