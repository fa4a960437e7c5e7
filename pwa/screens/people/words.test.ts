import { afterEach, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import { chooseWords, leftOutTitle, shortfallText, triedText } from './chooseWords.ts';
import { chosenFor } from './chosenFor.ts';
import { thereText } from './dialogWords.ts';
import type { RosterSummary } from './rosterLines.ts';
import { refusalText, rosterFinding, rosterLede, windowText } from './rosterWords.ts';

afterEach(() => speak('en'));

const summary = {
  held: 48,
  open: 5,
  mine: 0,
  free: 3,
  overdue: 0,
  least: 1,
  declined: 1,
  noShow: 1,
  byBand: { detractor: { held: 30, all: 32 }, passive: { held: 11, all: 13 }, promoter: { held: 7, all: 8 } },
} as RosterSummary;

test('in German the roster says what is held and what is left', async () => {
  await speak('de');
  expect(rosterFinding(summary)).toBe('48 von 53 Gesprächen geführt, 1 abgelehnt und 1 nicht erschienen.');
  expect(rosterLede(summary, { range: { low: 24, high: 30 }, chosen: 53, held: 48, is: 'above' })).toBe(
    'Geführt: 30 von 32 Detraktoren, 11 von 13 Passiven und 7 von 8 Promotoren. Noch 5 anzurufen: 2 bei anderen aus dem Team, 3 frei. Bei der ersten Person bleibt noch 1 Tag. 53 sind ausgewählt, 23 mehr als die 24 bis 30 dieser Untersuchung.',
  );
  expect(windowText({ kind: 'overdue', late: 2 }).text).toBe('2 Tage zu spät');
  expect(chosenFor({ reason: 'Enterprise × detractor, score 4; for Ada, who declined', score: 4 })).toEqual({
    why: 'Enterprise × Detraktor',
    instead: 'für Ada (hat abgelehnt)',
  });
  expect(refusalText({ kind: 'notNow', state: 'held', allowed: ['reopen'] })).toContain(
    '„geführt“ folgen. Möglich ist: „Zurück zu ausgewählt“.',
  );
  expect(thereText({ text: '06:10', weekday: 'Sa', isOfficeHours: false })).toBe(
    'dort Sa 06:10, außerhalb der Arbeitszeit',
  );
});

test('in German a selection says where it falls short and what a change would do', async () => {
  await speak('de');
  expect(
    shortfallText({
      quota: { segment: null, band: 'passive', want: 4 },
      got: 2,
      shortfall: { missing: 2, fit: 3, leftOut: { optedOut: 1 }, chosenElsewhere: 0 },
    }),
  ).toBe(
    'Alle, die geantwortet haben, Passive: 2 von 4 gefunden. 3 Personen passen: 1 möchte keinen Kontakt.',
  );
  const people = (n: number) => Array.from({ length: n }) as never[];
  expect(triedText({ come: people(2), go: people(1), stay: 1 })).toBe(
    '2 Personen kämen hinzu und 1 fiele weg. 1 bleibt.',
  );
  expect(
    leftOutTitle('interviewedRecently', { interviewed: 1, invitations: 2, within: 4, declined: 4 }),
  ).toBe('In diesem Zyklus oder dem davor interviewt');
  expect(chooseWords.study.restUnit(1)).toBe('dieser Zyklus und 1 weiterer');
});
