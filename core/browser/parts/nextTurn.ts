/**
 * Resolves in a task of its own: what comes behind it does not hold up the event that is being handled. Unlike a timer it
 * is not made to wait in a page that is hidden.
 */
export function nextTurn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
