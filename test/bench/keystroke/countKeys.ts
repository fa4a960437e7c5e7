import type { Page } from '@playwright/test';

/** What a page counted for every key, milliseconds. */
export interface Counted {
  /** Spent between the key's events reaching the window and their last listener's end, what they queued at once included. */
  handled: number[];
  /** From the key itself until the frame after it has been drawn. */
  painted: number[];
}

declare global {
  var counted: Counted;
}

/** Begins to count in a page; once a page. */
export const countKeys = (page: Page): Promise<void> => page.evaluate(count);

/** What was counted since it was last asked. */
export const takeCounted = (page: Page): Promise<Counted> =>
  page.evaluate(() => {
    const taken = globalThis.counted;
    globalThis.counted = { handled: [], painted: [] };
    return taken;
  });

/** Runs in the page. */
function count(): void {
  globalThis.counted = { handled: [], painted: [] };
  let held = 0;
  let from = 0;
  // The browser runs what a listener queued at once before it calls the next one.
  const end = () => {
    held += performance.now() - from;
  };
  for (const type of ['keydown', 'keypress', 'beforeinput', 'input', 'keyup'])
    addEventListener(
      type,
      () => {
        // Put behind all others anew: the app adds and removes listeners of its own.
        removeEventListener(type, end);
        addEventListener(type, end);
        from = performance.now();
      },
      true,
    );
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      held = 0;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // Behind the frame that this callback belongs to.
        port1.onmessage = () => {
          globalThis.counted.painted.push(performance.now() - timeStamp);
          globalThis.counted.handled.push(held);
          port1.close();
        };
        port2.postMessage(null);
      });
    },
    true,
  );
}
