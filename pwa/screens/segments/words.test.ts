import { afterEach, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import { everyoneOf, type SegmentMap } from '#core/segments/index.ts';
import type { Counted } from './counted.ts';
import { finding, lede } from './findingWords.ts';
import { nextStep } from './nextStep.ts';
import { bandWord, words } from './words.ts';
import { reasonText, worthWords } from './worthWords.ts';

afterEach(() => speak('en'));

type Reasoned = Parameters<typeof reasonText>[0];
const nps = { kind: 'estimate', value: 11, low: 2, high: 20 };
const reasoned = (...kinds: string[]) =>
  ({
    segment: { n: 318, nps },
    reasons: kinds.map((kind) => ({ kind, difference: { value: -25 } })),
  }) as unknown as Reasoned;

test('in German a proposal says why, by one reason or two', async () => {
  await speak('de');
  expect(reasonText(reasoned('weak', 'fell'), 'Q3 2026')).toBe(
    'NPS 11 aus 318 Antworten, 25 Punkte unter allen anderen und seit Q3 um 25 gefallen, beides mehr als Zufall.',
  );
  expect(reasonText(reasoned('rose'), 'Q3 2026')).toBe(
    'NPS 11 aus 318 Antworten, seit Q3 um 25 gestiegen, mehr als Zufall. Gut zu wissen, was geholfen hat.',
  );
});

test('in German the finding names a segment, and the step that follows its people', async () => {
  const everyone = everyoneOf({ detractor: 200, passive: 300, promoter: 500 }, null);
  const weak = {
    segment: {
      dimension: 'Tenure',
      value: 'First year',
      nps,
      labels: ['weak'],
      reading: { kind: 'read', change: { kind: 'noEarlierWave' } },
    },
    readable: true,
  };
  const counted = {
    map: { everyone } as SegmentMap,
    rows: [weak],
    head: { answers: 1000, firstDay: '', lastDay: '' },
    earlier: null,
  } as unknown as Counted;
  await speak('de');
  expect(finding(counted).score).toMatch(/^Der NPS ist 30 \(\d+ bis \d+\)\.$/);
  expect(finding(counted).segment).toBe('„Erstes Jahr“ liegt tiefer als der Rest, mehr als Zufall.');
  expect(lede(counted, '2026-11-26')).toMatch(/^1\.000 Antworten\./);
  const step = nextStep([{ dimension: 'Tenure', value: 'First year' }], true);
  expect(step.strong).toBe('1 Segment, das einen Anruf wert ist:');
  expect(step.text).toBe('Erstes Jahr.');
});

test('in German one and several are told apart', async () => {
  await speak('de');
  expect([bandWord.passive(1), bandWord.passive(2), bandWord.promoter(1)]).toEqual([
    '1 passive Person',
    '2 Passive',
    '1 Promotor',
  ]);
  expect(words.proposed(1, 5)).toMatch(/^Angekreuzt: das erste von 5 Segmenten/);
  expect(words.showHidden(1)).toBe('1 ausgeblendeten Wert zeigen');
  expect(worthWords.looked(1, 6)).toMatch(/die kleinste von 6 Kreuztabellen/);
});
