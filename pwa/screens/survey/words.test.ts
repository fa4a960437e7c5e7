import { afterEach, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import type { Movement } from '#core/scores/index.ts';
import { questionWords } from './questionWords.ts';
import { scoreWords, spanOf } from './scoreWords.ts';
import { words } from './words.ts';

afterEach(() => speak('en'));

test('in German the finding claims what the interval bears', async () => {
  await speak('de');
  const { finding } = words;
  expect(finding.moved('NPS', 'fell', 9, '31 (27 bis 35)', 'Q3')).toBe(
    'Der NPS ist seit Q3 um 9 Punkte gefallen, auf 31 (27 bis 35).',
  );
  expect(finding.moved('CSAT', 'rose', 1, '78', 'Q3')).toContain('um 1 Punkt gestiegen');
  expect(finding.steady('NPS', '31', 'Q3')).toContain('kann Zufall sein');
  expect(finding.answers(1648, '8. bis 15. November')).toBe('1.648 Antworten, 8. bis 15. November.');
  expect(finding.hidden({ hidden: 'drained', direction: 'fell' } as Movement)).toMatch(
    /^Hinter der Änderung/,
  );
  expect(finding.hidden({ hidden: null } as Movement)).toBe('');
});

test('in German one person and several have their own verbs, and figures their marks', async () => {
  await speak('de');
  expect(words.wave.nonResponses(1)).toBe('1 Person wurde gefragt und hat nicht geantwortet.');
  expect(words.wave.nonResponses(64)).toBe('64 Personen wurden gefragt und haben nicht geantwortet.');
  expect(scoreWords.finding.broken('Q3', ['scale', 'wording'])).toContain(
    'hat sich die Skala geändert und heißt die Frage anders',
  );
  expect(scoreWords.since.range(-0.2, 6.1)).toBe('−0,2 bis +6,1');
  expect(scoreWords.trend.range(-1.25, -3)).toBe('1,3 bis 3,0');
  expect(spanOf('csat', 75, 81)).toBe('75 bis 81\u00a0%');
  expect(questionWords.codes('99', 1, 1)).toBe('„99“ steht in 1 Zelle');
});
