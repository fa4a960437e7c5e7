const queues = new Map<string, Promise<unknown>>();

/** Runs one piece of work at a time under a name: among all tabs and workers where there are Web Locks, else in this one. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = 'locks' in navigator ? navigator.locks : null;
  if (locks) return locks.request(name, work) as Promise<T>;
  const before = queues.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(
    name,
    mine.catch(() => {}),
  );
  return mine;
}
