import { afterEach, expect, test } from 'vitest';
import { languages, speak } from '#core/model/language.ts';
import type { SaveState } from '#core/ports/replica.ts';
import type { SyncState } from '#core/ports/sync.ts';
import { saveTrouble, saveWords, syncTrouble, syncWords } from './words.ts';

afterEach(() => speak('en'));

const saves: SaveState[] = [
  { kind: 'saved' },
  { kind: 'saving', waiting: 2 },
  ...(['quota', 'blocked', 'closed', 'unavailable', 'failed'] as const).map(
    (why) => ({ kind: 'onlyInMemory', waiting: 3, why }) as const,
  ),
];
const syncs: SyncState[] = [
  { kind: 'alone' },
  { kind: 'offline', unsent: 3 },
  { kind: 'connecting', unsent: 0 },
  { kind: 'behind', unsent: 1 },
  { kind: 'upToDate', at: 0 },
  ...(['wrongSecret', 'serverOlder', 'serverNewer', 'readOnly'] as const).map(
    (why) => ({ kind: 'refused', why }) as const,
  ),
  { kind: 'failed', error: 'no version' },
];
const clock = () => '14:02';

test('"saved" is said only of what is saved, "synced" only of what is synced', () => {
  expect(saves.filter((s) => /^Saved/.test(saveWords(s)))).toEqual([{ kind: 'saved' }]);
  expect(syncs.filter((s) => /^Synced/.test(syncWords(s, clock)))).toEqual([{ kind: 'upToDate', at: 0 }]);
});

test('an edit that is only in memory says what happened, what is held and what to do', () => {
  for (const state of saves.slice(2)) {
    expect(saveTrouble(state)).toMatch(/3 changes are held in this window only\. Keep it open/);
    expect(saveWords(state)).toBe('Not saved.');
  }
  expect(saveTrouble({ kind: 'saving', waiting: 1 })).toBe('');
});

test('only trouble that will not pass by itself gets a line of its own', () => {
  expect(syncs.filter((s) => syncTrouble(s) !== '').map((s) => s.kind)).toEqual([
    'refused',
    'refused',
    'refused',
    'refused',
    'failed',
  ]);
});

test('in German no more is said to be saved or synced either', async () => {
  await speak('de');
  expect(saves.filter((s) => /^Auf diesem Gerät gespeichert/.test(saveWords(s)))).toEqual([
    { kind: 'saved' },
  ]);
  expect(syncs.filter((s) => /^Abgeglichen/.test(syncWords(s, clock)))).toEqual([
    { kind: 'upToDate', at: 0 },
  ]);
  for (const state of saves.slice(2)) {
    expect(saveTrouble(state)).toContain('3 Änderungen liegen nur in diesem Fenster. Lassen Sie es offen');
    expect(saveWords(state)).toBe('Nicht gespeichert.');
  }
  const held = (waiting: number) => saveTrouble({ kind: 'onlyInMemory', waiting, why: 'quota' });
  expect(held(1)).toContain('1 Änderung liegt nur in diesem Fenster.');
  expect(held(0)).toContain('Änderungen liegen nur in diesem Fenster.');
  expect(syncWords({ kind: 'offline', unsent: 1 }, clock)).toBe(
    'Keine Verbindung. 1 Dokument wartet auf das Senden.',
  );
  expect(syncWords({ kind: 'offline', unsent: 3 }, clock)).toBe(
    'Keine Verbindung. 3 Dokumente warten auf das Senden.',
  );
});

test.each(languages)('every sentence is finished and none shouts: %s', async (language) => {
  await speak(language);
  for (const text of [
    ...saves.map(saveWords),
    ...saves.map(saveTrouble),
    ...syncs.map((s) => syncWords(s, clock)),
    ...syncs.map(syncTrouble),
  ]) {
    expect(text).toMatch(/^$|\.$/);
    expect(text).not.toMatch(/!|undefined|NaN/);
  }
});
