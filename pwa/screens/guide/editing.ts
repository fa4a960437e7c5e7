import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { moveTo, otherSeats, type Seat, takeSeat } from '#core/browser/parts/seat.ts';
import { type GuideContent, guideContentOf } from '#core/guide/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** Unsaved edits of one guide: what it says now, and the version they began from. */
export interface Unsaved {
  basedOn: string;
  content: GuideContent;
}

/** Steps that can be taken back. */
const mostSteps = 200;

/**
 * Unsaved edits of the guide on screen, on disk with every change, and the way back through them. Every window has its own
 * (core/browser/parts/seat.ts).
 */
export interface Editing {
  /** Null while nothing differs from the version that is in use, and while the disk is read. */
  unsaved: ReadonlySignal<Unsaved | null>;
  canUndo: ReadonlySignal<boolean>;
  canRedo: ReadonlySignal<boolean>;
  /** False once an edit could not be written to disk, until one can. */
  kept: ReadonlySignal<boolean>;
  /** Other unsaved edits of this guide on this device; `left`: those that no window has open. */
  others: ReadonlySignal<{ left: number; open: number }>;
  /** Reads what was left of this guide, and is about it from then on; `shown` is called in that very moment. */
  open(family: string, shown: () => void): Promise<void>;
  /** Steps with the same `tag` one after the other (typing in one field) are one. */
  put(basedOn: string, next: GuideContent | null, tag: string): void;
  /** What is unsaved follows this version from now on. */
  rebase(basedOn: string): void;
  undo(): void;
  redo(): void;
  /** Nothing is unsaved any more: it became a version, or was thrown away. */
  clear(): void;
  /** Goes on with edits that no window has open; those of this window are left in their place. */
  takeLeft(): Promise<void>;
  /** Looks again what others are at: they begin and end without a word. */
  look(): Promise<void>;
  /** The window goes away, perhaps to come back at once: what is on its way to the disk is put where a reload finds it. */
  park(): void;
  /** Another window may have these edits from now on. */
  leave(): void;
}

const placeOf = (family: string) => `guide-${family}`;

export function makeEditing({ drafts, session }: Pick<Deps, 'drafts' | 'session'>): Editing {
  const unsaved = signal<Unsaved | null>(null);
  const past = signal<readonly (Unsaved | null)[]>([]);
  const future = signal<readonly (Unsaved | null)[]>([]);
  const kept = signal(true);
  const others = signal<readonly { key: string; isTaken: boolean }[]>([]);
  let family = '';
  let seat: Seat | null = null;
  let lastTag = '';
  /** Only the newest wish for a seat counts: the disk is read meanwhile. */
  let wish = 0;
  /** Texts that are not known to be on disk yet. */
  const onTheirWay = new Map<Seat, string>();
  const lineIn = (key: string) => drafts.read(key);
  let looks = 0;
  const look = async () => {
    const at = seat;
    if (!at) return;
    const own = ++looks;
    const found = await otherSeats(placeOf(family), at.key, lineIn, session.workspace);
    if (seat === at && own === looks) others.value = found.filter(({ text }) => unsavedIn(text));
  };
  const set = (next: Unsaved | null) => {
    unsaved.value = next;
    const at = seat;
    if (!at) return;
    const text = next ? JSON.stringify(next) : '';
    onTheirWay.set(at, text);
    const onDisk = (written: string | undefined) => {
      kept.value = true;
      if (onTheirWay.get(at) !== written) return;
      onTheirWay.delete(at);
      at.unpark();
    };
    void drafts.write(at.key, text).then((done) => {
      kept.value = done;
      if (done) onDisk(text);
      else void drafts.whenKept(at.key).then(() => onDisk(onTheirWay.get(at)));
    });
    if (!next) void look();
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
  const sitAt = (next: Seat, found: Unsaved | null) => {
    seat?.leave();
    seat = next;
    forget();
    unsaved.value = found;
    others.value = [];
    void look();
  };
  return {
    unsaved,
    kept,
    others: computed(() => {
      const open = others.value.filter(({ isTaken }) => isTaken).length;
      return { open, left: others.value.length - open };
    }),
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    async open(of, shown) {
      const own = ++wish;
      if (of === family) return;
      const taken = await takeSeat(placeOf(of), lineIn, session.workspace);
      const stored = await drafts.read(taken.key);
      if (own !== wish) return taken.leave();
      batch(() => {
        family = of;
        sitAt(taken, unsavedIn(stored));
        if (taken.parked?.text === stored) taken.unpark();
        else if (taken.parked) {
          // should it be another window's that lies there, it is one step back
          if (unsaved.peek()) past.value = [unsaved.peek()];
          set(unsavedIn(taken.parked.text));
        }
        shown();
      });
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
    async takeLeft() {
      const own = ++wish;
      const to = others.peek().find(({ isTaken }) => !isTaken);
      if (!to || !seat) return;
      await drafts.whenKept(seat.key);
      const taken = own === wish ? await moveTo(placeOf(family), to.key, session.workspace) : null;
      const stored = taken ? await drafts.read(taken.key) : '';
      if (!taken || own !== wish) {
        taken?.leave();
        return look();
      }
      batch(() => sitAt(taken, unsavedIn(stored)));
    },
    look,
    park() {
      for (const [at, text] of onTheirWay) at.park({ text, before: [] });
    },
    leave() {
      wish++;
      seat?.leave();
      seat = null;
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
