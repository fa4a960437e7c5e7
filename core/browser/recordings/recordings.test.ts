import 'fake-indexeddb/auto';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import type { RecordingFault } from '#core/ports/recordings.ts';
import { recordingsConformance } from '#test/conformance/recordings.ts';
import { MemoryRecordings } from './memory.ts';
import { BrowserRecordings, RecordingsDatabase } from './store.ts';

recordingsConformance('in memory', () => {
  const store = new MemoryRecordings();
  return {
    store,
    again: () => store,
    failing: (fault) => {
      store.fault = fault;
    },
  };
});

const chance = seededChance('recordings');

recordingsConformance('in IndexedDB', () => {
  const workspace = newId<'workspace'>(chance);
  const db = new RecordingsDatabase(workspace);
  let fault: RecordingFault | null = null;
  // The disk itself refuses: every writing transaction ends as the browser ends one.
  const transaction = db.transaction.bind(db);
  db.transaction = ((...args: Parameters<typeof transaction>) => {
    if (!fault) return transaction(...args);
    const name = fault === 'full' ? 'QuotaExceededError' : 'UnknownError';
    return transaction('rw', db.parts, () => Promise.reject(new DOMException('no', name)));
  }) as typeof db.transaction;
  return {
    store: new BrowserRecordings(db),
    again: () => new BrowserRecordings(new RecordingsDatabase(workspace)),
    failing: (next) => {
      fault = next;
    },
  };
});
