import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { speak } from '../model/language.ts';
import { edgesFrom, keptName, shownDimension, shownValue, spokenName } from './index.ts';
import { rangeLabels } from './ranges.ts';

afterEach(() => speak('en'));

test('in German the values that Sounding makes are shown in German and kept as they are', async () => {
  await speak('de');
  expect(rangeLabels([10, 1000.5]).map((name) => shownValue(name))).toEqual([
    'Unter 10',
    '10 bis unter 1.000,5',
    'Ab 1.000,5',
  ]);
  expect(
    ['Other', 'First year', 'Enterprise × Longer', 'Below average'].map((name) => shownValue(name)),
  ).toEqual(['Andere', 'Erstes Jahr', 'Enterprise × Länger', 'Below average']);
  expect(shownDimension('Tier × Tenure')).toBe('Tier × Kundendauer');
  const segment = { dimension: 'Seats', value: '10 to under 50' };
  expect(spokenName(segment)).toBe('Seats 10 bis unter 50');
  expect(keptName(segment)).toBe('Seats 10 to under 50');
});

test('in English every value is shown as it is', () => {
  fc.assert(fc.property(fc.string(), (text) => shownValue(text) === text && shownDimension(text) === text));
});

test('what is typed is read as its language writes numbers', () => {
  expect(edgesFrom('1.000; 5.000', true)).toEqual([1000, 5000]);
  expect(edgesFrom('1.000; 5.000')).toEqual([1, 5]);
  expect(edgesFrom('0,75; 1,125', true)).toEqual([0.75, 1.125]);
  expect(edgesFrom('10, 50, 200', true)).toEqual([10, 50, 200]);
});
