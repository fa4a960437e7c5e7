import { afterEach, expect, test } from 'vitest';
import { type Area, areaNames, areas } from '#core/guide/index.ts';
import { speak } from '#core/model/language.ts';
import type { InterviewHead } from '#core/notes/index.ts';
import type { Present } from '#core/ports/presence.ts';
import { lengthOf, sizeOf } from './recordingWords.ts';
import { consentWords, hereWords, pastWords, saveWords, summaryNext, summaryOf, syncWords } from './words.ts';

afterEach(() => speak('en'));

const progress = (covered: readonly Area[]) =>
  areas.map((area) => ({ area, covered: covered.includes(area), notes: 0, used: 0, planned: 420 }));

test('what waits for the server is said without a number, since the link counts documents and not notes', () => {
  expect(syncWords({ kind: 'offline', unsent: 1 })).toBe('No network. Your changes wait to sync.');
  expect(syncWords({ kind: 'behind', unsent: 2 })).toBe('Catching up. Your changes wait to sync.');
  expect(syncWords({ kind: 'offline', unsent: 0 })).toBe('No network.');
  expect(syncWords({ kind: 'upToDate', at: 0 })).toBe('Synced.');
});

test('in German a call says how it stands, in the right number', async () => {
  await speak('de');
  expect(syncWords({ kind: 'offline', unsent: 1 })).toBe(
    'Kein Netz. Ihre Änderungen warten auf den Abgleich.',
  );
  expect(saveWords({ kind: 'saved' }, 1)).toBe('1 Notiz hier gespeichert.');
  expect(saveWords({ kind: 'saved' }, 1200)).toBe('1.200 Notizen hier gespeichert.');
  expect(pastWords([{ startedAt: Date.UTC(2026, 9, 9) }])).toBe('Eines davor, am 9. Oktober.');
  expect([sizeOf(533_000), lengthOf(124, 12_400_000)]).toEqual(['0,5 MB', '2:04 mit 12 MB']);
  const head = {
    consentAsked: true,
    consentRecord: false,
    consentQuote: 'withoutName',
    consentContact: true,
  };
  expect(consentWords(head as InterviewHead)).toBe('Keine Aufnahme. Zitieren ohne Namen. Kontakt erlaubt.');
});

test('in German who else is here is said with the area in its own name', async () => {
  await speak('de');
  const tom = { name: 'Tom', watches: false, typing: true, area: 'competition' } as unknown as Present;
  const mara = { name: '', watches: true, typing: false, area: '' } as unknown as Present;
  expect(hereWords([tom, mara])).toBe(
    `Tom schreibt bei „${areaNames.competition}“. Jemand anderes sieht zu.`,
  );
  expect(hereWords([{ ...tom, typing: false, area: '' as Area }])).toBe('Tom ist hier.');
  expect(hereWords([tom, mara], 'short')).toBe('Tom schreibt. Jemand anderes.');
});

test('in German the summary of a call keeps the capitals of its areas', async () => {
  await speak('de');
  expect(summaryOf(61, [], progress([]))).toBe('61 Sekunden, 0 Notizen, 0 von 4 Bereichen besprochen.');
  expect(summaryOf(1800, [], progress(areas))).toBe('30 Minuten, 0 Notizen, alle vier Bereiche besprochen.');
  expect(summaryNext(1, progress(['scoreDrivers', 'experience']))).toBe(
    `Keine Notiz gibt es zu „${areaNames.competition}“ und „${areaNames.priorities}“. 1 Notiz ist noch ohne Thema und zählt für keines.`,
  );
  expect(summaryNext(2, progress(areas))).toBe('2 Notizen sind noch ohne Thema und zählen für keines.');
});
