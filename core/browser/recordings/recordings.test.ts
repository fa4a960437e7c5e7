import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import type { RecordingFault } from '#core/ports/recordings.ts';
import { recordingsConformance } from '#test/conformance/recordings.ts';
import { deleteWorkspaceDatabases } from '../database.ts';
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

test('a workspace that is left takes its sound with it', async () => {
  const workspace = newId<'workspace'>(chance);
  const db = new RecordingsDatabase(workspace);
  const store = new BrowserRecordings(db);
  await store.begin({ id: 'p1', interview: 'i1', at: 0, startedAt: 0, type: 'audio/webm' });
  db.close();
  await deleteWorkspaceDatabases(workspace);
  const next = new BrowserRecordings(new RecordingsDatabase(workspace));
  expect(await next.ofInterview('i1')).toEqual([]);
});
