import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coachFor, coachLanguages } from './languages.ts';
import { listen } from './said.ts';

const heard = (text: string, language: string) =>
  listen(text, coachFor(language)).parts.map(({ part, words }) => `${part}: ${words}`);

// Each took seconds when every number was tried from within every other: two hundred of them take minutes.
test.each(['12,15,7,', '1.', "1'", '1 '])(
  'a long list of numbers is listened to in passing: %s',
  (number) => {
    for (const language of ['en', 'de'])
      for (let i = 0; i < 100; i++) expect(heard(number.repeat(1000) + i, language)).toEqual([]);
  },
);

describe('listening to English', () => {
  test.each([
    ['It failed last Tuesday, in the middle of the close', ['episode: last Tuesday']],
    ['Two weeks ago the board pack went out wrong', ['episode: Two weeks ago']],
    ['It timed out on 30 September', ['episode: 30 September']],
    ['When I called nobody knew of it', ['episode: When I called']],
    ['Since May, three times', ['frequency: Since May']],
    ['It has been like that for two years', ['frequency: for two years']],
    ['3 of 14 entities', ['frequency: 3 of 14']],
    ['Every close', []],
    ['It keeps falling over', ['frequency: keeps falling']],
    ['Four hours by hand', ['consequence: Four hours']],
    ['That cost us € 5,000', ['consequence: cost us']],
    ['$12k gone', ['consequence: $12k']],
    ['We had to tell the bank', ['consequence: had to']],
    ['It should have said so', ['expectation: should have']],
    ['We were promised a date', ['expectation: promised']],
    ['A name to ring would help', ['fix: would help']],
    ['If you told me beforehand I could plan', ['fix: If you']],
    ['Tell me when it has failed', ['fix: Tell me']],
  ])('%s', (text, parts) => expect(heard(text, 'en')).toEqual(parts));

  test('one note may tell several parts, each from its own words', () => {
    expect(
      heard('It failed on Friday, twice, and we lost two hours; a warning would have helped', 'en'),
    ).toEqual(['episode: on Friday', 'frequency: twice', 'consequence: lost', 'fix: would have helped']);
  });

  test.each([
    'The invoices confuse us',
    'They may leave',
    'Everyone is polite, nobody owns it',
    'A score of 7/10',
    'Version 3.5 of the app',
    'She is the one who decides',
    'Sincerely meant', // since
    'The floss is fine', // loss, lost
  ])('hears no part in: %s', (text) => expect(heard(text, 'en')).toEqual([]));

  test('a named cause is heard, what follows from something is not taken for one', () => {
    expect(listen('It fails because nobody owns it', coachFor('en')).cause).toBe(true);
    expect(listen('It fails', coachFor('en')).cause).toBe(false);
    expect(listen('We lost a day because of it', coachFor('en')).cause).toBe(false);
  });
});

describe('listening to German', () => {
  test.each([
    ['Letzte Woche kam die Rechnung doppelt', ['episode: Letzte Woche']],
    ['Vor zwei Wochen war es so weit', ['episode: Vor zwei Wochen']],
    ['Am 30. September stand alles still', ['episode: Am 30. September']],
    ['Seit Mai, dreimal', ['frequency: Seit Mai']],
    ['Jeden Monat dasselbe', ['frequency: Jeden Monat']],
    ['Das passiert immer wieder', ['frequency: immer wieder']],
    ['Vier Stunden von Hand', ['consequence: Vier Stunden']],
    ['Das hat uns 5.000 Euro gekostet', ['consequence: 5.000 Euro']],
    ['Deshalb mussten wir die Bank anrufen', ['consequence: Deshalb']],
    ['Sie hätten uns vorher anrufen müssen', ['expectation: hätten uns vorher anrufen müssen']],
    ['Ich hatte etwas anderes erwartet', ['expectation: erwartet']],
    ['Uns würde ein Name zum Anrufen helfen', ['fix: würde ein Name zum Anrufen helfen']],
    ['Wenn ihr vorher Bescheid gebt, kann ich planen', ['fix: Wenn ihr']],
  ])('%s', (text, parts) => expect(heard(text, 'de')).toEqual(parts));

  test.each(['Die Rechnungen verwirren uns', 'Alle sind freundlich', 'Version 3.5', '1.000.000 Zeilen'])(
    'hears no part in: %s',
    (text) => expect(heard(text, 'de')).toEqual([]),
  );

  test('a named cause is heard', () => {
    expect(listen('Das hakt, weil niemand zuständig ist', coachFor('de')).cause).toBe(true);
    expect(listen('Das liegt vor allem an der Übergabe', coachFor('de')).cause).toBe(true);
  });
});

test('any text is heard without harm: the words stand in it, each part comes once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...coachLanguages), (text, language) => {
      const { parts } = listen(text, language);
      expect(new Set(parts.map((p) => p.part)).size).toBe(parts.length);
      const plain = text.normalize('NFC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ');
      for (const { words } of parts) expect(plain).toContain(words);
    }),
  );
});

test('a note of 100,000 characters is heard as far as somebody may have said it', () => {
  const long = 'word '.repeat(20_000);
  expect(listen(`since May ${long}`, coachFor('en')).parts).toHaveLength(1);
  expect(listen(`${long} since May`, coachFor('en')).parts).toEqual([]);
});
