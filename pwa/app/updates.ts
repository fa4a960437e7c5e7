import { type Signal, signal } from '@preact/signals';
import type { Workbox } from 'workbox-window';

/** A window that stays open for days asks this often whether there is a newer version, in milliseconds. */
const every = 60 * 60 * 1000;

/**
 * Registers the service worker, and holds a function while a newer version waits. The page never reloads by itself:
 * whoever is in a call decides when.
 */
export function watchUpdates(): Signal<null | (() => void)> {
  const update = signal<null | (() => void)>(null);
  // without one the app works as long as its server does
  if (!import.meta.env.DEV && 'serviceWorker' in navigator) register(update).catch(() => {});
  return update;
}

async function register(update: Signal<null | (() => void)>): Promise<void> {
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js');
  offerUpdates(workbox, update);
  await workbox.register();
  setInterval(() => void workbox.update().catch(() => {}), every);
}

/**
 * A version that arrives while the first page is still open is "external" to Workbox, not an "update": this page
 * registered another worker. Both are a newer version here; only the very first takeover is neither.
 */
function offerUpdates(workbox: Workbox, update: Signal<null | (() => void)>): void {
  let asked = false;
  workbox.addEventListener('waiting', () => {
    update.value = () => {
      asked = true;
      workbox.messageSkipWaiting();
    };
  });
  workbox.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (!isUpdate && !isExternal) return;
    // another tab asked for the new version: this one goes on with what it has loaded until its user says so
    if (asked) location.reload();
    else update.value = () => location.reload();
  });
}
