import { signal } from '@preact/signals';
import type { FromOwnPages, Status } from '../background/messages.ts';

/** What the background says, kept fresh: asked at once, after every wish, and when the background calls. */
export function makeStatus(tab?: number) {
  const status = signal<Status | null>(null);
  const now = signal(Date.now());
  const ask = async (message: FromOwnPages) => {
    status.value = ((await chrome.runtime.sendMessage(message)) as Status | null) ?? status.value;
    now.value = Date.now();
  };
  const refresh = () => ask({ kind: 'status', tab });
  chrome.runtime.onMessage.addListener((message: { kind?: string }, sender) => {
    if (sender.id === chrome.runtime.id && message?.kind === 'again') void refresh();
  });
  setInterval(() => {
    now.value = Date.now();
    const code = status.value?.code;
    if (code && now.value >= code.until) void refresh();
  }, 1_000);
  void refresh();
  return { status, now, ask, refresh };
}
export type StatusSource = ReturnType<typeof makeStatus>;

/** Match pattern of the site an address belongs to, or null where the overlay cannot be turned on. */
export function sitePatternOf(address: string, hasPorts: boolean): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isHere = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return null;
  return `${url.protocol}//${hasPorts ? url.host : url.hostname}/*`;
}

// Firefox takes no port in a match pattern: a site there is scheme and host.
const hasPorts = import.meta.env.MODE !== 'extension-firefox';

/** The pattern in this browser. */
export const patternHere = (address: string): string | null => sitePatternOf(address, hasPorts);

/** "https://crm.example/*" as a person reads it. */
export const siteName = (pattern: string): string => pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
