import type { ReadonlySignal, Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Counting } from './counting.ts';
import type { Command, Deps, Place, Standing, Tools } from './deps.ts';
import type { Progress } from './progress.ts';
import type { Router } from './router.ts';

/** One line that has been said; it goes by itself unless it carries an action. */
export interface Notice {
  id: number;
  text: string;
  action?: Command;
}

/** What the frame around the screens needs and no screen does. */
export interface Frame {
  deps: Deps;
  tools: Tools;
  /** Where the address bar is; `place` follows once the screen for it has arrived. */
  router: Router;
  /** Where the screen that is up is: what screens read as `deps.place`. */
  place: Signal<Place>;
  progress: ReadonlySignal<Progress>;
  notices: Signal<readonly Notice[]>;
  /** Commands that the screens up now have offered. */
  offered: ReadonlySignal<readonly Command[]>;
  /** Interviews read again after an update of the app; null when there is nothing to say of it. */
  counting: ReadonlySignal<Counting | null>;
  /** What stays under the top bar while it is true and was found out after the first paint; null for nothing. */
  standing: Signal<Standing | null>;
  /** Set when a newer version waits to take over. */
  update: Signal<null | (() => void)>;
}

export const FrameContext = createContext<Frame | null>(null);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('no Frame: the part is outside the app');
  return frame;
}
