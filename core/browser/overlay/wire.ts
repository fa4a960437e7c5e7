/** A private two-way line between the app and its extension, as `chrome.runtime.connect` gives it. */
export interface Wire {
  send(message: unknown): void;
  onMessage(take: (message: unknown) => void): void;
  onClose(closed: () => void): void;
  close(): void;
}

/** Name of the one kind of line the extension accepts from outside. */
export const wireName = 'sounding';

/** The little of `chrome.runtime.Port` that is used here; the app is compiled without the extension's types. */
interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  onMessage: { addListener(take: (message: unknown) => void): void };
  onDisconnect: { addListener(closed: () => void): void };
}

interface Runtime {
  connect(id: string, info: { name: string }): Port;
  readonly lastError?: unknown;
}

/** Chromium puts this on a page only while an installed extension accepts lines from it. */
function runtimeHere(): Runtime | undefined {
  return (globalThis as { chrome?: { runtime?: Runtime } }).chrome?.runtime;
}

/** Opens a line to the extension, or null where no extension can be called. An absent one closes the line at once. */
export function callExtension(id: string): Wire | null {
  const runtime = runtimeHere();
  if (!runtime?.connect) return null;
  try {
    return wireOf(runtime.connect(id, { name: wireName }));
  } catch {
    return null;
  }
}

/** A line over a port; sending into a closed one does nothing, since the closing was already told. */
export function wireOf(port: Port): Wire {
  let open = true;
  const closed: (() => void)[] = [];
  port.onDisconnect.addListener(() => {
    // Reading it keeps the browser from reporting an expected absence as an error.
    void runtimeHere()?.lastError;
    open = false;
    for (const tell of closed) tell();
  });
  return {
    send(message) {
      if (open) port.postMessage(message);
    },
    onMessage: (take) => port.onMessage.addListener(take),
    onClose: (tell) => {
      if (open) closed.push(tell);
      else tell();
    },
    close() {
      open = false;
      port.disconnect();
    },
  };
}
