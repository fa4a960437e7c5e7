import { expect, test } from 'vitest';
import { mechanismParts, type PartIs } from '#core/guide/index.ts';
import { fillsWords, knownOf, understoodWords } from './coachWords.ts';

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
