import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Area } from '#core/guide/index.ts';
import { type Draft, joined } from './draft.ts';
import type { LineText } from './line.ts';
import type { NoteView } from './noteView.ts';
import type { Spelling } from './spelling.ts';

/** Where in the guide a note belongs. */
export interface Place {
  area: Area;
  question: string;
}

export interface EditingNeeds {
  text: LineText;
  spelling: Spelling;
  notes: ReadonlySignal<readonly NoteView[]>;
  /** The question on screen. */
  place(): Place;
  /** What stands in the line changed: its draft is kept. */
  keep(): void;
}

/** Which note the capture line is about: a new one, or one being edited over it. */
export interface Editing {
  /** The note whose wording is in the line; null while a new one is typed. */
  note: ReadonlySignal<NoteView | null>;
  /** Its line as it was when editing began; empty for a new one. */
  wording(): string;
  /** For the draft: the note being edited, its line before, and the unfinished new line that it interrupted. */
  unfinished(): Pick<Draft, 'editing' | 'wording' | 'stash'>;
  /** The first letter of a new line: the question on screen is the one it belongs to. */
  begin(): void;
  /** The question that was on screen when the new line was begun. */
  begunAt(): Place;
  start(view: NoteView, caret?: number): void;
  /** Back to the new line, with what stood in it. */
  leave(): void;
  /** As a reload or a crash left it; what was typed since goes behind. */
  restore(found: Draft): void;
  /** A note as it is now; nothing when it was taken away. */
  freshOf(view: NoteView): NoteView | undefined;
  /** The note so many places behind one, or before it; nothing at the ends. */
  besideOf(view: NoteView, by: number): NoteView | undefined;
  dispose(): void;
}

export function makeEditing({ text, spelling, notes, place, keep }: EditingNeeds): Editing {
  const note = signal<NoteView | null>(null);
  let wording = '';
  let stash = '';
  let begun: Place | null = null;

  const placeOf = (view: NoteView) => notes.peek().findIndex((n) => n.note.id === view.note.id);
  const open = (view: NoteView, as = spelling.lineOf(view)) => {
    wording = as;
    note.value = view;
  };
  // A note that somebody takes away while it is being edited: its wording goes on as a new line, nothing is lost.
  const dispose = effect(() => {
    const view = note.value;
    if (view && !notes.value.some((n) => n.note.id === view.note.id)) note.value = null;
  });

  return {
    note,
    wording: () => wording,
    unfinished: () => ({ editing: note.peek()?.note.id ?? '', wording, stash }),
    begin() {
      begun = place();
    },
    begunAt: () => begun ?? place(),
    start(view, caret) {
      // A line that lost its note may have another one under it.
      if (!note.peek()) stash = joined(stash, text.now.peek());
      open(view);
      text.show(wording, caret);
      // Its tags are whole: an offer would stand between the arrow keys and the notes.
      text.dismiss();
      keep();
    },
    leave() {
      const line = stash;
      note.value = null;
      wording = '';
      stash = '';
      begun = line === '' ? null : (begun ?? place());
      text.show(line);
      keep();
    },
    restore(found) {
      const meanwhile = text.now.peek();
      const line = joined(found.line, meanwhile);
      const view = notes.peek().find((n) => n.note.id === found.editing);
      stash = found.stash;
      // Somebody may have reworded it since: what differs is told against the line as it was opened.
      if (view) open(view, found.wording || undefined);
      else if (line !== '') begun = place();
      if (line !== meanwhile || view) text.show(line);
    },
    freshOf: (view) => notes.peek()[placeOf(view)],
    besideOf(view, by) {
      const at = placeOf(view);
      return at < 0 ? undefined : notes.peek()[at + by];
    },
    dispose,
  };
}
