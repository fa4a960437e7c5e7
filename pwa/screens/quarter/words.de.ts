import { countOf, dayOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  type Calendar,
  type CycleFacts,
  daysBetween,
  type StartRefusal,
  type StepId,
  type StepStanding,
  type WeekStanding,
} from '#core/cycles/index.ts';
import type { Cell } from '#core/exchange/index.ts';

export const words = {
  loading: 'Der Kalender des Quartals wird gelesen',
  noCycle: {
    title: 'Noch hat kein Quartal begonnen',
    text: 'Sobald eine Umfrage da ist, stehen hier die zwölf Wochen von der Umfrage bis zum Plan: was erledigt ist, wer wofür zuständig ist und was als Nächstes kommt.',
    action: 'Umfrage einlesen',
  },
  noStart: {
    title: (name: string) => `${name} hat noch keinen ersten Tag`,
    text: 'Sagen Sie, an welchem Tag Woche 1 beginnt; daraus ergeben sich die zwölf Wochen.',
  },
  calendar: 'Die zwölf Wochen',
  change: 'Ersten Tag ändern',
  start: {
    title: 'Wann beginnt Woche 1?',
    label: 'Erster Tag von Woche 1',
    hint: 'Daraus ergeben sich zwölf Wochen zu sieben Tagen, gleich auf welchen Wochentag er fällt.',
    keep: 'Tag übernehmen',
    leave: 'Abbrechen',
    moved: (day: string) => `Woche 1 beginnt jetzt am ${dayOf(day)}.`,
  },
  week: (n: number) => `Woche ${n}`,
  now: 'diese Woche',
  owner: 'Zuständig',
  ownerOf: (n: number) => `Zuständig für Woche ${n}`,
  noteOf: (n: number) => `Notiz zu Woche ${n}`,
  note: 'Notiz',
  saveNote: 'Notiz behalten',
  stepsOf: (n: number) => `Schritte, Woche ${n}`,
  byData: 'aus Ihren Daten ersichtlich',
  calledDone: (name: string, at: number) => `abgehakt von ${name || 'jemandem'} am ${momentOf(at)}`,
  table: 'Die Tabelle dazu',
  csv: 'CSV herunterladen',
  fileName: (cycle: string) => `${cycle} Kalender.csv`,
  heads: {
    week: 'Woche',
    days: 'Tage',
    work: 'Was',
    owner: 'Zuständig',
    milestone: 'Meilenstein',
    standing: 'Stand',
    note: 'Notiz',
  },
  undo: 'Rückgängig',
  again: 'Noch einmal versuchen',
  ticked: (step: string) => `„${step}“ ist abgehakt.`,
  unticked: (step: string) => `„${step}“ ist wieder offen.`,
  ownerSet: (n: number, name: string) =>
    name ? `Zuständig für Woche ${n}: ${name}.` : `Für Woche ${n} gilt wieder, wer sonst zuständig ist.`,
  noteKept: (n: number) => `Die Notiz zu Woche ${n} ist behalten.`,
  callDone: (step: string) => `„${step}“ abhaken`,
  allDone: 'Alle zwölf Wochen sind erledigt.',
} as const;

const moment = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long' });
const momentOf = (at: number): string => moment.format(at);
const weekday = new Intl.DateTimeFormat('de-DE', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const dayMonth = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "1. – 7. Okt.", "29. Okt. – 4. Nov.". */
export function daysOf({ startsOn, endsOn }: Pick<WeekStanding, 'startsOn' | 'endsOn'>): string {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const [a, b] = [new Date(at(startsOn)), new Date(at(endsOn))];
  const from = a.getUTCMonth() === b.getUTCMonth() ? `${a.getUTCDate()}.` : dayMonth.format(a);
  return `${from} – ${dayMonth.format(b)}`;
}

/** "Do., 1. Okt.". */
export const weekdayOf = (day: string): string => weekday.format(Date.parse(`${day}T00:00:00Z`));

/** What a week is about, and what it has to end with. */
export const weekWords: Readonly<Record<number, { title: string; milestone: string }>> = {
  1: { title: 'Umfrage senden', milestone: 'Ziele gesetzt, Methode unverändert' },
  2: { title: 'Abschließen, aufteilen, auswählen', milestone: 'Personen ausgewählt' },
  3: { title: 'Interviews, erste Hälfte', milestone: 'Die Hälfte der Gespräche geführt' },
  4: { title: 'Interviews, zweite Hälfte', milestone: 'Jedes Gespräch geführt oder abgeschlossen' },
  5: { title: 'Gehörtes ordnen', milestone: 'Jede Notiz hat ihr Thema' },
  6: { title: 'Treibertabelle bauen', milestone: 'Die Treibertabelle steht' },
  7: { title: 'Gewichten und zuteilen', milestone: 'Für jede Maßnahme ist eine Person zuständig' },
  8: { title: 'Vorstellen und bewilligen', milestone: 'Mittel bewilligt' },
  9: { title: 'Umsetzen', milestone: 'Erste Maßnahmen im Gange' },
  10: { title: 'Umsetzen, Handbücher anpassen', milestone: 'Handbücher angepasst' },
  11: { title: 'Nachfassen, eskalieren, zurückmelden', milestone: 'Kunden wissen, was sich geändert hat' },
  12: { title: 'Festhalten und vorbereiten', milestone: 'Nächstes Quartal vorbereitet' },
};

export const stepWords: Readonly<Record<StepId, string>> = {
  surveyOut: 'Umfrage gesendet',
  targetsSet: 'Ziele gesetzt',
  methodUnchanged: 'Frage und Skalen wie beim letzten Mal',
  surveyIn: 'Umfrage abgeschlossen und eingelesen',
  segmentsChosen: 'Segmente ausgewählt',
  peopleChosen: 'Personen ausgewählt',
  interviewsHalf: 'Erste Hälfte der Interviews geführt',
  interviewsHeld: 'Interviews geführt',
  notesTagged: 'Jeder Notiz ihr Thema zugeordnet',
  driverTable: 'Treibertabelle vollständig',
  prioritised: 'Treiber mit Beteiligten gewichtet',
  assigned: 'Für jede Maßnahme eine Person zuständig',
  presented: 'Plan dem Sponsor vorgestellt',
  resourcesGranted: 'Plan und Mittel bewilligt',
  actionsUnderWay: 'Erste Maßnahmen im Gange',
  playbooksUpdated: 'Handbücher angepasst',
  sponsorTold: 'Fortschritt dem Sponsor berichtet',
  stalledRaised: 'Stockende Maßnahmen eskaliert',
  loopClosed: 'Kunden gesagt, was sich geändert hat',
  documented: 'Quartal festgehalten',
  carriedOver: 'Offene Maßnahmen übernommen',
  trendsUpdated: 'Trends fortgeschrieben',
  nextPrepared: 'Nächstes Quartal vorbereitet',
};

/** The work of a step: "als Nächstes: Ziele setzen". */
const doingWords: Readonly<Record<StepId, string>> = {
  surveyOut: 'die Umfrage senden',
  targetsSet: 'Ziele setzen',
  methodUnchanged: 'die Methode mit dem letzten Mal vergleichen',
  surveyIn: 'die Antworten einlesen',
  segmentsChosen: 'Segmente auswählen',
  peopleChosen: 'Personen auswählen',
  interviewsHalf: 'die erste Hälfte der Interviews',
  interviewsHeld: 'die übrigen Interviews',
  notesTagged: 'dem Gehörten Themen zuordnen',
  driverTable: 'die Treibertabelle',
  prioritised: 'Treiber gewichten',
  assigned: 'jede Maßnahme zuteilen',
  presented: 'den Plan vorstellen',
  resourcesGranted: 'den Plan bewilligen lassen',
  actionsUnderWay: 'die ersten Maßnahmen beginnen',
  playbooksUpdated: 'die Handbücher anpassen',
  sponsorTold: 'dem Sponsor berichten',
  stalledRaised: 'eskalieren, was stockt',
  loopClosed: 'Kunden sagen, was sich geändert hat',
  documented: 'das Quartal festhalten',
  carriedOver: 'offene Maßnahmen übernehmen',
  trendsUpdated: 'die Trends fortschreiben',
  nextPrepared: 'das nächste Quartal vorbereiten',
};

/** Where the work of a step is done; empty for what is done outside. */
export const stepPlaces: Readonly<Partial<Record<StepId, { href: string; action: string }>>> = {
  surveyOut: { href: '/survey?new', action: 'Umfrage einlesen' },
  surveyIn: { href: '/survey?new', action: 'Umfrage einlesen' },
  segmentsChosen: { href: '/segments', action: 'Segmente ansehen' },
  peopleChosen: { href: '/people', action: 'Personen auswählen' },
  interviewsHalf: { href: '/people', action: 'Nächste Person anrufen' },
  interviewsHeld: { href: '/people', action: 'Nächste Person anrufen' },
  notesTagged: { href: '/interviews', action: 'Themen zuordnen' },
  driverTable: { href: '/drivers', action: 'Treibertabelle ansehen' },
};

const roles = {
  insightsLead: 'Leitung Insights',
  cxLead: 'Leitung CX',
  actionOwners: 'Zuständige für Maßnahmen',
} as const;
/** The same, in "liegt bei …". */
const rolesAt = {
  insightsLead: 'der Leitung Insights',
  cxLead: 'der Leitung CX',
  actionOwners: 'den Zuständigen für Maßnahmen',
} as const;
const beside = { stakeholders: 'mit Beteiligten', sponsor: 'mit dem Sponsor' } as const;

const withOthers = (names: Readonly<Record<WeekStanding['owner'], string>>, week: WeekStanding): string =>
  week.beside ? `${names[week.owner]}, ${beside[week.beside]}` : names[week.owner];

/** "Leitung CX, mit dem Sponsor". */
export const usualOwner = (week: WeekStanding): string => withOthers(roles, week);

export const ownerText = (week: WeekStanding): string => week.ownerName || usualOwner(week);

/** How far the work has come, in figures. */
function heard({ survey, chosen, held, notes, tagged, themes, open }: CycleFacts): string {
  if (!survey) return 'noch keine Umfrage eingegangen';
  if (chosen === 0) return `${countOf(survey.answers, 'Antwort ist', 'Antworten sind')} da`;
  if (held + open === 0) return 'für ein Interview ist niemand mehr übrig';
  const interviews = `${wholeOf(held)} von ${countOf(held + open, 'Interview', 'Interviews')} geführt`;
  if (open > 0) return interviews;
  if (tagged < notes)
    return `${interviews}, ${wholeOf(tagged)} von ${countOf(notes, 'Notiz', 'Notizen')} mit Thema`;
  return `${interviews}, ${countOf(themes, 'Thema', 'Themen')} genannt`;
}

/** The opening sentence: where we are, how far that is, and the first step that is open. */
export function finding(calendar: Calendar, facts: CycleFacts): string {
  const { now, weeks, untilStart, sinceEnd, next } = calendar;
  const first = weeks[0];
  if (!next) return words.allDone;
  if (untilStart > 0)
    return `Woche 1 beginnt ${untilStart === 1 ? 'morgen' : `in ${countOf(untilStart, 'Tag', 'Tagen')}`}, am ${dayOf(first?.startsOn ?? '')}.`;
  const start =
    sinceEnd > 0
      ? `Die zwölf Wochen endeten vor ${countOf(sinceEnd, 'Tag', 'Tagen')}`
      : `Woche ${now} von 12`;
  return `${start}: ${heard(facts)}; als Nächstes: ${doingWords[next.step.id]}.`;
}

/** The bar: what is open, and since when or whose it is. */
export function nextText({ week, step }: NonNullable<Calendar['next']>): { strong: string; text: string } {
  const owner = ownerText(week);
  const doing = doingWords[step.id];
  if (week.overdue) return { strong: `Noch offen aus Woche ${week.week}: ${doing}.`, text: `${owner}.` };
  return { strong: `Als Nächstes: ${doing}.`, text: `${words.week(week.week)}, ${owner}.` };
}

/** Whose week it is, what is late, and how long the plan is taking. */
export function lede({ now, weeks, overdue, daysToPlan }: Calendar): string {
  const week = weeks[now - 1];
  const late = overdue.flatMap(({ standings }) => standings.filter(({ done }) => !done)).length;
  const sentences = [
    week &&
      `Diese Woche, „${weekWords[week.week]?.title}“, liegt bei ${week.ownerName || withOthers(rolesAt, week)}.`,
    late > 0 && lateText(late, overdue),
    daysToPlan && planText(daysToPlan),
  ];
  return sentences.filter(Boolean).join(' ');
}

const planText = ({ days, done }: NonNullable<Calendar['daysToPlan']>): string =>
  done
    ? `Von der letzten Antwort bis zum bewilligten Plan dauerte es ${countOf(days, 'Tag', 'Tage')}.`
    : `Seit der letzten Antwort: ${countOf(days, 'Tag', 'Tage')}; der Plan ist noch nicht bewilligt.`;

function lateText(late: number, overdue: readonly WeekStanding[]): string {
  const weeks = overdue.map(({ week }) => String(week));
  const of = weeks.length === 1 ? `Woche ${weeks[0]}` : `den Wochen ${listOf(weeks)}`;
  return `Aus ${of} ${late === 1 ? 'ist' : 'sind'} noch ${countOf(late, 'Schritt', 'Schritte')} offen.`;
}

/** One word or two for where a week stands. */
export function standingText(week: WeekStanding, today: string): string {
  if (week.done) return 'erledigt';
  const open = week.standings.filter(({ done }) => !done).length;
  const late = daysBetween(week.endsOn, today) ?? 0;
  if (week.overdue) return `${countOf(late, 'Tag', 'Tage')} zu spät`;
  const counted = week.standings.map(countText).find((text) => text !== '');
  if (counted) return counted;
  return week.standings.length > open
    ? `${week.standings.length - open} von ${week.standings.length} erledigt`
    : '';
}

/** What a counted step counts. */
const units: Readonly<Partial<Record<StepId, string>>> = {
  interviewsHalf: 'geführt',
  interviewsHeld: 'geführt',
  notesTagged: 'mit Thema',
};

/** "9 von 24 geführt", empty where nothing is counted or all is done. */
export function countText({ id, reading, done }: StepStanding): string {
  const count = reading?.count;
  if (!count || done || count.need === 0) return '';
  return `${wholeOf(count.have)} von ${wholeOf(count.need)} ${units[id] ?? ''}`.trim();
}

/** What is said beside a step: what the data show, or who called it done. */
export function stepNote(step: StepStanding, facts: CycleFacts): string {
  if (step.by === 'hand' && step.tick) {
    const count = countText({ ...step, done: false });
    return `${words.calledDone(step.tick.byName, step.tick.at)}${count ? `, bei ${count}` : ''}`;
  }
  if (step.id === 'methodUnchanged' && facts.method === 'changed')
    return 'Die Frage oder eine Skala ist anders als in der Umfrage davor: Die Zahlen sind vielleicht nicht vergleichbar.';
  if (step.id === 'methodUnchanged' && facts.method === 'first')
    return 'die erste Umfrage: nichts zu vergleichen';
  return step.by === 'data' ? words.byData : countText(step);
}

export function refusalText(refusal: StartRefusal): string {
  switch (refusal.kind) {
    case 'noDay':
      return 'Das ist kein Tag. Schreiben Sie ihn als Tag, Monat und Jahr.';
    case 'outOfOrder':
      return `${refusal.other.name} beginnt am ${dayOf(refusal.other.startsOn)}: Quartale bleiben in ihrer Reihenfolge, denn jede Umfrage wird mit der davor verglichen.`;
  }
}

/** The table as it is downloaded. */
export function csvOfCalendar({ weeks }: Calendar): Cell[][] {
  const { heads } = words;
  return [
    [
      heads.week,
      'Von',
      'Bis',
      heads.work,
      heads.milestone,
      heads.owner,
      'Erledigt',
      'Überfällig',
      'Offen',
      heads.note,
    ],
    ...weeks.map((week): Cell[] => [
      week.week,
      week.startsOn,
      week.endsOn,
      weekWords[week.week]?.title ?? '',
      weekWords[week.week]?.milestone ?? '',
      ownerText(week),
      week.done ? 'ja' : 'nein',
      week.overdue ? 'ja' : 'nein',
      week.standings
        .filter(({ done }) => !done)
        .map(({ id }) => stepWords[id])
        .join('; '),
      week.note,
    ]),
  ];
}
