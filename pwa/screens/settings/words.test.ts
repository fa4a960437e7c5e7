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
  expect(words.backup.madeWithout(1)).toContain('1 Umfrage ließ sich hier nicht lesen und fehlt darin.');
  expect(words.backup.madeWithout(2)).toContain('2 Umfragen ließen sich hier nicht lesen und fehlen darin.');
  expect(pairingWords.refusal({ kind: 'wrongCode', triesLeft: 1 })).toContain('Noch 1 Versuch.');
  expect(pairingWords.state({ kind: 'feeding', done: 3, all: 12 })).toContain('3 von 12 Teilen.');
});
