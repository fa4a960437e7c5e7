import { afterEach, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import { refusalWords, taggedWords } from './words.ts';

afterEach(() => speak('en'));

test('what became of a file or a selection, in German', async () => {
  await speak('de');
  expect(refusalWords({ kind: 'noSpeakers', lines: 1 })).toMatch(/^1 Zeile Text, aber darin wird niemand/);
  expect(taggedWords('kept', 'Preis')).toBe('Als Notiz behalten, „Preis“ zugeordnet.');
});
