/** A window's own place for its unfinished line, so that two windows on one interview do not overwrite each other. */
export interface Seat {
  /** Name of the draft in the store. */
  key: string;
  leave(): void;
}

const mostSeats = 8;
/** A reloaded page may be asked for before the browser has let go of the old one's lock, milliseconds. */
const patience = 600;

/**
 * Takes a seat: the one this window had before a reload, else one that holds a line nobody is typing any more (a window
 * that crashed), else the first free one. Web Locks tell who is alive: a killed window holds nothing.
 */
export async function takeSeat(interview: string, lineIn: (key: string) => Promise<string>): Promise<Seat> {
  const keys = Array.from({ length: mostSeats }, (_, i) => (i === 0 ? interview : `${interview}~${i + 1}`));
  const first = keys[0] ?? interview;
  if (!navigator.locks) return { key: first, leave: () => {} };
  const before = remembered(interview);
  const back = before && keys.includes(before) ? await sit(before, patience) : null;
  if (back) return keep(interview, back);
  let free: Seat | null = null;
  for (const key of keys) {
    const seat = await sit(key, 0);
    if (!seat) continue;
    if ((await lineIn(key)) !== '') {
      free?.leave();
      return keep(interview, seat);
    }
    if (free) seat.leave();
    else free = seat;
  }
  return keep(interview, free ?? { key: first, leave: () => {} });
}

/** The seat, or null when somebody else sits there for longer than `wait`. */
function sit(key: string, wait: number): Promise<Seat | null> {
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

function remembered(interview: string): string | null {
  try {
    return sessionStorage.getItem(slot(interview));
  } catch {
    return null;
  }
}

function keep(interview: string, seat: Seat): Seat {
  try {
    sessionStorage.setItem(slot(interview), seat.key);
  } catch {
    // Without it a reload merely looks for a seat again.
  }
  return seat;
}
