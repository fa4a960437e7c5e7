/**
 * Everything a page visit starts hangs on its signal; it is aborted when the visit is over. `moved`: the same document
 * under another address, where the record before may still stand for a moment.
 */
export type Visit = (signal: AbortSignal, moved: boolean) => void;

/** Sent by a newer copy of this script in the same page: the older one leaves, so that there are never two. */
const takeover = 'sounding-takeover';

/**
 * Calls `visit` for the page as it is and again after every navigation within it, back/forward cache included; the
 * earlier visit's signal is aborted first. Ends for good with the answer's `abort`, or when a newer copy arrives.
 */
export function eachVisit(visit: Visit): AbortController {
  document.dispatchEvent(new CustomEvent(takeover));
  const whole = new AbortController();
  const { signal } = whole;
  let current: AbortController | null = null;
  let address = location.href;
  const leave = () => {
    current?.abort();
    current = null;
  };
  const enter = (hasMoved: boolean) => {
    leave();
    if (signal.aborted || document.visibilityState === 'hidden') return;
    address = location.href;
    current = new AbortController();
    visit(current.signal, hasMoved);
  };
  // Each of these misses some sites; the address itself is the last witness.
  const moved = () => {
    if (location.href !== address) enter(true);
  };
  const on = (target: EventTarget | undefined, type: string, act: () => void) =>
    target?.addEventListener(type, act, { signal });
  on(document, takeover, () => whole.abort());
  on(window.navigation, 'currententrychange', moved);
  on(window.navigation, 'navigatesuccess', moved);
  on(window, 'hashchange', moved);
  on(window, 'popstate', moved);
  on(window, 'pagehide', leave);
  on(window, 'pageshow', () => current ?? enter(false));
  on(document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible' && (!current || location.href !== address)) enter(false);
  });
  signal.addEventListener('abort', leave);
  enter(false);
  return whole;
}
