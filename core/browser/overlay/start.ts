import type { OverlayLink, OverlayState } from '#core/ports/overlay.ts';
import type { OverlayNeeds } from './feeder.ts';
import type { PartSources } from './parts.ts';

type Needs = PartSources & Pick<OverlayNeeds, 'clock' | 'origin'>;

/**
 * The link to the extension, at once; its code is loaded when the browser is idle, and only where the browser offers a
 * way to an extension at all.
 */
export function startOverlay(needs: Needs): OverlayLink {
  const canCall = Boolean((globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime);
  let state: OverlayState = canCall ? { kind: 'looking' } : { kind: 'noExtension', paired: false };
  let link: Promise<OverlayLink> | null = null;
  const listeners = new Set<(state: OverlayState) => void>();
  const move = (next: OverlayState) => {
    state = next;
    for (const tell of listeners) tell(next);
  };
  const load = () => {
    link ??= import('./link.ts').then(async ({ makeOverlayLink }) => {
      const made = await makeOverlayLink(needs);
      made.watch(move);
      move(made.state);
      return made;
    });
    return link;
  };
  if (canCall) whenIdle(() => void load());
  return {
    get state() {
      return state;
    },
    watch(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    pair: async (code) => (await load()).pair(code),
    unpair: async () => (await load()).unpair(),
  };
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 2_000 });
  else setTimeout(act, 0);
}
