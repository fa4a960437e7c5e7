import { afterEach, expect, test } from 'vitest';
import { defaultGuide } from '#core/guide/index.ts';
import { speak } from '#core/model/language.ts';
import { problemText } from './faultWords.ts';
import { nextWords } from './nextWords.ts';
import { passedOverText, reachText } from './reachWords.ts';
import { changesText, finding, languageName, savedBy, usedText, whomText, words } from './words.ts';

afterEach(() => speak('en'));

const none = { added: [], removed: [], changed: [], moved: false, head: false };

test('what a guide comes to, in German', async () => {
  await speak('de');
  expect(finding({ ...defaultGuide, questions: [] })).toBe('Alle bekommen 0 Fragen in 30 Minuten.');
  expect(finding(defaultGuide)).toMatch(
    /^Detraktoren bekommen \d+ Fragen, Passive \d+ und Promotoren \d+ in 30 Minuten\.$/,
  );
  expect(usedText('Q3', false, ['de', 'fr'])).toBe(' Gilt in Q3 für Gespräche auf Deutsch und Französisch.');
  expect(languageName('de')).toBe('Deutsch');
  expect(savedBy({ byName: '', at: new Date(2026, 10, 3, 9, 5).getTime() })).toBe(
    'gespeichert von jemandem am 3. November um 09:05',
  );
});

test('changes, conditions and faults, in German', async () => {
  await speak('de');
  expect(changesText({ ...none, added: ['a'], changed: ['b', 'c'], moved: true })).toBe(
    '1 Frage ergänzt, 2 geändert und andere Reihenfolge',
  );
  const question = {
    id: 'q',
    area: 'competition',
    text: '',
    probes: [],
    bands: ['detractor', 'passive'],
    when: [{ dimension: 'Tier', values: ['A', 'B', 'C', 'D'] }],
  } as const;
  expect(whomText(question, () => 1)).toBe('Detraktoren und Passive · Tier ist A, B, C oder 1 weiterer Wert');
  expect(nextWords.findings(2)).toBe('Nach 2 Befunden der Umfrage wird noch nicht gefragt.');
  expect(problemText({ kind: 'badMinutes', area: 'priorities', most: 180 })).toBe(
    'Die Minuten für „Verbesserungen“ müssen eine ganze Zahl von 0 bis 180 sein.',
  );
});

test('of how many a hypothesis is asked, in both languages', async () => {
  const all = () =>
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [12, 0],
      [12, 1],
      [12, 5],
      [12, 12],
    ].map(([concerns = 0, asked = 0]) => reachText({ concerns, asked }));
  expect(all()).toEqual([
    'It concerns nobody who is still to be called.',
    'Of those still to be called it concerns 1 person, and they are not asked: others come first.',
    'Of those still to be called it concerns 1 person, who is asked.',
    'Of those still to be called it concerns 12 people, and none is asked: others come first.',
    'Of those still to be called it concerns 12 people, and 1 is asked.',
    'Of those still to be called it concerns 12 people, and 5 are asked.',
    'Of those still to be called it concerns 12 people, and all are asked.',
  ]);
  expect(passedOverText('Ben')).toBe('Ben is not asked: others come first.');
  await speak('de');
  expect(all()).toEqual([
    'Es betrifft niemanden, der noch anzurufen ist.',
    'Es betrifft 1 Person, die noch anzurufen ist. Gefragt wird sie nicht: Andere Vermutungen kommen zuerst.',
    'Es betrifft 1 Person, die noch anzurufen ist. Gefragt wird sie.',
    'Es betrifft 12 Personen, die noch anzurufen sind. Gefragt wird keine davon: Andere Vermutungen kommen zuerst.',
    'Es betrifft 12 Personen, die noch anzurufen sind. Gefragt wird davon 1.',
    'Es betrifft 12 Personen, die noch anzurufen sind. Gefragt werden davon 5.',
    'Es betrifft 12 Personen, die noch anzurufen sind. Gefragt werden alle.',
  ]);
  expect(passedOverText('')).toBe(
    'Die Person in der Vorschau wird nicht danach gefragt: Andere Vermutungen kommen zuerst.',
  );
});

test.each(['en', 'de'] as const)('the name of a copy fits whatever the name was (%s)', async (language) => {
  await speak(language);
  const copyOf = (name: string) => words.tools.copyOf(name);
  expect(copyOf('Churn')).toBe('Churn 2');
  expect(copyOf('x'.repeat(80))).toBe(`${'x'.repeat(78)} 2`);
  expect(copyOf(`${'x'.repeat(77)}😀 y`)).toBe(`${'x'.repeat(77)} 2`);
  expect(copyOf(`${'x'.repeat(77)} and more`)).toBe(`${'x'.repeat(77)} 2`);
});
