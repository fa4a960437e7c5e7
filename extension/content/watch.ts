import { siteFor } from '#extension/sites/index.ts';
import type { Reading } from '#extension/sites/site.ts';

/** Who is on the page, and which adapter says so. */
export interface Found {
  site: string;
  /** Sorted; empty when there is nobody, or a crowd. */
  emails: readonly string[];
  crowd: boolean;
}

export interface Watcher {
  /** Whoever was on the page is no longer surely there: take everything away, now. */
  onGone(): void;
  /** Told when it is somebody else, or nobody, for the first time too. */
  onFound(found: Found): void;
}

const quiet = 200;
const atLatest = 1_000;
/** How long the people of the page before may still stand there before they are taken for this page's. */
const slowest = 2_000;
/** Milliseconds one reading may cost before the page is left alone for a while. */
const budget = 50;
const rest = 5_000;

type Seen = ReadonlyMap<string, Element>;
const nobody: Seen = new Map();

/**
 * Reads the page now and after it changed, until the signal aborts. Hidden pages are not read. `before`: who was found
 * on the page before; many sites change the address first and the record a moment later.
 */
export function watchPage(
  signal: AbortSignal,
  before: readonly string[],
  { onGone, onFound }: Watcher,
): void {
  const address = location.href;
  const site = siteFor(new URL(address));
  if (!site) return;
  let told = '';
  let seen = nobody;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let notBefore = 0;
  const arrived = performance.now();

  const forget = () => {
    seen = nobody;
    told = '';
    onGone();
  };
  const read = () => {
    waitingSince = 0;
    if (signal.aborted || document.visibilityState === 'hidden') return;
    // The visit's end is on its way; what stands there now belongs to another address.
    if (location.href !== address) return forget();
    const started = performance.now();
    const reading = site.read(document);
    // A page that is dear to read is read seldom: typing in it comes first.
    if (performance.now() - started > budget) notBefore = performance.now() + rest;
    seen = reading.kind === 'people' ? reading.seen : nobody;
    const found = foundOf(site.id, reading);
    const left = arrived + slowest - performance.now();
    if (left > 0 && found.emails.length > 0 && String(found.emails) === String(before)) {
      if (told !== '') forget();
      clearTimeout(timer);
      timer = setTimeout(read, left);
      return;
    }
    if (told === JSON.stringify(found)) return;
    if (told !== '') onGone();
    told = JSON.stringify(found);
    onFound(found);
  };
  const soon = () => {
    const now = performance.now();
    waitingSince ||= now;
    const delay = Math.max(0, notBefore - now, Math.min(quiet, waitingSince + atLatest - now));
    clearTimeout(timer);
    timer = setTimeout(read, delay);
  };
  const changed = () => {
    if (location.href !== address || !isStillThere(seen)) forget();
    soon();
  };
  const observer = new MutationObserver(changed);
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden', 'class', 'style', 'href', 'value', 'aria-hidden', 'open'],
  });
  document.addEventListener('visibilitychange', soon, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  read();
}

function foundOf(site: string, reading: Reading): Found {
  const emails = reading.kind === 'people' ? [...reading.seen.keys()].sort() : [];
  return { site, emails, crowd: reading.kind === 'crowd' };
}

/** Cheap enough for every change of the page: the elements still stand there and still say the same. */
function isStillThere(seen: Seen): boolean {
  for (const [email, element] of seen) {
    if (!element.isConnected) return false;
    const said = `${element.textContent} ${decodeHref(element)} ${(element as HTMLInputElement).value ?? ''}`;
    if (!said.toLowerCase().includes(email)) return false;
  }
  return true;
}

function decodeHref(element: Element): string {
  const href = element.getAttribute('href') ?? '';
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
