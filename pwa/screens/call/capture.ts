import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Area } from '#core/guide/index.ts';
import type { Chance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import {
  type JumpTarget,
  type ReadLine,
  readLine,
  splitLine,
  type ThemeIndex,
  writeLine,
} from '#core/notes/index.ts';
import type { DraftStore } from '#core/ports/drafts.ts';
import type { SaveState } from '#core/ports/replica.ts';
import { type Draft, draftFrom, draftOfBoth, draftText, joined, type PendingLine } from './draft.ts';
import type { Keeper } from './keeper.ts';
import { type LineText, type LineWords, makeLineText } from './line.ts';
import { capturedFrom, type NoteView } from './noteView.ts';
import type { Parked, Seat } from './seat.ts';

/** What the capture line needs from the call around it. */
export interface LineNeeds extends Pick<LineWords, 'recent' | 'suggested' | 'people' | 'named' | 'jumps'> {
  drafts: DraftStore;
  chance: Chance;
  keeper: Keeper;
  seat: () => Promise<Seat>;
  /** Resolves once all that was applied is on disk, or with why it is not. */
  whenSaved(): Promise<SaveState>;
  notes: ReadonlySignal<readonly NoteView[]>;
  index: ReadonlySignal<ThemeIndex>;
  /** The documents are open: notes can be stored. */
  ready: ReadonlySignal<boolean>;
  /** Goes to a question, or to one of its probes. */
  goTo(to: JumpTarget): void;
  /** Where the guide has a question. */
  placeOf(question: string): Place | null;
  /** The question on screen. */
  place(): Place;
  /** Seconds into the call. */
  at(): number;
}

export interface Place {
  area: Area;
  question: string;
}

/** What became of Enter. */
export type Entered = 'kept' | 'tagged' | 'edited' | 'removed' | 'went' | 'nothing' | 'notYet';

/** What is said of the last thing done; `nth` tells two of a kind apart. */
export interface Told {
  what: Entered | 'split' | 'joined' | 'moved' | 'filed' | 'undone' | 'redone' | 'theirs' | 'noneLeft';
  nth: number;
}

/** The capture line: from typing to notes, and back again for editing. */
export interface CaptureLine extends LineText {
  /** The unfinished line is on disk. */
  kept: ReadonlySignal<boolean>;
  /** The note whose wording is in the line; null while a new one is typed. */
  editing: ReadonlySignal<NoteView | null>;
  /** Null once something is typed again. */
  told: ReadonlySignal<Told | null>;
  /** Keeps what is in the line. Marks alone go onto the last own note; an edited note left empty is taken away. */
  enter(): Entered;
  edit(noteId: string): void;
  /** Edits the note before (or behind) the one being edited; from a new line, the last. Only over an unchanged line. */
  editBeside(by: -1 | 1): boolean;
  /** Moves the note being edited before its neighbour, or behind; from an empty new line, the last note. */
  moveBeside(by: -1 | 1): boolean;
  /** Cuts the note being edited in two at the caret; the second half is edited next. */
  split(): boolean;
  /** Joins the note being edited to the one before it. */
  join(): boolean;
  /** Takes the note being edited away. */
  takeAway(): boolean;
  /** Takes back the last thing done to notes in this window, or brings it back. */
  undo(): void;
  redo(): void;
  /** Back to the new line, with what stood in it. */
  leaveEdit(): boolean;
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
  const { keeper, notes, index, people } = needs;
  const text = makeLineText({ ...needs, themes: index, jump: (to) => jump(to) });
  const kept = signal(true);
  const editing = signal<NoteView | null>(null);
  const told = signal<Told | null>(null);
  let said = 0;
  const tell = (what: Told['what']) => {
    told.value = { what, nth: ++said };
  };
  /** The edited note's line as it was when editing began. */
  let wording = '';
  /** The unfinished new line that an edit interrupted. */
  let stash = '';
  let pending: readonly PendingLine[] = [];
  /** The question that was on screen when the line was begun. */
  let begun: Place | null = null;
  let seat: Seat | null = null;
  let left = false;
  /** The window is going: what is parked stays until it is read or the window comes back. */
  let away = false;
  /** What may be in the store: the text last known to be there, and those sent since. */
  let sent: readonly string[] = [];

  const draft = (): Draft => ({
    line: text.now.peek(),
    editing: editing.peek()?.note.id ?? '',
    stash,
    pending,
  });
  const onDisk = (written: string) => {
    kept.value = true;
    sent = sent.slice(Math.max(0, sent.indexOf(written)));
    if (!away && sent.length === 1) seat?.unpark();
  };
  const keepDraft = () => {
    if (!seat || left) return;
    const { key } = seat;
    const written = draftText(draft());
    if (sent.at(-1) !== written) sent = [...sent.slice(0, 1), ...sent.slice(1).slice(-mostSent), written];
    void needs.drafts.write(key, written).then((done) => {
      kept.value = done;
      if (done) onDisk(written);
      else void needs.drafts.whenKept(key).then(() => onDisk(sent.at(-1) ?? ''));
    });
  };
  const settle = () => {
    const mine = pending;
    if (mine.length === 0) return;
    void needs.whenSaved().then((state) => {
      if (state.kind !== 'saved') return;
      pending = pending.filter((p) => !mine.includes(p));
      keepDraft();
    });
  };
  /** The draft holds a line until its note is on disk: a kill in between leaves one of the two. */
  const keepUntilSaved = (line: PendingLine) => {
    pending = [...pending, line];
    settle();
  };
  const lineOf = (view: NoteView) => writeLine(capturedFrom(view), index.peek(), people.peek());
  const read = (line: string) => readLine(line, index.peek(), people.peek());
  const showNew = (line: string) => {
    editing.value = null;
    wording = '';
    stash = '';
    begun = line === '' ? null : (begun ?? needs.place());
    text.show(line);
    keepDraft();
  };
  const startEdit = (view: NoteView, caret?: number) => {
    // A line that lost its note may have another one under it.
    if (!editing.peek()) stash = joined(stash, text.now.peek());
    wording = lineOf(view);
    editing.value = view;
    text.show(wording, caret);
    // Its tags are whole: an offer would stand between the arrow keys and the notes.
    text.dismiss();
    keepDraft();
  };
  const freshOf = (view: NoteView) => notes.peek().find((n) => n.note.id === view.note.id);
  const rewrite = (view: NoteView, before: string, line: string) => {
    const made = keeper.rewrite(view, read(before), read(line));
    const { id, at, area, question } = view.note;
    keepUntilSaved({ note: id, line, at, area, question, edit: true, made });
  };

  const enterNew = (line: string, said: ReadLine): Entered => {
    const note = newId<'note'>(needs.chance);
    const captured = { note, line, ...(begun ?? needs.place()), at: needs.at(), edit: false };
    keepUntilSaved({ ...captured, made: keeper.store(captured, said) });
    // Not empty when the note under the line was taken away while it was being edited.
    showNew(stash);
    return 'kept';
  };
  const enterEdit = (view: NoteView, line: string): Entered => {
    const fresh = freshOf(view) ?? view;
    const after = read(line);
    if (after.text === '') keeper.takeAway(fresh);
    else rewrite(fresh, wording, line);
    showNew(stash);
    return after.text === '' ? 'removed' : 'edited';
  };
  /** What was changed is kept before another note takes its place; taking a note away is for Enter alone. */
  const keepEdit = () => {
    const view = editing.peek();
    if (!view || text.now.peek() === wording) return;
    const line = text.finished();
    if (read(line).text !== '') enterEdit(view, line);
  };
  /** `/` leads to a question; over a note being edited it files the note there. */
  const jump = (to: JumpTarget) => {
    const view = editing.peek();
    const place = needs.placeOf(to.question);
    if (view && place) {
      keeper.file(view.note.id, place);
      tell('filed');
    } else if (!view) needs.goTo(to);
    keepDraft();
  };
  const split = (view: NoteView): boolean => {
    const now = text.now.peek();
    const halves = splitLine(now, text.caret.peek(), index.peek(), people.peek());
    if (!halves) return false;
    const id = newId<'note'>(needs.chance);
    const { at, area, question } = view.note;
    const made = keeper.split(freshOf(view) ?? view, read(wording), halves, id);
    const [first, second] = halves.map((half) => writeLine(half, index.peek(), people.peek()));
    const place = { at, area, question, made };
    keepUntilSaved({ ...place, note: view.note.id, line: first ?? now, edit: true });
    keepUntilSaved({ ...place, note: id, line: second ?? now, edit: false });
    const next = notes.peek().find((n) => n.note.id === id);
    if (next) startEdit(next, 0);
    tell('split');
    return true;
  };
  const join = (view: NoteView): boolean => {
    const at = notes.peek().findIndex((n) => n.note.id === view.note.id);
    const before = notes.peek()[at - 1];
    if (!before) return false;
    keepEdit();
    const from = freshOf(view);
    if (!from) return false;
    keeper.join(before, from);
    const joint = freshOf(before);
    if (joint) startEdit(joint);
    tell('joined');
    return true;
  };
  /** A line of marks alone: "#price !!" a moment after the note it belongs to. */
  const enterMarks = (line: string, marks: ReadLine): Entered => {
    const last = notes.peek().findLast((n) => n.own);
    const some = marks.themes.length > 0 || marks.severity > 0 || marks.valence !== 'none';
    if (!last || !some) return 'nothing';
    rewrite(last, lineOf(last), `${lineOf(last)} ${line.trim()}`);
    showNew(stash);
    return 'tagged';
  };

  const enter = (): Entered => {
    const open = text.offer.peek();
    if (open?.sign === '/' && open.active >= 0) {
      text.take(open.active);
      return 'went';
    }
    const line = text.finished();
    const view = editing.peek();
    if (view) return enterEdit(view, line);
    const said = read(line);
    return said.text === '' ? enterMarks(line, said) : enterNew(line, said);
  };

  /** A line that was on its way into the document when the window died: stored now, unless it arrived. */
  const again = (line: PendingLine) => {
    const view = notes.peek().find((n) => n.note.id === line.note);
    if (view || !line.edit) keeper.putBack(line);
    if (line.edit && view) rewrite(view, lineOf(view), line.line);
    else if (!line.edit && !view)
      keepUntilSaved({ ...line, made: [...line.made, ...keeper.store(line, read(line.line))] });
    else keepUntilSaved(line);
  };
  const restore = async () => {
    const taken = await needs.seat();
    if (left) return taken.leave();
    const stored = await needs.drafts.read(taken.key);
    if (left) return taken.leave();
    keeper.recall(taken.history);
    const found = draftAtSeat(taken.parked, stored);
    seat = taken;
    sent = [stored];
    for (const line of found.pending) again(line);
    const meanwhile = text.now.peek();
    const line = joined(found.line, meanwhile);
    const view = notes.peek().find((n) => n.note.id === found.editing);
    stash = found.stash;
    if (view) {
      wording = lineOf(view);
      editing.value = view;
    } else if (line !== '') begun = needs.place();
    if (line !== meanwhile || view) text.show(line);
    // What was parked, or has changed by being restored, is not in the store yet.
    if (taken.parked !== null || draftText(found) !== draftText(draft())) keepDraft();
  };

  /** The last notes may still be on their way to the disk; the seat is given up once nothing of them is in the draft. */
  const leave = async () => {
    left = true;
    const mine = seat;
    if (!mine) return;
    if (pending.length > 0 && (await needs.whenSaved()).kind === 'saved')
      await needs.drafts.write(mine.key, draftText({ ...draft(), pending: [] }));
    mine.leave();
  };

  // A note that somebody takes away while it is being edited: its wording goes on as a new line, nothing is lost.
  const stopFollowing = effect(() => {
    const view = editing.value;
    if (view && !notes.value.some((n) => n.note.id === view.note.id)) editing.value = null;
  });

  return {
    ...text,
    kept,
    editing,
    told,
    typed(line, caret) {
      if (line !== '' && text.now.peek() === '' && !editing.peek()) begun = needs.place();
      const changed = line !== text.now.peek();
      text.typed(line, caret);
      if (changed) told.value = null;
      if (changed) keepDraft();
    },
    show(line, caret) {
      text.show(line, caret);
      keepDraft();
    },
    take(option) {
      const taken = text.take(option);
      if (taken) keepDraft();
      return taken;
    },
    append(name) {
      text.append(name);
      keepDraft();
    },
    enter() {
      if (!needs.ready.peek()) return 'notYet';
      const entered = enter();
      if (entered !== 'nothing') tell(entered);
      return entered;
    },
    undo() {
      const turned = keeper.undo();
      tell(turned === 'done' ? 'undone' : turned === 'theirs' ? 'theirs' : 'noneLeft');
    },
    redo() {
      const turned = keeper.redo();
      tell(turned === 'done' ? 'redone' : turned === 'theirs' ? 'theirs' : 'noneLeft');
    },
    edit(noteId) {
      if (editing.peek()?.note.id === noteId) return;
      keepEdit();
      const view = notes.peek().find((n) => n.note.id === noteId);
      if (view) startEdit(view);
    },
    editBeside(by) {
      const now = editing.peek();
      if (text.now.peek() !== (now ? wording : '')) return false;
      const all = notes.peek();
      const at = now ? all.findIndex((n) => n.note.id === now.note.id) : all.length;
      const next = all[at + by];
      if (next) startEdit(next);
      else if (now && by > 0) showNew(stash);
      return next !== undefined || now !== null;
    },
    moveBeside(by) {
      const view = editing.peek() ?? (text.now.peek() === '' ? notes.peek().at(-1) : undefined);
      if (!view) return false;
      const all = notes.peek();
      const at = all.findIndex((n) => n.note.id === view.note.id);
      if (at + by < 0 || at + by >= all.length) return true;
      // Behind the next one is before the one after it.
      keeper.move(view.note.id, all[by < 0 ? at - 1 : at + 2]?.note.id ?? null);
      if (!editing.peek()) startEdit(freshOf(view) ?? view);
      tell('moved');
      return true;
    },
    split() {
      const view = editing.peek();
      return view !== null && split(view);
    },
    join() {
      const view = editing.peek();
      return view !== null && join(view);
    },
    takeAway() {
      const view = editing.peek();
      if (!view) return false;
      keeper.takeAway(freshOf(view) ?? view);
      showNew(stash);
      tell('removed');
      return true;
    },
    leaveEdit() {
      if (!editing.peek()) return false;
      showNew(stash);
      return true;
    },
    restore,
    park() {
      away = true;
      seat?.park({ text: draftText(draft()), before: sent });
      seat?.keepHistory(keeper.memory());
    },
    unpark() {
      away = false;
      keepDraft();
    },
    settled: settle,
    dispose() {
      stopFollowing();
      void leave();
    },
  };
}

/** Texts on their way to the store that are remembered while the disk is slow or full. */
const mostSent = 50;

/** What this window left and what its seat holds: both, unless the store only lags behind this very window. */
function draftAtSeat(parked: Parked | null, stored: string): Draft {
  if (parked === null) return draftFrom(stored);
  const lags = stored === '' || stored === parked.text || parked.before.includes(stored);
  const mine = draftFrom(parked.text);
  return lags ? mine : draftOfBoth(draftFrom(stored), mine);
}
