import { expect, test } from 'vitest';
import { syncWords } from './words.ts';

test('what waits for the server is said without a number, since the link counts documents and not notes', () => {
  expect(syncWords({ kind: 'offline', unsent: 1 })).toBe('No network. Your changes wait to sync.');
  expect(syncWords({ kind: 'behind', unsent: 2 })).toBe('Catching up. Your changes wait to sync.');
  expect(syncWords({ kind: 'offline', unsent: 0 })).toBe('No network.');
  expect(syncWords({ kind: 'upToDate', at: 0 })).toBe('Synced.');
});
