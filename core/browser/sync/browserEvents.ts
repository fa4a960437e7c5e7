/** What a window tells about the network and itself. */
export interface BrowserEvents {
  /** There may be a connection again, or the user is back: worth a try at once. */
  hopeful(): void;
  /** There may be no connection any more. A server on this machine still answers, so the word is checked, not believed. */
  doubtful(): void;
}

/** Listens in a window; outside one (a worker) nothing is said. Returns the stop function. */
export function listenToBrowser({ hopeful, doubtful }: BrowserEvents): () => void {
  if (typeof window === 'undefined') return () => {};
  const over = new AbortController();
  const { signal } = over;
  window.addEventListener('online', hopeful, { signal });
  window.addEventListener('offline', doubtful, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') hopeful();
    },
    { signal },
  );
  return () => over.abort();
}

/** The browser's word that there is no network at all. */
export function saysOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}
