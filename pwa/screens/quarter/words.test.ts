import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CycleFacts, calendarOf, noFacts } from '#core/cycles/index.ts';
import { speak } from '#core/model/language.ts';
import type { ListOutcome } from '#core/ports/lists.ts';
import { rateOf } from '#core/waves/index.ts';
import { invitedFinding, joinedText, listWords, retentionFinding, samePeopleFinding } from './listWords.ts';
import { daysOf, finding, lede, nextText, standingText, weekdayOf } from './words.ts';

beforeEach(() => speak('de'));
afterEach(() => speak('en'));

function calendar(today: string, facts: Partial<CycleFacts> = {}) {
  const found = calendarOf(
    '2026-10-01',
    today,
    { ...noFacts, ...facts },
    { weeks: new Map(), ticks: new Map() },
  );
  if (!found) throw new Error('no calendar');
  return found;
}
const said = (today: string, facts: Partial<CycleFacts> = {}) =>
  finding(calendar(today, facts), { ...noFacts, ...facts });

test('in German the finding says the week, how far the work is and what is next', () => {
  expect(said('2026-09-30')).toBe('Woche 1 beginnt morgen, am 1. Oktober.');
  expect(said('2026-09-28')).toBe('Woche 1 beginnt in 3 Tagen, am 1. Oktober.');
  expect(said('2026-10-03')).toBe(
    'Woche 1 von 12: noch keine Umfrage eingegangen; als Nächstes: die Umfrage senden.',
  );
  expect(said('2026-12-25')).toMatch(/^Die zwölf Wochen endeten vor 2 Tagen: /);
  const survey = { answers: 1, lastDay: '2026-10-09' };
  expect(said('2026-10-03', { survey, method: 'first' })).toBe(
    'Woche 1 von 12: 1 Antwort ist da; als Nächstes: Ziele setzen.',
  );
  expect(said('2026-10-20', { survey, method: 'first', chosen: 12, held: 1, open: 11 })).toContain(
    ': 1 von 12 Interviews geführt; ',
  );
});

test('in German an open step reads as work, never as done, and late weeks are counted', () => {
  const late = calendar('2026-10-16');
  expect(late.next && nextText(late.next)).toEqual({
    strong: 'Noch offen aus Woche 1: die Umfrage senden.',
    text: 'Leitung Insights.',
  });
  expect(lede(late)).toBe(
    'Diese Woche, „Interviews, erste Hälfte“, liegt bei der Leitung Insights. Aus den Wochen 1 und 2 sind noch 6 Schritte offen.',
  );
  expect(late.weeks[0] && standingText(late.weeks[0], '2026-10-08')).toBe('1 Tag zu spät');
  expect(late.weeks[0] && daysOf(late.weeks[0])).toBe('1. – 7. Okt.');
  expect(late.weeks[4] && daysOf(late.weeks[4])).toBe('29. Okt. – 4. Nov.');
  expect(weekdayOf('2026-10-01')).toBe('Do., 1. Okt.');
});

test('in German the lists are counted in the right number and case', () => {
  expect(invitedFinding({ invited: 500, answered: 0 }, rateOf(0, 500))).toMatch(
    /^Von 500 eingeladenen Personen ist keine unter den Antworten: /,
  );
  expect(invitedFinding({ invited: 500, answered: 210 }, rateOf(210, 500))).toBe(
    '210 von 500 eingeladenen Personen haben geantwortet: 42 % (38 bis 46 %).',
  );
  expect(listWords.left(1)).toBe('1 Zeile ließ sich nicht zuordnen oder zählt nicht');
  expect(listWords.left(2)).toBe('2 Zeilen ließen sich nicht zuordnen oder zählen nicht');
  const counts = { renewed: 0, downgraded: 0, left: 0, open: 2 };
  expect(retentionFinding({ all: {}, counts } as Parameters<typeof retentionFinding>[0], null, null)).toBe(
    'Von 2 Firmen ist noch keine entschieden.',
  );
  const people = { answeredById: 1, answeredByEmail: 2, nameless: 1 };
  expect(joinedText({ kind: 'people', report: people } as ListOutcome, 'invited')).toBe(
    'Zugeordnet: 1 nach ID, 2 nach E-Mail. 1 Antwort hat weder ID noch E-Mail und kann auf keiner Liste stehen.',
  );
  const counted = { people: 9, inSeveral: 1, byId: 1, byEmail: 0, bySaid: 0 };
  expect(samePeopleFinding(counted as Parameters<typeof samePeopleFinding>[0], 'Q3 2026')).toBe(
    '1 Person ist in dieser Umfrage und in Q3 2026: 1 nach ID, 0 nach E-Mail.',
  );
});
