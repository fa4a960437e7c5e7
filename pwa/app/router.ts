import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Place } from './deps.ts';
import { partsOf } from './match.ts';
import { type Route, routes } from './routes.ts';

/** The address bar as a signal, and the way to move it. One per app. */
export interface Router {
  place: ReadonlySignal<Place>;
  route: ReadonlySignal<Route | null>;
  go(href: string, how?: 'replace'): void;
}

function read(): { place: Place; route: Route | null } {
  const path = location.pathname.replace(/\/+$/, '') || '/';
  const query = new URLSearchParams(location.search);
  for (const route of routes) {
    const params = partsOf(path, route.path);
    if (params) return { place: { path, params, query }, route };
  }
  return { place: { path, params: {}, query }, route: null };
}

/** A plain click on a link of ours; everything else (new tab, download, other site, part of a page) is the browser's. */
function ownLink(event: MouseEvent): URL | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return null;
  if (link.getAttribute('href')?.startsWith('#')) return null;
  return new URL(link.href);
}

export function makeRouter(): Router {
  const first = read();
  const place = signal(first.place);
  const route = signal(first.route);
  const arrive = () => {
    const now = read();
    batch(() => {
      route.value = now.route;
      place.value = now.place;
    });
  };
  const go = (href: string, how?: 'replace') => {
    if (how === 'replace') history.replaceState(null, '', href);
    else if (href !== location.pathname + location.search + location.hash) history.pushState(null, '', href);
    arrive();
  };
  addEventListener('popstate', arrive);
  addEventListener('click', (event) => {
    const url = ownLink(event);
    if (!url) return;
    event.preventDefault();
    go(url.pathname + url.search + url.hash);
  });
  return { place, route, go };
}
