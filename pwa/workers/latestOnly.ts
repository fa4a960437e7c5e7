/**
 * Asks one question at a time. What is asked meanwhile waits, and of that only the newest: the others are answered with
 * null at once.
 */
export function latestOnly<Q, A>(ask: (question: Q) => Promise<A>): (question: Q) => Promise<A | null> {
  let busy = false;
  let waiting: { question: Q; answer: (answer: A | null | Promise<A | null>) => void } | null = null;
  const next = () => {
    if (busy || !waiting) return;
    const { question, answer } = waiting;
    waiting = null;
    busy = true;
    const asked = ask(question).finally(() => {
      busy = false;
      next();
    });
    answer(asked);
  };
  return (question) => {
    waiting?.answer(null);
    return new Promise((answer) => {
      waiting = { question, answer };
      next();
    });
  };
}
