/** An unfinished line on its way over a reload. */
export interface Parked {
  text: string;
  /** Texts of this window that may be in the store still. Any other that is found there is another window's. */
  before: readonly string[];
}

/** A window's own place for what is unfinished, so that two windows on one interview or guide do not overwrite each other. */
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
 * `apart` keeps what has the same name in two workspaces apart.
 */
export async function takeSeat(
  interview: string,
  lineIn: (key: string) => Promise<string>,
  apart = '',
): Promise<Seat> {
  const keys = seatsOf(interview);
  const own = apart + interview;
  const first = keys[0] ?? interview;
  if (!navigator.locks) return keep(own, { key: first, leave: () => {} });
  const before = recall(slot(own));
  const back = before && keys.includes(before) ? await sit(before, patience, apart) : null;
  if (back) return keep(own, back);
  const bringsLine = recall(parkedIn(own)) !== null;
  let other: Chair | null = null;
  for (const key of keys) {
    const seat = await sit(key, 0, apart);
    if (!seat) continue;
    const isEmpty = (await lineIn(key)) === '';
    if (isEmpty === bringsLine) {
      other?.leave();
      return keep(own, seat);
    }
    if (other) seat.leave();
    else other = seat;
  }
  return keep(own, other ?? { key: first, leave: () => {} });
}

/** The seat at `key`; null where somebody sits there. */
export async function moveTo(interview: string, key: string, apart = ''): Promise<Seat | null> {
  const seat = await sit(key, 0, apart);
  return seat && keep(apart + interview, seat);
}

/** Texts at other seats than `own`, and whether a window sits there. */
export async function otherSeats(
  interview: string,
  own: string,
  lineIn: (key: string) => Promise<string>,
  apart = '',
): Promise<{ key: string; text: string; isTaken: boolean }[]> {
  if (!navigator.locks) return [];
  const seats = seatsOf(interview).filter((key) => key !== own);
  const all = await Promise.all(seats.map(async (key) => ({ key, text: await lineIn(key) })));
  // Asked for last: a seat that this window has just left is free by now.
  const { held = [] } = await navigator.locks.query();
  const taken = new Set(held.map(({ name }) => name));
  const withText = all.filter(({ text }) => text !== '');
  return withText.map((seat) => ({ ...seat, isTaken: taken.has(lockOf(seat.key, apart)) }));
}

const seatsOf = (interview: string): string[] =>
  Array.from({ length: mostSeats }, (_, i) => (i === 0 ? interview : `${interview}~${i + 1}`));

const lockOf = (key: string, apart: string) => `sounding-line-${apart}${key}`;

/** A seat that is locked. */
type Chair = Pick<Seat, 'key' | 'leave'>;

/** The seat, or null when somebody else sits there for longer than `wait`. */
function sit(key: string, wait: number, apart: string): Promise<Chair | null> {
  const how = wait > 0 ? { signal: AbortSignal.timeout(wait) } : { ifAvailable: true };
  return new Promise((taken) => {
    navigator.locks
      .request(lockOf(key, apart), how, (lock) => {
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
export function recall(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

/** The reverse of recall; null forgets. */
export function remember(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // See recall.
  }
}
