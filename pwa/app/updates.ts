import { type Signal, signal } from '@preact/signals';

/**
 * Registers the service worker, and holds a function while a newer version waits. The page never reloads by itself:
 * whoever is in a call decides when.
 */
export function watchUpdates(): Signal<null | (() => void)> {
  const update = signal<null | (() => void)>(null);
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return update;
  void register(update);
  return update;
}

async function register(update: Signal<null | (() => void)>): Promise<void> {
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js');
  let asked = false;
  workbox.addEventListener('waiting', () => {
    update.value = () => {
      asked = true;
      workbox.messageSkipWaiting();
    };
  });
  workbox.addEventListener('controlling', (event) => {
    if (!event.isUpdate) return;
    // another tab asked for the new version: this one goes on with what it has loaded until its user says so
    if (asked) location.reload();
    else update.value = () => location.reload();
  });
  try {
    await workbox.register();
  } catch {
    // without a service worker the app works as long as its server does
  }
}
