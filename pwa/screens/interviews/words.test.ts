import { afterEach, beforeEach, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import type { Line } from './lines.ts';
import { detail, finding, lede, nextStep } from './words.ts';

beforeEach(() => speak('de'));
afterEach(() => speak('en'));

const line = (is: Partial<Line>): Line => ({
  person: 'p',
  name: 'Ines Duarte',
  accountName: 'Brightwater',
  band: 'passive',
  score: 7,
  interview: 'i',
  state: 'held',
  notes: 0,
  untagged: 0,
  startedAt: 0,
  caller: '',
  entry: null,
  ...is,
});

test('in German the finding counts in the right number', () => {
  expect(finding([], 0)).toBe('Für ein Interview ist niemand mehr übrig.');
  expect(finding([], 1)).toBe('Das eine Interview ist noch nicht geführt.');
  expect(finding([], 24)).toBe('Von 24 Interviews ist noch keines geführt.');
  expect(finding([line({})], 1)).toBe('1 von 1 Interview ist geführt.');
  expect(finding([line({}), line({})], 24)).toBe('2 von 24 Interviews sind geführt.');
});

test('in German notes without a theme are counted apart', () => {
  expect(lede([line({ notes: 1 })])).toBe('Die eine Notiz hat ein Thema und zählt in der Treibertabelle.');
  expect(lede([line({ notes: 9, untagged: 1 })])).toBe(
    'Bisher 9 Notizen; 1 davon ist ohne Thema und zählt für keines.',
  );
  expect(lede([line({ notes: 9, untagged: 3 })])).toBe(
    'Bisher 9 Notizen; 3 davon sind ohne Thema und zählen für keines.',
  );
  expect(detail(line({ notes: 1, untagged: 1, startedAt: Date.UTC(2026, 9, 22) }))).toBe(
    '1 Notiz, 1 ohne Thema, 22. Oktober',
  );
});

test('in German the next step names the person and the band', () => {
  const next = nextStep([line({ state: 'toCall' })], 0);
  expect([next.text, next.action]).toEqual(['Brightwater, Passiv, Wertung 7.', 'Ines Duarte anrufen']);
  expect(nextStep([], 1).strong).toBe('1 Person ist noch frei.');
  expect(nextStep([], 2).strong).toBe('2 Personen sind noch frei.');
});
