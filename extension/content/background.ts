import type { Evidence, EvidenceAnswer, ToContent } from '#extension/background/messages.ts';

/** False once the extension was updated, switched off or removed under the open page. */
export function isExtensionHere(): boolean {
  return Boolean(globalThis.chrome?.runtime?.id);
}

/** Sends evidence; null when nobody answered. */
export async function ask(evidence: Evidence): Promise<EvidenceAnswer | null> {
  try {
    return ((await chrome.runtime.sendMessage(evidence)) as EvidenceAnswer | undefined) ?? null;
  } catch {
    return isExtensionHere() ? null : { kind: 'leave' };
  }
}

/** Messages of the extension itself, from the background or the card; a page cannot send here. */
export function onMessage(signal: AbortSignal, take: (message: ToContent) => void): void {
  const own = ['', `chrome-extension://${chrome.runtime.id}`, chrome.runtime.getURL('').replace(/\/$/, '')];
  const listen = (message: ToContent, sender: chrome.runtime.MessageSender) => {
    // Our own script in another page has that page's origin: it has no say here.
    if (sender.id === chrome.runtime.id && own.includes(sender.origin ?? '')) take(message);
  };
  chrome.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => {
    if (isExtensionHere()) chrome.runtime.onMessage.removeListener(listen);
  });
}
