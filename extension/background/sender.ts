/** Who speaks, by the browser's word. Payloads are never asked. */
type Sender = chrome.runtime.MessageSender;

/** A page script in the top frame of a live tab; null for anything else. */
export function visitorOf(sender: Sender): { tab: number; documentId: string; origin: string } | null {
  const { tab, frameId, documentId, documentLifecycle, origin } = sender;
  if (tab?.id === undefined || frameId !== 0 || !documentId || !origin) return null;
  // A prerendered page is not in front of anybody yet.
  if (documentLifecycle && documentLifecycle !== 'active') return null;
  return /^https?:\/\//.test(origin) ? { tab: tab.id, documentId, origin } : null;
}

/** Path of one of our own pages; null for anything else. */
function ownPath(sender: Sender): string | null {
  const own = chrome.runtime.getURL('').replace(/\/$/, '');
  if (sender.origin !== own || !sender.url?.startsWith(`${own}/`)) return null;
  return sender.url.slice(own.length).replace(/[?#].*$/s, '');
}

/** The tab a card sits in: our card page in a frame of it, never as the page itself. */
export function cardTabOf(sender: Sender): number | null {
  if (ownPath(sender) !== '/card/index.html' || !sender.frameId) return null;
  return sender.tab?.id ?? null;
}

/** The popup or the options page as a page of its own, never in a frame. */
export function isOwnPage(sender: Sender): boolean {
  const path = ownPath(sender);
  return (path === '/popup/index.html' || path === '/options/index.html') && !sender.frameId;
}

/** Origin of a page on this machine that may be the app: top frame, in front, plain loopback; else null. */
export function appPageOf(sender: Sender | undefined): string | null {
  if (sender?.tab?.id === undefined || sender.frameId !== 0 || !sender.origin) return null;
  if (sender.documentLifecycle && sender.documentLifecycle !== 'active') return null;
  return /^http:\/\/127\.0\.0\.1(:\d{1,5})?$/.test(sender.origin) ? sender.origin : null;
}
