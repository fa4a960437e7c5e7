import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Parked, Seat } from '#core/browser/parts/seat.ts';
import type { DraftStore } from '#core/ports/drafts.ts';
import type { SaveState } from '#core/ports/replica.ts';
import { type Draft, draftFrom, draftOfBoth, draftText, type PendingLine } from './draft.ts';

export interface LineDraftNeeds {
  drafts: DraftStore;
  seat: () => Promise<Seat>;
  /** Resolves once all that was applied is on disk, or with why it is not. */
  whenSaved(): Promise<SaveState>;
  /** What stands in the line now. */
  now(): Omit<Draft, 'pending'>;
}

/** Keeps on disk what is typed and not safely a note: when it is written, where, and until when. */
export interface LineDraft {
  /** The unfinished line is on disk. */
  kept: ReadonlySignal<boolean>;
  /** The line changed. */
  keep(): void;
  /** Holds a line until its note is on disk: a kill in between leaves one of the two. */
  keepUntilSaved(line: PendingLine): void;
  /** The document was saved: what waited for that need not be kept twice. */
  settle(): void;
  /** Takes the seat and gives what a reload or a crash left there; `put` brings it back. */
  restore(put: (found: Draft, seat: Seat) => void): Promise<void>;
  /** The window goes away, perhaps to come back at once; `history` is what it can take back. */
  park(history: string): void;
  /** The window is back as it was: what it parked is not news any more. */
  unpark(): void;
  leave(): void;
}

/** Texts on their way to the store that are remembered while the disk is slow or full. */
const mostSent = 50;

export function makeLineDraft({ drafts, whenSaved, ...needs }: LineDraftNeeds): LineDraft {
  const kept = signal(true);
  let pending: readonly PendingLine[] = [];
  let seat: Seat | null = null;
  let left = false;
  /** The window is going: what is parked stays until it is read or the window comes back. */
  let away = false;
  /** What may be in the store: the text last known to be there, and those sent since. */
  let sent: readonly string[] = [];

  const textNow = () => draftText({ ...needs.now(), pending });
  const onDisk = (written: string) => {
    kept.value = true;
    sent = sent.slice(Math.max(0, sent.indexOf(written)));
    if (!away && sent.length === 1) seat?.unpark();
  };
  const keep = () => {
    if (!seat || left) return;
    const { key } = seat;
    const written = textNow();
    if (sent.at(-1) !== written) sent = [...sent.slice(0, 1), ...sent.slice(1).slice(-mostSent), written];
    void drafts.write(key, written).then((done) => {
      kept.value = done;
      if (done) onDisk(written);
      else void drafts.whenKept(key).then(() => onDisk(sent.at(-1) ?? ''));
    });
  };
  const settle = () => {
    const mine = pending;
    if (mine.length === 0) return;
    void whenSaved().then((state) => {
      if (state.kind !== 'saved') return;
      pending = pending.filter((p) => !mine.includes(p));
      keep();
    });
  };
  /** The last notes may still be on their way to the disk; the seat is given up once nothing of them is in the draft. */
  const leave = async () => {
    left = true;
    const mine = seat;
    if (!mine) return;
    if (pending.length > 0 && (await whenSaved()).kind === 'saved')
      await drafts.write(mine.key, draftText({ ...needs.now(), pending: [] }));
    mine.leave();
  };

  return {
    kept,
    keep,
    keepUntilSaved(line) {
      pending = [...pending, line];
      settle();
    },
    settle,
    async restore(put) {
      const taken = await needs.seat();
      if (left) return taken.leave();
      const stored = await drafts.read(taken.key);
      if (left) return taken.leave();
      const found = draftAtSeat(taken.parked, stored);
      seat = taken;
      sent = [stored];
      put(found, taken);
      // What was parked, or has changed by being restored, is not in the store yet.
      if (taken.parked !== null || draftText(found) !== textNow()) keep();
    },
    park(history) {
      away = true;
      seat?.park({ text: textNow(), before: sent });
      seat?.keepHistory(history);
    },
    unpark() {
      away = false;
      keep();
    },
    leave: () => void leave(),
  };
}

/** What this window left and what its seat holds: both, unless the store only lags behind this very window. */
function draftAtSeat(parked: Parked | null, stored: string): Draft {
  if (parked === null) return draftFrom(stored);
  const lags = stored === '' || stored === parked.text || parked.before.includes(stored);
  const mine = draftFrom(parked.text);
  return lags ? mine : draftOfBoth(draftFrom(stored), mine);
}
