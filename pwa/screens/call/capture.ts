import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Chance } from '#core/model/chance.ts';
import type { ThemeIndex } from '#core/notes/index.ts';
import { makeEditing } from './editing.ts';
import { type Entered, makeEntering } from './entering.ts';
import type { Turned } from './history.ts';
import type { Keeper } from './keeper.ts';
import { type LineText, makeLineText } from './line.ts';
import { type LineDraftNeeds, makeLineDraft } from './lineDraft.ts';
import type { NoteView } from './noteView.ts';
import type { LineWords } from './offer.ts';
import { makeReshaping, type Reshaped, type Reshaping } from './reshaping.ts';
import { spellingOf } from './spelling.ts';
import type { Way } from './way.ts';

/** What the capture line needs from the call around it. */
export interface LineNeeds
  extends Pick<LineWords, 'recent' | 'suggested' | 'people' | 'named' | 'addRival'>,
    Omit<LineDraftNeeds, 'now'> {
  chance: Chance;
  keeper: Keeper;
  notes: ReadonlySignal<readonly NoteView[]>;
  index: ReadonlySignal<ThemeIndex>;
  /** The documents are open: notes can be stored. */
  ready: ReadonlySignal<boolean>;
  /** Where `/` leads, and where a note belongs. */
  way: Pick<Way, 'jumps' | 'jump' | 'place' | 'placeOf'>;
  /** Seconds into the call. */
  at(): number;
}

/** What is said of the last thing done; `nth` tells two of a kind apart. */
export interface Told {
  what: Entered | Reshaped | 'undone' | 'redone' | 'theirs' | 'noneLeft';
  nth: number;
}

/** The capture line: from typing to notes, and back again for editing. */
export interface CaptureLine extends LineText, Reshaping {
  /** The unfinished line is on disk. */
  kept: ReadonlySignal<boolean>;
  /** The note whose wording is in the line; null while a new one is typed. */
  editing: ReadonlySignal<NoteView | null>;
  /** Null once something is typed again. */
  told: ReadonlySignal<Told | null>;
  /** Keeps what is in the line. Marks alone go onto the last own note; an edited note left empty is taken away. */
  enter(): Entered;
  edit(noteId: string): void;
  /** Back to the new line, with what stood in it. */
  leaveEdit(): boolean;
  /** Takes back the last thing done to notes in this window, or brings it back. */
  undo(): void;
  redo(): void;
  /** Brings back what a reload or a crash interrupted. */
  restore(): Promise<void>;
  /** The window goes away, perhaps to come back at once: the line is put where a reload finds it. */
  park(): void;
  /** The window is back as it was: what it parked is not news any more. */
  unpark(): void;
  /** The document was saved: what waited for that need not be kept twice. */
  settled(): void;
  dispose(): void;
}

export function makeCaptureLine(needs: LineNeeds): CaptureLine {
  const { keeper, notes, way } = needs;
  const told = signal<Told | null>(null);
  let said = 0;
  const tell = (what: Told['what']) => {
    told.value = { what, nth: ++said };
  };
  const text = makeLineText({
    ...needs,
    themes: needs.index,
    jumps: way.jumps,
    // `/` leads to a question; over a note being edited it files the note there.
    jump(to) {
      const place = way.placeOf(to.question);
      if (!editing.note.peek()) way.jump(to);
      else if (place) reshaping.file(place);
      draft.keep();
    },
  });
  const now = () => ({ line: text.now.peek(), ...editing.unfinished() });
  const draft = makeLineDraft({ ...needs, now });
  const spelling = spellingOf(needs.index, needs.people);
  const editing = makeEditing({ notes, text, spelling, place: way.place, keep: draft.keep });
  const parts = { ...needs, text, editing, draft, spelling };
  const entering = makeEntering(parts);
  const reshaping = makeReshaping({ ...parts, keepEdit: entering.keepEdit, tell });
  const tellTurned = (turned: Turned, done: 'undone' | 'redone') =>
    tell(turned === 'done' ? done : turned === 'theirs' ? 'theirs' : 'noneLeft');

  return {
    ...text,
    ...reshaping,
    kept: draft.kept,
    editing: editing.note,
    told,
    typed(line, caret) {
      if (line !== '' && text.now.peek() === '' && !editing.note.peek()) editing.begin();
      const changed = line !== text.now.peek();
      text.typed(line, caret);
      if (changed) told.value = null;
      if (changed) draft.keep();
    },
    show(line, caret) {
      text.show(line, caret);
      draft.keep();
    },
    take(option) {
      const taken = text.take(option);
      if (taken) draft.keep();
      return taken;
    },
    append(name) {
      text.append(name);
      draft.keep();
    },
    enter() {
      if (!needs.ready.peek()) return 'notYet';
      const entered = entering.enter();
      if (entered !== 'nothing') tell(entered);
      return entered;
    },
    edit(noteId) {
      if (editing.note.peek()?.note.id === noteId) return;
      entering.keepEdit();
      const view = notes.peek().find((n) => n.note.id === noteId);
      if (view) editing.start(view);
    },
    leaveEdit() {
      if (!editing.note.peek()) return false;
      editing.leave();
      return true;
    },
    undo: () => tellTurned(keeper.undo(), 'undone'),
    redo: () => tellTurned(keeper.redo(), 'redone'),
    restore: () =>
      draft.restore((found, { history }) => {
        keeper.recall(history);
        entering.again(found.pending);
        editing.restore(found);
      }),
    park: () => draft.park(keeper.memory()),
    unpark: draft.unpark,
    settled: draft.settle,
    dispose() {
      editing.dispose();
      draft.leave();
    },
  };
}
