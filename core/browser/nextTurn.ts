/**
 * Resolves in a task of its own: what is behind it holds up neither the event that is being handled nor, in a hidden
 * page, waits for its timers.
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
