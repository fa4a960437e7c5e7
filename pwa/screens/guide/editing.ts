import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type GuideContent, guideContentOf } from '#core/guide/index.ts';
import type { DraftStore } from '#core/ports/drafts.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** Unsaved edits of one guide: what it says now, and the version they began from. */
export interface Unsaved {
  basedOn: string;
  content: GuideContent;
}

/** Steps that can be taken back. */
const mostSteps = 200;

/** Unsaved edits of the guide on screen, on disk with every change, and the way back through them. */
export interface Editing {
  /** Null while nothing differs from the version that is in use, and while the disk is read. */
  unsaved: ReadonlySignal<Unsaved | null>;
  canUndo: ReadonlySignal<boolean>;
  canRedo: ReadonlySignal<boolean>;
  /** False once an edit could not be written to disk, until one can. */
  kept: ReadonlySignal<boolean>;
  /** Reads what was left of this guide, and is about it from then on. */
  open(family: string): Promise<void>;
  /** Steps with the same `tag` one after the other (typing in one field) are one. */
  put(basedOn: string, next: GuideContent | null, tag: string): void;
  /** What is unsaved follows this version from now on. */
  rebase(basedOn: string): void;
  undo(): void;
  redo(): void;
  /** Nothing is unsaved any more: it became a version, or was thrown away. */
  clear(): void;
  /** The window goes away, perhaps to come back at once: what is on its way to the disk is put where a reload finds it. */
  park(): void;
}

const keyOf = (family: string) => `guide-${family}`;

const parkedKey = (family: string) => `guide parked ${family}`;

export function makeEditing(drafts: DraftStore, memory: Deps['memory']): Editing {
  const unsaved = signal<Unsaved | null>(null);
  const past = signal<readonly (Unsaved | null)[]>([]);
  const future = signal<readonly (Unsaved | null)[]>([]);
  const kept = signal(true);
  let family = '';
  let lastTag = '';
  /** Texts of guides that are not known to be on disk yet. */
  const onTheirWay = new Map<string, string>();
  const set = (next: Unsaved | null) => {
    unsaved.value = next;
    const of = family;
    const key = keyOf(of);
    const text = next ? JSON.stringify(next) : '';
    onTheirWay.set(of, text);
    const onDisk = (written: string | undefined) => {
      kept.value = true;
      if (onTheirWay.get(of) !== written) return;
      onTheirWay.delete(of);
      memory.write(parkedKey(of), '');
    };
    void drafts.write(key, text).then((done) => {
      kept.value = done;
      if (done) onDisk(text);
      else void drafts.whenKept(key).then(() => onDisk(onTheirWay.get(of)));
    });
  };
  const step = (from: typeof past, to: typeof past) => {
    const back = from.peek();
    if (back.length === 0) return;
    to.value = [...to.peek(), unsaved.peek()];
    from.value = back.slice(0, -1);
    lastTag = '';
    set(back.at(-1) ?? null);
  };
  const forget = () => {
    past.value = [];
    future.value = [];
    lastTag = '';
  };
  return {
    unsaved,
    kept,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    async open(of) {
      family = of;
      forget();
      unsaved.value = null;
      const parked = unsavedIn(memory.read(parkedKey(of)));
      const stored = await drafts.read(keyOf(of));
      // another guide may be on screen by now, or something typed here already
      if (family !== of || unsaved.peek() || past.peek().length > 0) return;
      if (parked) set(parked);
      else unsaved.value = unsavedIn(stored);
    },
    rebase(basedOn) {
      const now = unsaved.peek();
      if (now) set({ ...now, basedOn });
    },
    put(basedOn, next, tag) {
      if (tag === '' || tag !== lastTag) past.value = [...past.peek(), unsaved.peek()].slice(-mostSteps);
      future.value = [];
      lastTag = tag;
      set(next && { basedOn, content: next });
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
    clear() {
      forget();
      set(null);
    },
    park() {
      for (const [of, text] of onTheirWay) memory.write(parkedKey(of), text);
    },
  };
}

/** What stands on the disk, or null where that is nothing we wrote. */
function unsavedIn(stored: string): Unsaved | null {
  if (stored === '') return null;
  try {
    const read = JSON.parse(stored) as { basedOn?: unknown; content?: unknown } | null;
    const content = guideContentOf(read?.content);
    return content && typeof read?.basedOn === 'string' ? { basedOn: read.basedOn, content } : null;
  } catch {
    return null;
  }
}
