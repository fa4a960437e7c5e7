import { deleteLog, indexedDbHere, openLog, slow, timings, type Why, within } from './log.ts';

const made = new WeakMap<IDBFactory, Promise<Why | null>>();

/**
 * Keeps Chromium from throwing away everything this origin has stored. Its IndexedDB lies in one LevelDB, whose log it
 * goes on writing after a restart. A kill in the middle of a record leaves half of one at the end; what is written
 * behind it makes the log unreadable at the start after next, and Chromium then deletes the whole folder ("Corruption:
 * checksum mismatch"; seen once in about 250 kills under load). Deleting a database makes LevelDB begin a new log, so
 * one is made and deleted before anything is written: 3 to 4 ms. Other browsers are none the worse for it.
 *
 * Answers why nothing can be stored, or null; once a page unless `again`.
 */
export function freshLog(factory = indexedDbHere(), again = false): Promise<Why | null> {
  if (!factory) return Promise.resolve('unavailable');
  const known = again ? undefined : made.get(factory);
  const answer = known ?? make(factory);
  made.set(factory, answer);
  return answer;
}

async function make(factory: IDBFactory): Promise<Why | null> {
  const name = 'sounding-fresh';
  const work = async (): Promise<Why | null> => {
    const opened = await openLog(factory, name, true);
    if (opened.kind === 'fault') return opened.why;
    if (opened.kind === 'open') opened.db.close();
    await deleteLog(factory, name);
    return null;
  };
  // A disk that is slow to answer is told of by whoever reads or writes next.
  const answer = await within(work(), timings.patience);
  return answer === slow ? null : answer;
}
