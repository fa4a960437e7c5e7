import pageScript from '../content/main.iife.ts?script';
import type { ToContent } from './messages.ts';

/** Match patterns of the sites that are on: the browser's own list of what the user granted. */
export async function sitesOn(): Promise<string[]> {
  const { origins = [] } = await chrome.permissions.getAll();
  return origins;
}

/** Whether a page's origin is on. Port and scheme count: another port on the same host is another site. */
export function isOn(origin: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [`${origin}/*`] });
}

const scriptPrefix = 'site ';

/** Makes the registered page scripts follow what is granted, and puts the script on pages that are open already. */
export async function followGrants(): Promise<void> {
  const granted = await sitesOn();
  const registered = await chrome.scripting.getRegisteredContentScripts();
  const stale = registered.filter((s) => !granted.includes(s.id.slice(scriptPrefix.length)));
  if (stale.length > 0) await chrome.scripting.unregisterContentScripts({ ids: stale.map((s) => s.id) });
  const fresh = granted.filter((pattern) => !registered.some((s) => s.id === scriptPrefix + pattern));
  if (fresh.length > 0)
    await chrome.scripting.registerContentScripts(
      fresh.map((pattern) => ({
        id: scriptPrefix + pattern,
        js: [pageScript],
        matches: [pattern],
        runAt: 'document_idle',
        allFrames: false,
        persistAcrossSessions: true,
      })),
    );
}

/** Puts the page script into every open page of the sites that are on; one that runs there already makes way. */
export async function enterOpenPages(): Promise<void> {
  const tabs = await chrome.tabs.query({ url: await sitesOn() });
  await Promise.all(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : chrome.scripting.executeScript({ target: { tabId: id }, files: [pageScript] }).catch(gone),
    ),
  );
}

const again: ToContent = { kind: 'again' };

/** Tells every page script to say again who is on its page, and our own pages to look again. */
export async function askAgain(): Promise<void> {
  // Refused when none of our pages is open.
  void chrome.runtime.sendMessage(again).catch(gone);
  const tabs = await chrome.tabs.query({});
  await Promise.all(
    tabs.map(({ id }) =>
      id === undefined ? undefined : chrome.tabs.sendMessage(id, again, { frameId: 0 }).catch(gone),
    ),
  );
}

/** A tab that closed, or has no script of ours, is no fault. */
const gone = (): void => undefined;
