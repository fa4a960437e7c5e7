import { type Signal, signal } from '@preact/signals';

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
  const { serviceWorker } = navigator;
  let asked = false;
  let isControlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    // the very first version takes the page over; nothing was there before
    if (!isControlled) isControlled = true;
    else if (asked) location.reload();
    // another tab asked for the new version; this one goes on with what it has loaded until its user says so
    else update.value = () => location.reload();
  });
  const offer = (worker: ServiceWorker) => {
    update.value = () => {
      asked = true;
      worker.postMessage({ type: 'SKIP_WAITING' });
    };
  };
  const follow = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && serviceWorker.controller) offer(worker);
    });
  const registration = await serviceWorker.register('/sw.js');
  if (registration.waiting && serviceWorker.controller) offer(registration.waiting);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  setInterval(() => void registration.update().catch(() => {}), every);
}
