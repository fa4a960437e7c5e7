import type { KeptTime } from './callClock.ts';

/** An unfinished line on its way over a reload. */
export interface Parked {
  text: string;
  /** Texts of this window that may be in the store still. Any other that is found there is another window's. */
  before: readonly string[];
}

/** A window's own place for its unfinished line, so that two windows on one interview do not overwrite each other. */
export interface Seat {
  /** Name of the draft in the store. */
  key: string;
  /** What this window parked when it went away a moment ago; null otherwise. */
  parked: Parked | null;
  /** Keeps a text over a reload: at once, where the store's own write may still be on its way. */
  park(parked: Parked): void;
  /** The parked text is on disk, or was overtaken by one that is. */
  unpark(): void;
  /** What this window can take back, as it left it when it went away a moment ago; empty otherwise. Read once. */
  history: string;
  keepHistory(text: string): void;
  leave(): void;
}

const mostSeats = 8;
/** A reloaded page may be asked for before the browser has let go of the old one's lock, milliseconds. */
const patience = 600;

/**
 * Takes a seat: the one this window had before a reload, else one that holds a line nobody is typing any more (a window
 * that crashed), else the first free one. A window that brings a parked line takes an empty one. Web Locks tell who is alive: a killed window holds nothing.
 */
export async function takeSeat(interview: string, lineIn: (key: string) => Promise<string>): Promise<Seat> {
  const keys = Array.from({ length: mostSeats }, (_, i) => (i === 0 ? interview : `${interview}~${i + 1}`));
  const first = keys[0] ?? interview;
  if (!navigator.locks) return keep(interview, { key: first, leave: () => {} });
  const before = recall(slot(interview));
  const back = before && keys.includes(before) ? await sit(before, patience) : null;
  if (back) return keep(interview, back);
  const bringsLine = recall(parkedIn(interview)) !== null;
  let other: Chair | null = null;
  for (const key of keys) {
    const seat = await sit(key, 0);
    if (!seat) continue;
    const isEmpty = (await lineIn(key)) === '';
    if (isEmpty === bringsLine) {
      other?.leave();
      return keep(interview, seat);
    }
    if (other) seat.leave();
    else other = seat;
  }
  return keep(interview, other ?? { key: first, leave: () => {} });
}

/** A seat that is locked. */
type Chair = Pick<Seat, 'key' | 'leave'>;

/** The seat, or null when somebody else sits there for longer than `wait`. */
function sit(key: string, wait: number): Promise<Chair | null> {
  const how = wait > 0 ? { signal: AbortSignal.timeout(wait) } : { ifAvailable: true };
  return new Promise((taken) => {
    navigator.locks
      .request(`sounding-line-${key}`, how, (lock) => {
        if (!lock) return taken(null);
        return new Promise<void>((leave) => taken({ key, leave }));
      })
      .catch(() => taken(null));
  });
}

const slot = (interview: string) => `sounding-line-${interview}`;

const historyIn = (interview: string) => `sounding-undo-${interview}`;

const parkedIn = (interview: string) => `sounding-parked-${interview}`;

function keep(interview: string, { key, leave }: Chair): Seat {
  const place = parkedIn(interview);
  const found = recall(place);
  let isParked = found !== null;
  remember(slot(interview), key);
  const history = recall(historyIn(interview)) ?? '';
  // A window that is copied with its storage must not take back what this one did.
  remember(historyIn(interview), null);
  return {
    key,
    leave,
    history,
    keepHistory: (text) => remember(historyIn(interview), text),
    parked: found === null ? null : parkedFrom(found),
    park({ text, before }) {
      isParked = true;
      remember(place, JSON.stringify([text, ...before]));
    },
    unpark() {
      // Asked for with every key that reaches the disk.
      if (isParked) remember(place, null);
      isParked = false;
    },
  };
}

/** What this window knew of the call's time before it was reloaded; of a call that it never was at, nothing. */
export function keptTime(interview: string): KeptTime {
  const place = `sounding-time-${interview}`;
  const ahead = Number(recall(place) ?? 0);
  return {
    ahead: Number.isFinite(ahead) ? ahead : 0,
    keepAhead: (now) => remember(place, String(now)),
  };
}

/** What is not our list is still a text. */
function parkedFrom(stored: string): Parked {
  try {
    const list: unknown = JSON.parse(stored);
    const [text, ...before] = Array.isArray(list) ? list.map(String) : [];
    if (text !== undefined) return { text, before };
  } catch {
    // As below.
  }
  return { text: stored, before: [] };
}

/** The window's own storage outlives a reload and ends with the window. It may be refused; then the store alone counts. */
function recall(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // See recall.
  }
}
