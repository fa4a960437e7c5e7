/**
 * Calls when this page is back from the back/forward cache, where it heard nothing of other tabs. Outside a page (a worker)
 * it never calls. Returns the stop function.
 */
export function whenRestored(call: () => void): () => void {
  if (!('document' in globalThis)) return () => {};
  const restored = (event: PageTransitionEvent) => {
    if (event.persisted) call();
  };
  addEventListener('pageshow', restored);
  return () => removeEventListener('pageshow', restored);
}
