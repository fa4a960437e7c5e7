import { describe, expect, test } from 'vitest';
import { outcomeFrom } from '#test/fixtures/waves.ts';
import { secondOf } from '../cells/dates.ts';

/** The scores that count, of lines that give score, e-mail and date. */
function counting(lines: readonly string[], repeats?: 'first'): (number | null)[] {
  const { wave } = outcomeFrom({
    id: 'w',
    csv: `nps,email,date\n${lines.join('\n')}`,
    repeats,
    columns: { nps: { role: 'score' }, email: { role: 'email' }, date: { role: 'date' } },
  });
  return [...wave.people].map(({ score }) => score);
}

describe('two answers of one person on one day', () => {
  const timed = ['9,a@x,2026-03-02 15:00', '2,a@x,2026-03-02 09:00', '5,b@x,2026-03-01 10:00'];

  test('the later time counts, wherever it stands in the file', () => {
    expect(counting(timed)).toEqual([9, 5]);
    expect(counting([...timed].reverse())).toEqual([5, 9]);
    expect(counting(timed, 'first')).toEqual([2, 5]);
  });

  test('without a time, the file’s own direction tells', () => {
    const newestFirst = ['5,b@x,2026-03-04', '9,a@x,2026-03-02', '2,a@x,2026-03-02', '6,c@x,2026-03-01'];
    expect(counting(newestFirst)).toEqual([5, 9, 6]);
    expect(counting([...newestFirst].reverse())).toEqual([6, 9, 5]);
    expect(counting(newestFirst, 'first')).toEqual([5, 2, 6]);
  });

  test('a time on one of them alone tells nothing; nor does a file without an order', () => {
    expect(counting(['9,a@x,2026-03-02 15:00', '2,a@x,2026-03-02'])).toEqual([2]);
    expect(counting(['9,a@x,', '2,a@x,'])).toEqual([2]);
    expect(
      counting(['5,b@x,2026-03-04', '9,a@x,2026-03-02', '2,a@x,2026-03-02', '6,c@x,2026-03-05']),
    ).toEqual([5, 2, 6]);
  });
});

test.each([
  ['2026-03-02 15:04:05', 54_245],
  ['2026-03-02T15:04:05.123Z', 54_245],
  ['2026-03-02T15:04:05+02:00', 54_245],
  ['05/11/2016 12:00:00 AM', 0],
  ['05/11/2016 12:30 PM', 45_000],
  ['5/11/16 1:05 p.m.', 47_100],
  ['3. März 2026, 9.07', 32_820],
  ['20260302T150405', 54_245],
  ['202603021504', 54_240],
  ['2026-03-02', -1],
  ['7. März 2026', -1],
  ['April 5, 2026', -1],
])('the time of day in %s', (text, second) => expect(secondOf(text)).toBe(second));
