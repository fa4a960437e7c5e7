import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import type { Result } from '#core/model/result.ts';
import {
  captureNote,
  editNote,
  joinNotes,
  type Mention,
  moveNote,
  orderBetween,
  removeNote,
  restoreNote,
  splitNote,
  type TaggedNote,
  tagNote,
  untagNote,
} from '#core/notes/index.ts';
import {
  addTheme,
  bookStep,
  type Codebook,
  categories,
  keepMeasure,
  keepRival,
  mergeMany,
  mergeThemes,
  moveInPlace,
  moveMention,
  moveTheme,
  nestTheme,
  ownTheme,
  renameTheme,
  restoreTheme,
  retireTheme,
  rivalsOf,
  splitTheme,
  stepsOf,
  takeBack,
  takeBackTheme,
  toEach,
  treeOf,
  unmergeTheme,
} from '#core/themes/index.ts';
import { bookDoc, type Device, idOf, interviews } from './device.ts';

/** One thing that happens: to whom, what, and two numbers that choose among what there is. */
export interface Act {
  who: number;
  what: What;
  a: number;
  b: number;
}

/** Few starter themes, so that people meet on the same ones. */
const few = ['starter-product-speed', 'starter-product-reliability', 'starter-value-price'];

function pick<T>(from: readonly T[], n: number): T | undefined {
  return from[n % Math.max(1, from.length)];
}

const themesOf = (book: Codebook): string[] => [
  ...few,
  ...[...book.all.keys()].filter((id) => !id.startsWith('starter-')).sort(),
];
const aTheme = (d: Device, n: number): string => pick(themesOf(d.book()), n) ?? '';
const anInterview = (n: number): DocName => pick(interviews, n) ?? interviews[0]!;

function aNote(d: Device, n: number): { doc: DocName; note: TaggedNote } | null {
  const doc = anInterview(n);
  const note = pick(d.notes(doc), n >> 1);
  return note ? { doc, note } : null;
}

const got = (made: Result<Change[], unknown>): Change[] => (made.ok ? made.value : []);

/** A codebook change, remembered for undo. */
function did(d: Device, what: string, made: Result<Change[], unknown>): void {
  const step = d.change(what, got(made));
  if (step === '') return;
  d.done.push(step);
  d.undone = [];
}

function stepBack(d: Device, from: string[], to: string[], what: string): void {
  const id = from.pop();
  const step = stepsOf(d.read(bookStep.collection)).find((s) => s.id === id);
  const made = step ? takeBack(d, bookDoc, step) : null;
  if (made?.ok) to.push(d.change(what, made.value, id));
}

function takeNote(d: Device, a: number, themes: readonly string[]): void {
  const doc = anInterview(a);
  const order = orderBetween(d.notes(doc).at(-1)?.order ?? null, null, d.chance);
  d.apply(
    captureNote({
      doc,
      id: idOf(d.newId()),
      read: { text: `said ${a}`, verbatim: a % 3 === 0, severity: 0, valence: 'none' },
      themes,
      order,
      at: a,
      area: 'scoreDrivers',
      question: '',
      author: d.name,
      authorName: '',
    }),
  );
}

/** A theme named on the line: the draft has it before the documents do. */
function takeNoteWithNewTheme(d: Device, a: number): void {
  const id = d.newId();
  const name = `named ${a % 7}`;
  const made = addTheme(d.book(), bookDoc, idOf(id), { name, category: 'product', fresh: true });
  if (!made.ok) return;
  d.draft.set(id, name);
  d.apply(made.value);
  takeNote(d, a, [id]);
  // Taken back at once, as Ctrl Z in a call does it: the note goes and the theme is not offered.
  if (a % 5 !== 0) return;
  const { doc, note } = aNote(d, a) ?? {};
  if (doc && note) forget(d, doc, note);
  d.apply([takeBackTheme(bookDoc, id)]);
}

function forget(d: Device, doc: DocName, note: TaggedNote): void {
  d.wires.takenAway.add(note.id);
  d.apply(removeNote(doc, note.id));
}

/** Every second of the mentions goes to a new theme, which is on disk before any of them moves. */
function split(d: Device, a: number, b: number): void {
  const from = aTheme(d, a);
  const id = d.newId();
  const as = { name: `part ${id}`, category: pick(categories, b) ?? 'product' };
  const made = splitTheme(d.book(), bookDoc, idOf(id), from, as);
  if (!made.ok) return;
  did(d, 'split', made);
  d.save(bookDoc);
  const chosen = interviews.flatMap((doc) =>
    d.notes(doc).flatMap((n) => n.mentions.filter((m) => m.theme === from).map((m) => [doc, m] as const)),
  );
  const moved = chosen.filter((_, i) => (i + b) % 2 === 0);
  d.apply(moved.flatMap(([doc, m]: readonly [DocName, Mention]) => moveMention(doc, m, id, [])));
}

const lineOf = ({ text, verbatim, severity, valence }: TaggedNote) => ({ text, verbatim, severity, valence });

/** A theme that somebody picks is on disk by then: writing takes milliseconds, reading its name takes seconds. */
function pickedTheme(d: Device, n: number): string {
  d.save(bookDoc);
  return aTheme(d, n);
}

/** What people and machines do. Each does nothing where there is nothing to do it to. */
export const acts = {
  note: (d, a, b) => takeNote(d, a, b % 2 === 0 ? [pickedTheme(d, b)] : []),
  noteWithNewTheme: (d, a) => takeNoteWithNewTheme(d, a),
  editNote: (d, a, b) => {
    const { doc, note } = aNote(d, a) ?? {};
    if (!doc || !note) return;
    const after = {
      ...lineOf(note),
      text: `${note.text} ${b % 9}`,
      severity: pick([0, 1, 2, 3] as const, b) ?? 0,
    };
    const tagged = note.mentions.map((m) => m.theme);
    const graded = new Map(tagged.map((t) => [t, after.severity]));
    d.apply(editNote({ doc, note, before: lineOf(note), after, tagged, put: graded, drop: [], by: d.name }));
  },
  splitNote: (d, a, b) => {
    const { doc, note } = aNote(d, a) ?? {};
    if (!doc || !note) return;
    const notes = d.notes(doc);
    const themes = new Map(note.mentions.map((m) => [m.theme, m.severity]));
    d.apply(
      splitNote({
        doc,
        note,
        before: lineOf(note),
        halves: [
          { ...lineOf(note), text: `first ${b % 9}` },
          { ...lineOf(note), text: `second ${b % 9}` },
        ],
        themes: [themes, b % 2 === 0 ? themes : new Map()],
        id: idOf(d.newId()),
        next: notes[notes.findIndex((n) => n.id === note.id) + 1]?.order ?? null,
        by: d.name,
        chance: d.chance,
      }),
    );
  },
  joinNotes: (d, a, b) => {
    const { doc, note } = aNote(d, a) ?? {};
    const from = doc && pick(d.notes(doc), b);
    if (!doc || !note || !from || from.id === note.id) return;
    d.wires.takenAway.add(from.id);
    d.apply(joinNotes(doc, note, from));
  },
  moveNote: (d, a, b) => {
    const { doc, note } = aNote(d, a) ?? {};
    if (!doc || !note) return;
    const before = pick(d.notes(doc), b)?.id ?? null;
    if (before !== note.id) d.apply(moveNote(doc, d.notes(doc), note.id, before, d.chance));
  },
  removeNote: (d, a) => {
    const { doc, note } = aNote(d, a) ?? {};
    if (doc && note) forget(d, doc, note);
  },
  removeAndRestoreNote: (d, a) => {
    const { doc, note } = aNote(d, a) ?? {};
    if (!doc || !note) return;
    forget(d, doc, note);
    d.apply(restoreNote(doc, note));
  },
  tag: (d, a, b) => {
    const { doc, note } = aNote(d, a) ?? {};
    if (doc && note) d.apply([tagNote(doc, note, pickedTheme(d, b), d.name)]);
  },
  untag: (d, a, b) => {
    const { doc, note } = aNote(d, a) ?? {};
    const m = pick(note?.mentions ?? [], b);
    if (doc && note && m) d.apply([untagNote(doc, note.id, m.theme)]);
  },
  add: (d, a, b) =>
    did(
      d,
      'added',
      addTheme(d.book(), bookDoc, idOf(d.newId()), {
        name: `theme ${a % 20}`,
        category: pick(categories, b) ?? 'value',
      }),
    ),
  rename: (d, a, b) => did(d, 'renamed', renameTheme(d.book(), bookDoc, aTheme(d, a), `name ${b % 30}`)),
  move: (d, a, b) =>
    did(d, 'moved', moveTheme(d.book(), bookDoc, aTheme(d, a), pick(categories, b) ?? 'value')),
  merge: (d, a, b) => did(d, 'merged', mergeThemes(d.book(), bookDoc, aTheme(d, a), aTheme(d, b))),
  mergeMany: (d, a, b) =>
    did(d, 'merged', mergeMany(d.book(), bookDoc, [aTheme(d, a), aTheme(d, a + 1)], aTheme(d, b))),
  unmerge: (d, a) => did(d, 'unmerged', unmergeTheme(d.book(), bookDoc, aTheme(d, a))),
  split,
  nest: (d, a, b) =>
    did(d, 'nested', nestTheme(d.book(), bookDoc, aTheme(d, a), b % 5 === 0 ? '' : aTheme(d, b))),
  retireMany: (d, a, b) =>
    did(
      d,
      'retired',
      toEach([aTheme(d, a), aTheme(d, b)], (id) => retireTheme(d.book(), bookDoc, id)),
    ),
  restore: (d, a) => did(d, 'restored', restoreTheme(d.book(), bookDoc, aTheme(d, a))),
  own: (d, a, b) => did(d, 'owned', ownTheme(d.book(), bookDoc, aTheme(d, a), `owner ${b % 3}`)),
  reorder: (d, a, b) => {
    const book = d.book();
    const shown = treeOf(book).partsOf('');
    const moved = moveInPlace(book, bookDoc, shown, pick(shown, a) ?? '', b % 2 === 0 ? 1 : -1, d.chance);
    did(d, 'reordered', { ok: true, value: moved });
  },
  measure: (d, a, b) =>
    did(
      d,
      'measured',
      keepMeasure(bookDoc, `m${b % 3}`, aTheme(d, a), {
        what: 'response time',
        unit: 'h',
        before: '3',
        after: `${a}`,
        since: '',
      }),
    ),
  rival: (d, a, b) => {
    const rivals = rivalsOf(d.read('competitor'), d.read('sighting'));
    const seen = { i1: pick(['known', 'evaluated', 'used', null] as const, b) ?? null };
    const draft = { name: `rival ${a % 3}`, feature: `f${b}`, theme: aTheme(d, b), seen };
    did(d, 'rival', keepRival(rivals, bookDoc, `r${b % 3}`, draft));
  },
  undo: (d) => stepBack(d, d.done, d.undone, 'undone'),
  redo: (d) => stepBack(d, d.undone, d.done, 'redone'),
  save: (d, a) => d.save(pick([bookDoc, ...interviews], a) ?? bookDoc),
  crash: (d) => d.crash(),
  leave: (d) => void d.wires.cut.add(d),
  comeBack: (d) => d.wires.reconnect(d),
  deliver: (d, a) => d.wires.deliver(a, false),
  deliverTwice: (d, a) => d.wires.deliver(a, true),
} satisfies Record<string, (d: Device, a: number, b: number) => void>;

export type What = keyof typeof acts;
