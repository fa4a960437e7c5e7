let waiting: (() => void)[] = [];
/** One for all: to open a channel takes longer than most of what is put off. */
let post: (() => void) | null = null;

/**
 * Resolves in a task of its own: what comes behind it does not hold up the event that is being handled. Unlike a timer it
 * is not made to wait in a page that is hidden. All who wait in one turn go on in the next, in their order.
 */
export function nextTurn(): Promise<void> {
  return new Promise((done) => {
    waiting.push(done);
    post ??= makePost();
    // Each time: a page that is put away and comes back may have lost the message before.
    post();
  });
}

function makePost(): () => void {
  const { port1, port2 } = new MessageChannel();
  const goOn = () => {
    const all = waiting;
    waiting = [];
    for (const done of all) done();
  };
  port1.onmessage = goOn;
  // And nobody may press a key then.
  globalThis.addEventListener?.('pageshow', goOn);
  return () => port2.postMessage(null);
}
