import { expect, test } from 'vitest';
import type { SamePeopleFound } from '#core/ports/samePeople.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { idOf, usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import { findingOf } from './finding.ts';
import { changeOf } from './readWave.ts';

const base = waveFrom({
  id: 'w',
  csv: 'nps\n9\n8',
  columns: { nps: usualColumns.nps ?? { role: 'score' } },
}).head;

function head(
  cycleName: string,
  counts: Readonly<Record<number, number>>,
  more: Partial<WaveHead> = {},
): WaveHead {
  const histogram = Array.from({ length: 11 }, (_, score) => counts[score] ?? 0);
  const answers = histogram.reduce((sum, n) => sum + n, 0);
  return {
    ...base,
    id: idOf(`wave-${cycleName.toLowerCase()}`),
    cycleName,
    histogram,
    answers,
    rows: answers,
    ...more,
  };
}

/** People by score before and now. */
function pairs(...moves: readonly (readonly [was: number, is: number, people: number])[]): SamePeopleFound {
  const scores = new Array<number>(121).fill(0);
  for (const [was, is, people] of moves) scores[11 * was + is] = people;
  return { scores, byId: 0, byEmail: 0, bySaid: 0, ambiguous: 0, conflicting: 0 };
}

test('what is noise among strangers may be a fall among the same people', () => {
  const [before, now] = [head('Q1', { 3: 60, 8: 60, 10: 80 }), head('Q2', { 3: 72, 8: 60, 10: 68 })];
  expect(findingOf(now, before).title).toMatch(/within noise/);
  const found = pairs([3, 3, 60], [8, 8, 60], [10, 10, 68], [10, 3, 12]);
  expect(findingOf(now, before, found).title).toMatch(/^NPS fell 12 points since Q1, to −2/);
  expect(changeOf(now, before, found)).toMatchObject({ pairs: 200, breaks: [] });
});

test('that both ends grew is said beside a score that moved, and hidden by one that did not', () => {
  const before = head('Q1', { 3: 100, 8: 500, 10: 400 });
  expect(findingOf(head('Q2', { 3: 200, 8: 300, 10: 500 }), before).lede).toContain(
    'The score hides movement: promoters and detractors both grew',
  );
  const rose = findingOf(head('Q2', { 3: 200, 8: 200, 10: 600 }), before);
  expect(rose.title).toMatch(/^NPS rose/);
  expect(rose.lede).toContain('Beneath the change promoters and detractors both grew');
  expect(findingOf(head('Q2', { 3: 101, 8: 400, 10: 499 }), before).lede).not.toContain('both grew');
});

test('a CSAT survey is told as CSAT', () => {
  const csat = { metric: 'csat' as const };
  const before = head('Q1', { 1: 20, 3: 40, 4: 60, 5: 80 }, csat);
  const now = head('Q2', { 1: 4, 3: 16, 4: 80, 5: 100 }, csat);
  const { title, lede } = findingOf(now, before);
  expect(title).toMatch(/^CSAT rose 20 points since Q1, to 90% \(85 to 93%\)/);
  expect(lede).toContain('180 of 200 are satisfied');
  expect(lede).not.toMatch(/promoters|NaN/);
});

test('surveys that measure different things are not compared, and the page says so', () => {
  const before = head('Q1', { 4: 60, 5: 80 }, { metric: 'csat' });
  const { title, lede } = findingOf(head('Q2', { 9: 40, 3: 20 }), before);
  expect(title).toMatch(/^NPS is 33/);
  expect(lede).toContain('Q1 measured something else');
});

test('a question named differently is compared with a warning', () => {
  const renamed = {
    mapping: { version: 1 as const, columns: [{ header: 'Q7', role: 'score' as const, missing: [] }] },
  };
  const { lede } = findingOf(head('Q2', { 9: 400, 3: 200 }, renamed), head('Q1', { 9: 300, 3: 300 }));
  expect(lede).toContain('the question is named differently');
});
