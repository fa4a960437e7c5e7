import { afterEach, expect, test } from 'vitest';
import { speak } from '../model/language.ts';
import { localTimeIn, reasonText, shownReason } from './index.ts';

afterEach(() => speak('en'));

test('in German a kept reason is shown in German, and a reason somebody wrote as it is', async () => {
  const reason = reasonText({
    segment: { dimension: 'Tenure', value: 'First year' },
    band: 'detractor',
    score: 4,
  });
  expect(shownReason(reason)).toBe('First year × detractor, score 4');
  await speak('de');
  expect(reasonText({ segment: null, band: 'passive', score: 7 })).toBe('Anyone × passive, score 7');
  expect(shownReason(reason)).toBe('Erstes Jahr × Detraktor, Wertung 4');
  expect(shownReason('Anyone × passive')).toBe('Alle × passiv');
  expect(
    shownReason(`${reason}; for Ada Lovelace, who declined: nobody with score 3 was left, so the nearest`),
  ).toBe(
    'Erstes Jahr × Detraktor, Wertung 4; für Ada Lovelace (hat abgelehnt). Niemand mit Wertung 3 war übrig, daher die nächste',
  );
  expect(shownReason('Runs the pilot; for us a detractor')).toBe('Runs the pilot; for us a detractor');
});

test('the day there is named in the language spoken, and a Saturday is no working day in any', async () => {
  const saturday = Date.parse('2026-11-28T10:00:00Z');
  expect(localTimeIn('Europe/Berlin', saturday)).toMatchObject({ weekday: 'Sat', isOfficeHours: false });
  await speak('de');
  expect(localTimeIn('Europe/Berlin', saturday)).toMatchObject({ weekday: 'Sa', isOfficeHours: false });
});
