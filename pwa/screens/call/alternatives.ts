import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Chance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import { rivalIn } from '#core/notes/index.ts';
import {
  competitor,
  nameRival,
  type Rival,
  type RivalStanding,
  sighting,
  sightingId,
  standingOf,
} from '#core/themes/index.ts';
import type { Marks } from './history.ts';
import type { NoteView } from './noteView.ts';

export interface AlternativesNeeds {
  bookDoc: DocName;
  interview: string;
  chance: Chance;
  rivals: ReadonlySignal<readonly Rival[]>;
  notes: ReadonlySignal<readonly NoteView[]>;
  /** Does something that can be taken back. */
  mark(why: string, changes: readonly Change[], marks: Marks): void;
}

/** A competitor that came up in this call. */
export interface Alternative {
  id: string;
  name: string;
  /** Notes that name it. */
  notes: number;
  /** How far this customer went with it; as long as nobody has said, they know it. */
  standing: RivalStanding;
}

/** The alternatives the customer knows, weighs or uses. */
export interface Alternatives {
  /** Those of this call, in the order they first came up; those only stated on their record behind. */
  named: ReadonlySignal<readonly Alternative[]>;
  /** Makes a name a competitor of the codebook; false where it cannot be one. */
  add(name: string): boolean;
  /** States how far the customer went. */
  went(competitor: string, standing: RivalStanding): void;
}

export function makeAlternatives(needs: AlternativesNeeds): Alternatives {
  const { bookDoc, interview, rivals, notes, mark } = needs;
  const seenIn = (id: string) =>
    standingOf(
      rivals.peek().find((r) => r.id === id),
      interview,
    );
  return {
    named: computed(() => {
      const known = new Map(rivals.value.map((r) => [r.id, r]));
      const times = new Map<string, Pick<Alternative, 'name' | 'notes'>>();
      for (const { ref, name } of notes.value.flatMap((n) => n.people)) {
        const id = rivalIn(ref);
        if (id !== null) times.set(id, { name, notes: (times.get(id)?.notes ?? 0) + 1 });
      }
      for (const r of rivals.value)
        if (!times.has(r.id) && standingOf(r, interview)) times.set(r.id, { name: r.name, notes: 0 });
      return [...times].map(([id, { name, notes }]) => ({
        id,
        name,
        notes,
        standing: standingOf(known.get(id), interview) ?? 'known',
      }));
    }),
    add(name) {
      const made = nameRival(rivals.peek(), bookDoc, name, newId<'competitor'>(needs.chance));
      if (!made.ok) return false;
      const { id, changes } = made.value;
      mark('competitor', [], { redo: changes, undo: [competitor.remove(bookDoc, id)] });
      return true;
    },
    went(id, standing) {
      const key = sightingId(id, interview);
      const state = (is: RivalStanding | null): Change =>
        is === null
          ? sighting.remove(bookDoc, key)
          : sighting.put(bookDoc, key, { competitor: id, interview, standing: is });
      const before = seenIn(id);
      if (before !== standing)
        mark('how far they went', [], { redo: [state(standing)], undo: [state(before)] });
    },
  };
}
