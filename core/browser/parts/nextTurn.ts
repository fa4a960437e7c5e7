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
    if (waiting.length === 1) post();
  });
}

function makePost(): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const all = waiting;
    waiting = [];
    for (const done of all) done();
  };
  return () => port2.postMessage(null);
}
