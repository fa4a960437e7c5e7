import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import { applySettled } from '#core/browser/parts/settled.ts';
import type { Change } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import type { Stored } from '#core/model/record.ts';
import { fail, type Result } from '#core/model/result.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import {
  type BookStep,
  type Broader,
  bookStep,
  broaderOf,
  type CategoryOwners,
  type Codebook,
  categoryOwner,
  categoryOwnersOf,
  codebookOf,
  competitor,
  type InterviewFacts,
  type MeasureRefusal,
  type MergeRefusal,
  type NestRefusal,
  type Rival,
  type RivalRefusal,
  recordStep,
  rivalsOf,
  sighting,
  stepsOf,
  type ThemeRefusal,
  type ThemeTree,
  takeBack,
  theme,
  treeOf,
  type UndoRefusal,
  type UndoStack,
  undoStackOf,
  undoWords,
} from '#core/themes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

export type BookNeeds = Pick<Deps, 'replica' | 'facts' | 'session' | 'state' | 'chance' | 'clock'>;

export type Refusal =
  | ThemeRefusal
  | MergeRefusal
  | NestRefusal
  | MeasureRefusal
  | RivalRefusal
  | UndoRefusal
  /** It could not be put on disk, and what follows must not rest on it. */
  | { kind: 'notSaved' };

/** A change that was made, and the way to take it back. */
export interface Done {
  kind: 'done';
  undo(): Promise<Done | Refusal>;
}

/** Everything that is read of the codebook document. */
export interface BookReading extends Stored {
  book: Codebook;
  tree: ThemeTree;
  broader: Broader;
  owners: CategoryOwners;
  steps: readonly BookStep[];
  rivals: readonly Rival[];
}

/** The codebook as a screen works with it. */
export interface Desk {
  doc: DocName;
  /** Null until it is open. */
  reading: ReadonlySignal<BookReading | null>;
  /** Of the cycle on screen. */
  facts: ReadonlySignal<readonly InterviewFacts[]>;
  /** Why it could not be read; empty when all is well. */
  trouble: ReadonlySignal<string>;
  stack: ReadonlySignal<UndoStack>;
  newId(): string;
  /** Makes a change and records it as a step called `did`, in one transaction. */
  change(did: string, make: Make): Promise<Done | Refusal>;
  /** As `change`, but done only once it is on disk. */
  changeOnDisk(did: string, make: Make): Promise<Done | Refusal>;
  /** Takes a step of one's own back. */
  takeBack(step: string): Promise<Done | Refusal>;
  /** Takes back the latest own step of the last half day, or makes it again; null where there is none. */
  undo(): { step: BookStep; doing: Promise<Done | Refusal> } | null;
  redo(): { step: BookStep; doing: Promise<Done | Refusal> } | null;
  dispose(): void;
}

type Make = (on: BookReading) => Result<Change[], Refusal>;

/** Ctrl Z goes back this far; older steps are taken back from the history. Milliseconds. */
const halfDay = 12 * 3600 * 1000;

/** Opens the codebook and follows it, with the interviews of the cycle on screen. */
export function openDesk(deps: BookNeeds): Desk {
  const doc = docName(deps.session.workspace, 'codebook');
  const reading = signal<BookReading | null>(null);
  const facts = signal<readonly InterviewFacts[]>([]);
  const trouble = signal('');
  const hear = (why: unknown) => {
    trouble.value = why instanceof Error ? why.message : String(why);
  };
  const stops = [
    followDoc(
      deps.replica,
      doc,
      (opened) => {
        reading.value = readingOf(opened);
      },
      hear,
    ),
    followFacts(deps, facts, hear),
  ];
  const stack = computed(() =>
    undoStackOf(reading.value?.steps ?? [], deps.session.member, deps.clock.now() - halfDay),
  );
  const carryOut = async (
    did: string,
    make: Make,
    undoes: string,
    toDisk: boolean,
  ): Promise<Done | Refusal> => {
    const now = reading.peek();
    if (!now) throw new Error('the codebook is not open yet');
    const made = make(now);
    if (!made.ok) return made.why;
    const step = newId<'step'>(deps.chance);
    const done: Done = { kind: 'done', undo: () => back(step, undoWords.undo) };
    if (made.value.length === 0) return { kind: 'done', undo: async () => done };
    const { member, memberName } = deps.session;
    const note = { at: deps.clock.now(), by: member, byName: memberName, did, undoes };
    const changes = [...made.value, ...recordStep(now, doc, step, made.value, note)];
    const why = { who: member, why: did };
    if (!toDisk) await deps.replica.apply(changes, why);
    else if ((await applySettled(deps.replica, changes, why)).kind !== 'saved') {
      await done.undo();
      return { kind: 'notSaved' };
    }
    return done;
  };
  const back = (id: string, did: string) => {
    const step = reading.peek()?.steps.find((s) => s.id === id);
    return carryOut(
      did,
      (on) => (step ? takeBack(on, doc, step) : fail({ kind: 'changedSince' })),
      id,
      false,
    );
  };
  const turn = (steps: readonly BookStep[], did: string) => {
    const step = steps.at(-1);
    return step ? { step, doing: back(step.id, did) } : null;
  };
  return {
    doc,
    reading,
    facts,
    trouble,
    stack,
    newId: () => newId(deps.chance),
    change: (did, make) => carryOut(did, make, '', false),
    changeOnDisk: (did, make) => carryOut(did, make, '', true),
    takeBack: (step) => back(step, undoWords.undo),
    undo: () => turn(stack.peek().done, undoWords.undo),
    redo: () => turn(stack.peek().undone, undoWords.redo),
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

function readingOf(opened: OpenDoc): BookReading {
  const book = codebookOf(opened.read(theme.collection));
  const tree = treeOf(book);
  return {
    read: (collection) => opened.read(collection),
    book,
    tree,
    broader: broaderOf(book, tree),
    owners: categoryOwnersOf(opened.read(categoryOwner.collection)),
    steps: stepsOf(opened.read(bookStep.collection)),
    rivals: rivalsOf(opened.read(competitor.collection), opened.read(sighting.collection)),
  };
}

function followFacts(
  deps: BookNeeds,
  into: { value: readonly InterviewFacts[] },
  hear: (why: unknown) => void,
): () => void {
  let asked = 0;
  const read = async (cycle: string) => {
    const mine = ++asked;
    const found = cycle === '' ? [] : await deps.facts.ofCycle(cycle);
    if (mine === asked) into.value = found;
  };
  const stopEffect = effect(() => {
    void read(deps.state.cycle.value).catch(hear);
  });
  const stopWatch = deps.facts.watch(() => void read(deps.state.cycle.peek()).catch(hear));
  return () => {
    asked++;
    stopEffect();
    stopWatch();
  };
}
