import { countOf, listOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  bestWithin,
  type LocalTime,
  latestWithin,
  type PersonEventKind,
  type PersonState,
  type RosterEntry,
  type StudyProgress,
  type Window,
  type Workload,
} from '#core/sample/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import { whyLeftOut } from './chooseWords.ts';
import { dialogWords } from './dialogWords.ts';
import type { RosterRefusal } from './roster.ts';
import type { RosterSummary, Show } from './rosterLines.ts';
import { plainIn } from './rosterWords.en.ts';
import { inBand, people, rangeText } from './words.ts';

export { plainIn } from './rosterWords.en.ts';

/** What is said of the roster and on it. */
export const rosterWords = {
  title: 'Die Anrufliste',
  caption: 'Personen zum Anrufen, mit verbleibender Zeit, Stand und wer anruft',
  showLabel: 'Wen zeigen',
  show: { open: 'Anzurufen', mine: 'Meine', all: 'Alle' } satisfies Record<Show, string>,
  person: 'Person',
  score: 'Wertung',
  why: 'Ausgewählt für',
  time: 'Zeit',
  state: 'Stand',
  reach: 'Erreichbar',
  interviewer: 'Wer anruft',
  call: 'Gespräch',
  claim: 'Übernehmen',
  release: 'Zurückgeben',
  you: 'Sie',
  colleague: 'Jemand aus dem Team',
  begin: 'Anrufen',
  goOn: 'Fortsetzen',
  open: 'Notizen öffnen',
  stateOf: (name: string) => `Stand von ${name}`,
  claimName: (name: string) => `Gespräch mit ${name} übernehmen`,
  releaseName: (name: string) => `Gespräch mit ${name} zurückgeben`,
  callName: (name: string) => `${name} anrufen`,
  notesName: (name: string) => `Notizen zum Gespräch mit ${name} öffnen`,
  goOnName: (name: string) => `Gespräch mit ${name} fortsetzen`,
  events: {
    invite: 'Einladen',
    schedule: 'Termin vereinbaren',
    decline: 'Hat abgelehnt',
    noShow: 'Nicht erschienen',
    reopen: 'Zurück zu ausgewählt',
  } satisfies Record<PersonEventKind, string>,
  again: { invite: 'Erinnerung senden', schedule: 'Neuen Termin vereinbaren' },
  calendar: 'Kalenderdatei (.ics)',
  calendarOff: 'Aus Kalendern streichen (.ics)',
  handOver: 'Übergeben',
  add: 'Person hinzufügen',
  texts: 'Einladungstexte',
  findLabel: 'Person oder Firma suchen',
  found: 'Niemand mit diesem Namen steht hier.',
  outside: 'von außerhalb der Umfrage',
  unscored: 'Wertung nicht bekannt',
  stated: (name: string, state: string) => `${name}: ${state}.`,
  off: 'Von der Anrufliste nehmen',
  offDone: (name: string) => `${name} steht nicht mehr auf der Anrufliste.`,
  more: 'Weitere Personen auswählen',
  noWay: 'keine E-Mail, kein Telefon',
  unnamed: 'Name nicht bekannt',
  nothing: {
    open: 'Mit allen auf der Anrufliste wurde gesprochen.',
    mine: 'Sie haben noch kein Gespräch übernommen.',
    all: 'Niemand steht auf der Anrufliste.',
  } satisfies Record<Show, string>,
  nextIs: (name: string, account: string) => `Als Nächstes: ${[name, account].filter(Boolean).join(', ')}.`,
  inviteName: (name: string) => `${name} einladen`,
  whyInvite: (hasPhone: boolean, there: LocalTime | null) =>
    hasPhone && there
      ? `Dort ist es ${there.weekday} ${there.text}. Schreiben Sie, statt anzurufen.`
      : 'Es gibt keine Telefonnummer. Schreiben Sie zuerst.',
  nobodyLeft: 'Kein Gespräch wartet auf Sie.',
  nobodyLeftWhy: 'Die anderen sind geführt, von anderen aus dem Team übernommen oder nicht erreichbar.',
  drivers: 'Sehen, was die Wertung bewegt',
  empty: {
    title: 'Frei gewordene Plätze',
    draw: 'Ersatz auswählen',
    drawFor: (name: string) => `Ersatz für ${name} auswählen`,
    drawn: (who: string, gone: string) => `${who} nimmt den Platz von ${gone} ein.`,
    happened: (state: PersonState) => (state === 'noShow' ? 'ist nicht erschienen' : 'hat abgelehnt'),
  },
  load: {
    title: 'Wer anruft und was dabei herauskam',
    caption: 'Wer anruft, mit anstehenden Gesprächen und wie die Personen reagiert haben',
    interviewer: 'Wer anruft',
    toCall: 'Anzurufen',
    invited: 'Gefragt',
    held: 'Geführt',
    declined: 'Abgelehnt',
    noShow: 'Nicht erschienen',
    rate: 'Geführt von gefragt',
    nobody: 'Noch niemand',
    all: 'Gesamt',
  },
};

/** After "von": "11 von 13 Passiven". */
const ofBand = (band: Band, n: number): string =>
  band === 'passive' ? countOf(n, 'passiven Person', 'Passiven') : inBand(band, n);

const calls = (n: number): string => countOf(n, 'Gespräch', 'Gespräche');

/** The finding of the roster: what is held of what can be. Who declined or did not come is told apart, and counts nowhere. */
export function rosterFinding({ held, open, declined, noShow }: RosterSummary): string {
  const parts = [
    ...(declined > 0 ? [`${wholeOf(declined)} abgelehnt`] : []),
    ...(noShow > 0 ? [`${wholeOf(noShow)} nicht erschienen`] : []),
  ];
  const gone = parts.length > 0 ? `, ${listOf(parts)}` : '';
  if (held + open === 0) return `Niemand ist mehr anzurufen${gone}.`;
  if (held === 0) return `${people(open)} zum Anrufen, noch kein Gespräch geführt${gone}.`;
  if (open === 0) return `Alles erledigt: ${calls(held)} geführt${gone}.`;
  return `${wholeOf(held)} von ${countOf(held + open, 'Gespräch', 'Gesprächen')} geführt${gone}.`;
}

export function rosterLede(summary: RosterSummary, progress: StudyProgress | null): string {
  const { held, open, overdue, least, byBand } = summary;
  const there = bands.filter((b) => byBand[b].all > 0);
  const nobodyYet = held === 0;
  const unscored = bands.reduce((left, b) => left - byBand[b].all, held + open);
  const planned = [
    ...there.map((b) => inBand(b, byBand[b].all)),
    ...(unscored > 0 ? [`${wholeOf(unscored)} ohne bekannte Wertung`] : []),
  ];
  const per = there.map((b) => `${wholeOf(byBand[b].held)} von ${ofBand(b, byBand[b].all)}`);
  const parts = [nobodyYet ? `${listOf(planned)}.` : `Geführt: ${listOf(per)}.`];
  if (open > 0)
    parts.push(
      nobodyYet ? `Davon ${whose(summary)}.` : `Noch ${wholeOf(open)} anzurufen: ${whose(summary)}.`,
    );
  if (overdue > 0) parts.push(`${countOf(overdue, 'Person liegt', 'Personen liegen')} über den zwei Wochen.`);
  else if (least !== null && open > 0) parts.push(firstText(least));
  if (progress) parts.push(progressText(progress));
  return parts.join(' ');
}

/** "53 sind ausgewählt, 23 mehr als die 24 bis 30 dieser Untersuchung." */
function progressText({ range, chosen, is }: StudyProgress): string {
  const size = `die ${rangeText(range)} dieser Untersuchung`;
  const are = `${wholeOf(chosen)} ${chosen === 1 ? 'ist' : 'sind'} ausgewählt`;
  if (is === 'within') return `${are}, wie für diese Untersuchung üblich (${rangeText(range)}).`;
  return is === 'below'
    ? `${are}, ${wholeOf(range.low - chosen)} weniger als ${size}.`
    : `${are}, ${wholeOf(chosen - range.high)} mehr als ${size}.`;
}

const firstText = (left: number): string =>
  left === 0
    ? 'Bei der ersten Person ist heute der letzte Tag.'
    : `Bei der ersten Person ${left === 1 ? 'bleibt' : 'bleiben'} noch ${countOf(left, 'Tag', 'Tage')}.`;

/** "2 bei Ihnen, 3 bei anderen aus dem Team, 19 frei"; "alle frei". */
function whose({ open, mine, free }: RosterSummary): string {
  const parts = [
    { n: mine, text: 'bei Ihnen' },
    { n: open - mine - free, text: 'bei anderen aus dem Team' },
    { n: free, text: 'frei' },
  ].filter(({ n }) => n > 0);
  if (parts.length === 1 && open > 1) return `alle ${parts[0]?.text}`;
  return parts.map(({ n, text }) => `${wholeOf(n)} ${text}`).join(', ');
}

const daysText = (left: number): string =>
  left === 0 ? 'Heute letzter Tag' : `Noch ${countOf(left, 'Tag', 'Tage')}`;

/** "Noch 11 Tage, jetzt am besten", "2 Tage zu spät". */
export function windowText(window: Window): { text: string; late: boolean } {
  switch (window.kind) {
    case 'best':
      return { text: `${daysText(window.left)}, jetzt am besten`, late: false };
    case 'open':
      return { text: daysText(window.left), late: false };
    case 'overdue':
      return { text: `${countOf(window.late, 'Tag', 'Tage')} zu spät`, late: true };
    case 'unknown':
      return { text: 'Antwort ohne Datum', late: false };
  }
}

export const stateNames: Readonly<Record<PersonState, string>> = {
  selected: 'ausgewählt',
  invited: 'eingeladen',
  scheduled: 'vereinbart',
  held: 'geführt',
  declined: 'abgelehnt',
  noShow: 'nicht erschienen',
};

export function refusalText(refusal: RosterRefusal): string {
  switch (refusal.kind) {
    case 'claimedByOther':
      return `${refusal.name || rosterWords.colleague} hat dieses Gespräch übernommen. Nichts wurde geändert.`;
    case 'callBegun':
      return 'Das Gespräch hat begonnen und bleibt, wo es begonnen wurde.';
    case 'notYours':
      return 'Dieses Gespräch haben nicht Sie übernommen, daher können Sie es nicht zurückgeben.';
    case 'declined':
      return 'Wer abgelehnt hat, bleibt hier stehen, damit die nächste Auswahl diese Person in Ruhe lässt.';
    case 'notNow': {
      const start = `Das kann nicht auf „${stateNames[refusal.state]}“ folgen.`;
      return refusal.allowed.length > 0
        ? `${start} Möglich ist: ${refusal.allowed.map((e) => `„${rosterWords.events[e]}“`).join(', ')}.`
        : start;
    }
    case 'replaced':
      return 'Diesen Platz hat schon jemand anderes eingenommen. Nichts wurde geändert.';
    case 'noSuchTime':
      return dialogWords.arrange.past;
    case 'scoreUnknown':
      return 'Das Gespräch beginnt mit einer Wertung. Fragen Sie zuerst danach.';
    case 'noWave':
      return 'Die Umfrage, aus der diese Person ausgewählt wurde, ist nicht auf diesem Gerät. Daraus lässt sich niemand auswählen.';
    case 'unreadable':
      return 'Die Personen dieser Umfrage ließen sich nicht lesen. Nichts wurde geändert.';
    case 'nobodyLeft': {
      const why = whyLeftOut(refusal.leftOut);
      return `Niemand ist für diesen Platz übrig: Aus diesem Segment und dieser Gruppe ${refusal.fit === 1 ? 'hat' : 'haben'} ${people(refusal.fit)} geantwortet${why.length > 0 ? `. ${listOf(why)}` : ''}.`;
    }
    case 'noName':
      return 'Ein Name fehlt.';
    case 'noWayToReach':
      return 'Eine E-Mail-Adresse oder eine Telefonnummer fehlt.';
    case 'badEmail':
      return 'Das ist keine E-Mail-Adresse.';
    case 'badPhone':
      return 'Diese Telefonnummer ist zu kurz.';
    case 'noReason':
      return 'Sagen Sie, warum diese Person gefragt werden soll. Andere werden es wissen wollen.';
    case 'badScore':
      return 'Eine Wertung ist eine ganze Zahl von 0 bis 10.';
    case 'optedOut':
      return `${refusal.name} möchte keinen Kontakt. So steht es in der Umfrage.`;
    case 'onRoster':
      return `${refusal.name || 'Diese Person'} steht schon auf der Anrufliste.`;
  }
}

/** "8 von 12 (67 %)"; a dash while nobody was asked. */
export function rateText({ held, invited }: Workload): string {
  return invited === 0 ? '–' : `${wholeOf(held)} von ${wholeOf(invited)} (${percentOf(held / invited)})`;
}

/** What a calendar shows of a call. Nothing in it that the customer should not read. */
export function calendarWords(
  entry: RosterEntry,
  interviewer: string,
): { file: string; title: string; text: string } {
  const name = entry.name || rosterWords.unnamed;
  const who = [name, entry.accountName].filter(Boolean).join(', ');
  const lines = [`${interviewer || rosterWords.colleague} ruft an: ${who}.`, entry.phone, entry.email];
  return {
    file: `gespraech-${plainIn(name) || 'person'}.ics`,
    title: `Gespräch mit ${who}`,
    text: lines.filter(Boolean).join('\n'),
  };
}

/** On the head of the column. */
export const windowHint = `am besten innerhalb von ${bestWithin} Tagen nach der Antwort, spätestens ${latestWithin} Tage nach dem Ende der Umfrage`;
