import { afterEach, expect, test } from 'vitest';
import { mechanismParts, type PartIs } from '#core/guide/index.ts';
import { speak } from '#core/model/language.ts';
import { fillsWords, knownOf, understoodWords } from './coachWords.ts';

afterEach(() => speak('en'));

const parts = (marks: string) =>
  mechanismParts.map((part, i) => {
    const is: PartIs = marks[i] === 'k' ? 'known' : marks[i] === 'g' ? 'guessed' : 'missing';
    return { part, is, note: null, words: '' };
  });

test('how far a mechanism is known is said with its guesses apart', () => {
  expect(knownOf({ parts: parts('kgkmm') })).toBe('2 of 5 known, 1 guessed');
  expect(knownOf({ parts: parts('kkkkk') })).toBe('5 of 5 known');
});

test('the finding over all themes claims no more than is known', () => {
  const [yes, no] = [{ isKnown: true }, { isKnown: false }];
  expect(understoodWords([yes, yes])).toBe('All five parts of every theme are known.');
  expect(understoodWords([no, no])).toMatch(/^No theme has all five parts yet/);
  expect(understoodWords([yes, no, no])).toMatch(/^1 of 3 themes has all five/);
  expect(understoodWords([yes, yes, no])).toMatch(/^2 of 3 themes have all five/);
});

test('what a call fills is named by the place it takes', () => {
  const quota = { segment: { dimension: 'Tier', value: 'Enterprise' }, band: 'detractor', want: 8 } as const;
  expect(fillsWords({ kind: 'fills', quota, open: 3 })).toBe(
    'Fills 1 of 3 open places: Enterprise detractors.',
  );
  expect(fillsWords({ kind: 'fills', quota: { ...quota, segment: null }, open: 1 })).toBe(
    'Fills 1 of 1 open place: detractors.',
  );
  expect(fillsWords({ kind: 'beyond', quota })).toBe(
    'Beyond the plan: its 8 Enterprise detractors are held.',
  );
  expect(fillsWords({ kind: 'none' })).toBe('Counts for no place of the plan.');
});

test('in German too no more is claimed than is known, and a place is named by its band', async () => {
  await speak('de');
  const [yes, no] = [{ isKnown: true }, { isKnown: false }];
  expect(knownOf({ parts: parts('kgkmm') })).toBe('2 von 5 bekannt, 1 vermutet');
  expect(understoodWords([no, no])).toMatch(/^Von keinem Thema sind schon alle fünf Teile bekannt/);
  expect(understoodWords([yes, no, no])).toMatch(/^Von 1 der 3 Themen sind alle fünf/);
  const quota = { segment: { dimension: 'Tier', value: '2' }, band: 'passive', want: 8 } as const;
  expect(fillsWords({ kind: 'fills', quota, open: 3 })).toBe(
    'Füllt 1 von 3 offenen Plätzen: Passive in Tier 2.',
  );
  expect(fillsWords({ kind: 'fills', quota: { ...quota, segment: null }, open: 1 })).toBe(
    'Füllt den letzten offenen Platz: Passive.',
  );
});
