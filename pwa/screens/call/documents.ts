import { batch, type ReadonlySignal, signal } from '@preact/signals-core';
import { guideRecord } from '#core/guide/index.ts';
import type { Change } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import { recordIn, recordsIn } from '#core/model/record.ts';
import {
  type Because,
  because,
  type Cover,
  cover,
  type InterviewHead,
  interviewHead,
  makeNotesReader,
  mention,
  note,
  type TaggedNote,
  type Visit,
  visit,
  visitsOf,
} from '#core/notes/index.ts';
import type { OpenDoc, SaveState } from '#core/ports/replica.ts';
import type { Session } from '#core/ports/session.ts';
import {
  type Codebook,
  codebookOf,
  competitor,
  type Rival,
  rivalsOf,
  sighting,
  theme,
} from '#core/themes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** The three documents of a call as they are read: the interview, the codebook, the guides. */
export interface CallDocuments {
  /** Whether all are open; `failed`: one could not be. */
  standing: ReadonlySignal<'opening' | 'open' | 'failed'>;
  head: ReadonlySignal<InterviewHead | null>;
  notes: ReadonlySignal<readonly TaggedNote[]>;
  visits: ReadonlySignal<readonly Visit[]>;
  /** Which parts of a theme's mechanism the notes tell, and which theme stands beneath which, as somebody said. */
  covers: ReadonlySignal<readonly Cover[]>;
  stated: ReadonlySignal<readonly Because[]>;
  codebook: ReadonlySignal<Codebook>;
  /** The record that a change is about, of the interview or the codebook, as it is stored now; null for none. */
  recordOf(change: Change): Fields | null;
  /** Competitors of the codebook. */
  rivals: ReadonlySignal<readonly Rival[]>;
  /** Versions of guides as stored; empty until all are open. */
  guides(): ReadonlyMap<string, Fields>;
  /** Of the interview and of the codebook that has its new themes. */
  save: ReadonlySignal<SaveState>;
  /** Resolves once both are on disk, or cannot be put there. */
  whenSaved(): Promise<SaveState>;
  close(): void;
}

/** Opens them and follows them; `onSaved` is called whenever everything written so far is on disk. */
export function openCallDocuments(
  { replica, session }: Pick<Deps, 'replica' | 'session'>,
  own: DocName,
  onSaved: () => void,
): CallDocuments {
  const open = signal<{ own: OpenDoc; book: OpenDoc } | null>(null);
  const versions = signal<ReadonlyMap<string, Fields>>(new Map());
  const standing = signal<'opening' | 'open' | 'failed'>('opening');
  const head = signal<InterviewHead | null>(null);
  const notes = signal<readonly TaggedNote[]>([]);
  const visits = signal<readonly Visit[]>([]);
  const covers = signal<readonly Cover[]>([]);
  const stated = signal<readonly Because[]>([]);
  const codebook = signal(codebookOf(new Map()));
  const rivals = signal<readonly Rival[]>([]);
  const save = signal<SaveState>({ kind: 'saved' });
  const stops: (() => void)[] = [];
  let left = false;
  const close = () => {
    left = true;
    for (const stop of stops) stop();
  };
  const start = async () => {
    const [interview, book, guides] = await Promise.all([
      replica.open(own),
      replica.open(docName(session.workspace, 'codebook')),
      replica.open(docName(session.workspace, 'guides')),
    ]);
    for (const opened of [interview, book, guides]) stops.push(() => opened.close());
    if (left) return close();
    const readNotes = makeNotesReader();
    const [readVisits, readCovers, readStated] = [
      onceFor(visitsOf),
      onceFor((read) => recordsIn({ read: () => read }, cover)),
      onceFor((read) => recordsIn({ read: () => read }, because)),
    ];
    const readOwn = () =>
      batch(() => {
        keepNew(head, recordIn(interview, interviewHead, 'head'));
        notes.value = readNotes(interview.read(note.collection), interview.read(mention.collection));
        keepNew(visits, readVisits(interview.read(visit.collection)));
        keepNew(covers, readCovers(interview.read(cover.collection)));
        keepNew(stated, readStated(interview.read(because.collection)));
      });
    const readBook = () =>
      batch(() => {
        codebook.value = codebookOf(book.read(theme.collection));
        keepNew(rivals, rivalsOf(book.read(competitor.collection), book.read(sighting.collection)));
      });
    // a version never changes; one that is on its way from the server when the call opens is there once it came
    const readGuides = () => {
      versions.value = new Map(guides.read(guideRecord.collection));
    };
    const readSave = () => {
      save.value = worse(interview.save, book.save);
      if (save.value.kind === 'saved') onSaved();
    };
    stops.push(interview.watch(readOwn), book.watch(readBook), guides.watch(readGuides));
    stops.push(interview.watchSave(readSave), book.watchSave(readSave));
    batch(() => {
      save.value = worse(interview.save, book.save);
      readBook();
      readOwn();
      readGuides();
      open.value = { own: interview, book };
      standing.value = 'open';
    });
  };
  start().catch(() => {
    standing.value = 'failed';
  });
  return {
    standing,
    head,
    notes,
    visits,
    covers,
    stated,
    codebook,
    recordOf({ doc, collection, id }) {
      const docs = open.peek();
      return (doc === own ? docs?.own : docs?.book)?.read(collection).get(id) ?? null;
    },
    rivals,
    guides: () => versions.value,
    save,
    async whenSaved() {
      const now = open.peek();
      if (!now) return save.peek();
      return worse(...(await Promise.all([now.own.whenSaved(), now.book.whenSaved()])));
    },
    close,
  };
}

/** The document of the cycle a call belongs to; null where its name cannot be read. */
export function cycleDocOf(workspace: Session['workspace'], head: InterviewHead): DocName | null {
  const cycle = parseId<'cycle'>(head.cycle);
  return cycle.ok ? docName(workspace, 'cycle', cycle.value) : null;
}

/** A fault goes before waiting, waiting before saved; what waits is added up. */
function worse(a: SaveState, b: SaveState): SaveState {
  if (a.kind === 'saved') return b;
  if (b.kind === 'saved') return a;
  return { ...(b.kind === 'onlyInMemory' ? b : a), waiting: a.waiting + b.waiting };
}

/** A document tells of every change; what did not change keeps its object, so that nothing is drawn for it. */
export function keepNew<T>(into: { value: T; peek(): T }, next: T): void {
  if (into.peek() === next || JSON.stringify(into.peek()) === JSON.stringify(next)) return;
  into.value = next;
}

/** Reads a collection anew where it is another object than the last time: every note comes by here. */
function onceFor<T>(read: (stored: ReadonlyMap<string, Fields>) => T): typeof read {
  let last: { stored: ReadonlyMap<string, Fields>; value: T } | null = null;
  return (stored) => {
    if (last?.stored !== stored) last = { stored, value: read(stored) };
    return last.value;
  };
}
