import { fail, ok, type Result } from '#core/model/result.ts';
import type { Stopped } from '#core/ports/importer.ts';
import type { Steps } from '#core/waves/index.ts';

/** A pause long enough for messages to arrive. A message to oneself comes without the delay that nested timers get. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const workFor = 40;

/**
 * Runs steps to their end in slices of about 40 ms, reporting after each, with a pause in which a stop can be heard.
 * `now` in ms, only ever growing.
 */
export async function runSteps<T>(
  steps: Steps<T>,
  how: { now: () => number; report: (done: number) => void; isStopped: () => boolean },
): Promise<Result<T, Stopped>> {
  let since = how.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return ok(step.value);
    if (how.now() - since < workFor) continue;
    how.report(step.value);
    await breath();
    if (how.isStopped()) return fail({ kind: 'stopped' });
    since = how.now();
  }
}
