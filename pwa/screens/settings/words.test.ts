import { afterEach, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import { pairingWords } from './parts/pairingWords.ts';
import { words } from './words.ts';

afterEach(() => speak('en'));

test('in German sizes, counts and what is missing read as German writes them', async () => {
  await speak('de');
  expect(words.device.room({ kept: 'kept', used: 13_700_000, allowed: 10_800_000_000 })).toBe(
    '13,7 MB von 10,8 GB belegt.',
  );
  expect(
    words.backup.madeWithout({ interviews: 2, documents: 1, waves: 1, tooLarge: 0, unlisted: false }),
  ).toContain('Hier nicht lesbar: 2 Interviews, 1 weiteres Dokument und 1 Umfrage. Frühere');
  expect(pairingWords.refusal({ kind: 'wrongCode', triesLeft: 1 })).toContain('Noch 1 Versuch.');
  expect(pairingWords.state({ kind: 'feeding', done: 3, all: 12 })).toContain('3 von 12 Teilen.');
});

test('a backup that lacks something says what, or that nobody knows what, and what to do', () => {
  const nothing = { interviews: 0, documents: 0, waves: 0, tooLarge: 0, unlisted: false };
  expect(words.backup.madeWithout({ ...nothing, interviews: 1 })).toContain(
    'not complete. Could not be read here: 1 interview. Keep earlier',
  );
  expect(words.backup.madeWithout({ ...nothing, documents: 2, waves: 1 })).toContain(
    'here: 2 other documents and 1 survey.',
  );
  expect(words.backup.madeWithout({ ...nothing, unlisted: true })).toContain(
    'not complete. The browser did not list all that it holds, so more may be missing. Keep earlier',
  );
  expect(words.backup.madeWithout({ ...nothing, tooLarge: 2 })).toBe(
    'The backup is saved, but it is not complete. Too large for one file: 2 surveys. Keep the files they came from.',
  );
});
