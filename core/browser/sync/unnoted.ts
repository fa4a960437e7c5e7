/** Names of the alarms of a database in local storage; see alarm.ts. A tab's name follows. */
export const alarmsOf = (database: string): string => `sounding-unsent ${database} `;

/** Names of the locks that the tabs of a database hold while they live; see tabs.ts. A tab's name follows. */
export const livesOf = (database: string): string => `tab of ${database}:`;

/**
 * Says of a tab without a link that nobody notes what it edits. The alarm is raised under a name of its own and nobody
 * lowers it: once the tab has ended, or has called the returned function, whoever leads the workspace's link compares
 * everything with the server. Where local storage is forbidden nothing is said.
 */
export function sayUnnoted(database: string): () => void {
  const tab = crypto.randomUUID();
  const over = Promise.withResolvers<void>();
  // Within the lock: an alarm that can be read belongs to a tab that is seen to live.
  const raise = () => {
    try {
      localStorage.setItem(alarmsOf(database) + tab, '1');
    } catch {
      // Forbidden, full, or none.
    }
    return over.promise;
  };
  void (navigator.locks?.request(livesOf(database) + tab, raise) ?? raise());
  return over.resolve;
}
