import { afterEach, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import type { Compounding, Contrast, InterviewFacts } from '#core/themes/index.ts';
import { raisedBy } from '#test/fixtures/interviewFacts.ts';
import { agreementWords, kappaText } from './agreementWords.ts';
import { csvWords } from './csvWords.ts';
import {
  contrastFinding,
  contrastLede,
  meanText,
  openText,
  pairsFinding,
  pairsLede,
  pointsText,
  stateText,
} from './words.ts';

afterEach(() => speak('en'));

const rule = { base: 4, run: 2, threshold: 0.05 };
const theme = {
  theme: 'x',
  name: 'Preis',
  category: 'value',
  passive: { k: 9, n: 11, good: 0, bad: 9 },
  promoter: { k: 1, n: 7, good: 1, bad: 0 },
  difference: -0.63,
  low: -0.82,
  high: -0.25,
  p: 0.01,
  adjusted: 0.02,
  beyondNoise: true,
} as const;
const contrast: Contrast = { themes: [theme], passives: 11, promoters: 7, leftOut: 0, tooRare: 1 };

test('findings in German stand in the number and case of what they count', async () => {
  await speak('de');
  expect(openText(['Passive'])).toBe('Passive sind noch nicht so weit');
  expect(openText(['Enterprise'])).toBe('Enterprise ist noch nicht so weit');
  expect(stateText({ kind: 'tooFew', more: 1 }, rule)).toBe('noch 1 Gespräch, bevor es sich sagen lässt');
  expect(contrastFinding(contrast)).toBe('Passive nennen öfter „Preis“ (9 von 11 gegenüber 1 von 7).');
  expect(contrastLede(contrast)).toBe(
    '7 Promotoren und 11 Passive gezählt, 1 Thema verglichen. 1 Thema mit weniger als 3 Nennungen nicht verglichen.',
  );
  expect(contrastFinding({ ...contrast, passives: 0 })).toMatch(
    /^Noch kein beendetes Gespräch mit Passiven hat Themen/,
  );
  expect(pointsText(theme)).toBe('−63 (−82 bis −25)');
  const pair = { kind: 'together', themes: ['a', 'b'], together: 1, expected: 0.4 };
  expect(pairsFinding({ pairs: [pair] } as unknown as Compounding, (id) => id)).toBe(
    '„a“ und „b“ kommen zusammen vor: in 1 Gespräch, der Zufall ergäbe 0.',
  );
  const kappa = { kind: 'kappa', value: 0.66, low: 0.4, high: 1.1, standardError: 0.1 } as const;
  expect(kappaText({ kappa } as Parameters<typeof kappaText>[0])).toBe('0,66 (0,40 bis 1,00)');
});

test('what was not compared, or not told apart, is not said to be the same', async () => {
  const none = { ...contrast, themes: [], passives: 2, promoters: 2, leftOut: 3, tooRare: 2 };
  const within = { ...contrast, themes: [{ ...theme, beyondNoise: false }] };
  expect(contrastFinding(none)).toBe(
    'Too few calls to compare: no theme is raised by at least 3 passives and promoters together.',
  );
  expect(contrastLede(none)).toBe(
    '2 promoters and 2 passives counted, 0 themes compared. 2 themes raised by fewer than 3 left out. 3 calls left out: running, or without a theme yet.',
  );
  expect(contrastFinding(within)).toBe(
    'Passives and promoters differ in no theme beyond noise, as far as 11 and 7 calls can tell.',
  );
  await speak('de');
  expect(contrastFinding(none)).toBe(
    'Zu wenige Gespräche zum Vergleichen: kein Thema, das mindestens 3 Passive und Promotoren zusammen nennen.',
  );
  expect(contrastLede(none)).toContain('3 Gespräche nicht mitgezählt: noch im Gang oder ohne Thema.');
  expect(contrastFinding(within)).toMatch(/^Passive und Promotoren unterscheiden sich in keinem Thema/);
});

test('where no mean score stands for the survey, the lede says which band is missing', async () => {
  const pairs = { pairs: [{ kind: 'chance' }], interviews: 20, leftOut: 1, missing: ['promoter'], themes: 2 };
  const told = pairs as unknown as Compounding;
  expect(pairsLede(told)).toContain(
    '1 call left out: running, or without a theme yet. No mean scores: they stand for the whole survey, and fewer than 2 calls with promoters count.',
  );
  expect(pairsLede({ ...told, missing: [] })).not.toContain('mean');
  expect([meanText({ n: 20, mean: null }), meanText({ n: 4, mean: null })]).toEqual([
    '20 calls, no mean',
    '4 calls, too few',
  ]);
  await speak('de');
  expect(pairsLede(told)).toContain('weniger als 2 Gespräche mit Promotoren zählen.');
  expect(meanText({ n: 20, mean: null })).toBe('20 Gespräche, ohne Mittelwert');
});

test('files have the same columns in every language', async () => {
  const counts = () => Object.values(csvWords).map((head) => (Array.isArray(head) ? head.length : 0));
  const english = counts();
  await speak('de');
  expect(counts()).toEqual(english);
});

test('who said it stands by name only where the customer allowed that', async () => {
  const said = (consentQuote: InterviewFacts['consentQuote']) =>
    agreementWords.speaker(raisedBy('detractor', [], { name: 'Ines Duarte', score: 4, consentQuote }));
  const all = () => (['withName', 'withoutName', 'no'] as const).map(said);
  expect(all()).toEqual(['Ines Duarte', 'detractor, score 4', 'detractor, score 4']);
  await speak('de');
  expect(all()).toEqual(['Ines Duarte', 'Detraktor, Wertung 4', 'Detraktor, Wertung 4']);
});
