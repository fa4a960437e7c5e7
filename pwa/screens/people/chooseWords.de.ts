import { countOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  bestWithin,
  type LeftOutReason,
  type Quota,
  type QuotaOutcome,
  type RestRules,
  type Study,
  sizeOf,
  totalFor,
  usualByBand,
} from '#core/sample/index.ts';
import { spokenName } from '#core/segments/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { Selection } from './selection.ts';
import { bandNames, inBand, people, rangeText, sinceClosed } from './words.ts';

/** What is said while people are being chosen. */
export const chooseWords = {
  anyone: 'Alle, die geantwortet haben',
  quotas: {
    title: 'Wie viele, aus welcher Gruppe',
    caption: 'Gewünschte Personen nach Segment und Gruppe',
    segment: 'Segment',
    total: 'Gesamt',
    planned: 'Geplant',
    usual: 'Üblich',
    field: (band: Band, segment: string) => `${bandNames[band].title} gewünscht, ${segment}`,
    back: 'Zurück zu den üblichen Zahlen',
    segments: 'Segmente ändern',
    purpose: 'Um zu hören',
    remove: (segment: string) => `${segment} entfernen`,
    add: 'Segment hinzufügen',
    addChoose: 'Segment zum Hinzufügen wählen',
    noPassives:
      'Niemand aus der Mitte: Passive brauchen den kleinsten Anstoß, um Promotoren zu werden. Planen Sie ein paar ein.',
  },
  study: {
    label: 'Wofür',
    rest: 'Nach einem Interview in Ruhe lassen',
    restUnit: (n: number) =>
      n === 0 ? 'nur dieser Zyklus' : `dieser Zyklus und ${countOf(n, 'weiterer', 'weitere')}`,
    invitations: 'Einladungen in vier Zyklen, höchstens',
    restHint:
      'Wer zu oft gefragt wird, antwortet weniger und weniger freundlich. Unten steht, wer deshalb wegbleibt.',
  },
  tried: {
    title: 'Was sich damit ändert',
    come: 'Kämen hinzu',
    go: 'Fielen weg',
    comes: ' kommt mit dieser Änderung hinzu',
    more: (n: number) => `und ${wholeOf(n)} weitere`,
    undo: 'Letzte Änderung rückgängig machen',
    keep: 'Plan übernehmen',
    kept: 'Der Plan ist übernommen.',
    putBack: 'Rückgängig',
  },
  seed: {
    label: 'Startwert der Auswahl',
    hint: 'Derselbe Startwert mit denselben Segmenten und Zahlen ergibt dieselben Personen.',
    again: 'Andere auswählen',
  },
  drawn: {
    title: 'Ausgewählt',
    caption: 'Ausgewählte Personen, jede mit dem Grund',
    person: 'Person',
    account: 'Firma',
    score: 'Wertung',
    why: 'Ausgewählt für',
    reach: 'Erreichbar per',
    email: 'E-Mail',
    phone: 'Telefon',
    none: 'Niemand passt zu diesen Zahlen. Ändern Sie die Zahlen oder die Segmente.',
  },
  short: { title: 'Wo der Plan nicht aufgeht' },
  leftOut: { title: 'Nicht dabei, und warum' },
  next: {
    put: (n: number) => `${people(n)} auf die Anrufliste setzen`,
    roster: 'Zurück zur Anrufliste',
    full: 'Der Plan ist erfüllt.',
    fullWhy: 'Alle, die er verlangt, stehen auf der Anrufliste.',
    strong: (n: number, cycle: string) => `${people(n)} für ${cycle || 'diesen Zyklus'}.`,
    why: `Rufen Sie am besten innerhalb von ${bestWithin * 24} Stunden nach der Antwort an, spätestens zwei Wochen nach dem Ende der Umfrage.`,
    nobody: 'Noch niemand für die Anrufliste.',
  },
  confirmed: (n: number) => `${people(n)} auf die Anrufliste gesetzt.`,
};

export const segmentName = (segment: Quota['segment']): string =>
  segment ? spokenName(segment) : chooseWords.anyone;

/** The finding of a selection: how many were found of how many wanted. */
export function selectionFinding({ draw, wanted, onRoster }: Selection): string {
  const want = wanted.reduce((sum, q) => sum + q.want, 0);
  const got = draw.chosen.length;
  if (want === 0)
    return onRoster > 0
      ? `Der Plan ist erfüllt: ${people(onRoster)} auf der Anrufliste.`
      : 'Noch ist niemand gewünscht.';
  const per = bands
    .map((band) => ({ band, n: draw.chosen.filter((c) => c.reason.band === band).length }))
    .filter(({ n }) => n > 0)
    .map(({ band, n }) => inBand(band, n));
  const who = per.length > 0 ? `: ${listOf(per)}` : '';
  const more = onRoster > 0 ? countOf(got, 'weitere Person', 'weitere Personen') : people(got);
  if (got === want) return `${more} zum Anrufen${who}.`;
  return `${wholeOf(got)} von ${people(want)} gefunden${who}.`;
}

/** Where they were drawn from and how. */
export function selectionLede({ segments, answers, draw }: Selection): string {
  const where = segments.length > 0 ? `, in ${listOf(segments.map((s) => spokenName(s)))}` : '';
  const who = answers === 1 ? 'die geantwortet hat' : 'die geantwortet haben';
  const looked = draw.everybody
    ? ''
    : ` ${countOf(draw.looked, 'Person wurde', 'Personen wurden')} in der Reihenfolge der Auswahl angesehen.`;
  const left =
    draw.leftOut.length > 0
      ? ` ${countOf(draw.leftOut.length, 'Person bleibt', 'Personen bleiben')} weg, mit Grund.`
      : '';
  return `Ausgewählt aus ${people(answers)}, ${who}${where}. Die Wertungen wechseln sich ab, damit jede Gruppe in ihrer ganzen Breite vorkommt.${looked}${left}`;
}

/** "10 bis 15" for the cycle's round, whose bands METHOD gives; for other studies the whole alone. */
export function usualTexts(
  study: Study,
  segments: Selection['segments'],
): { band: Readonly<Record<Band, string>> | null; total: string } {
  const total = rangeText(totalFor(study, segments));
  if (study !== 'cycle') return { band: null, total };
  return {
    band: {
      detractor: rangeText(usualByBand.detractor),
      passive: rangeText(usualByBand.passive),
      promoter: rangeText(usualByBand.promoter),
    },
    total,
  };
}

/** "weniger als üblich", "mehr als üblich", or nothing. */
export function standingText(is: 'below' | 'within' | 'above'): string {
  if (is === 'within') return '';
  return is === 'below' ? 'weniger als üblich' : 'mehr als üblich';
}

export function totalStanding(total: number, study: Study, segments: Selection['segments']): string {
  const { low, high } = totalFor(study, segments);
  return standingText(total < low ? 'below' : total > high ? 'above' : 'within');
}

/** The kinds of study, each with its size. */
export const studyNames: Readonly<Record<Study, string>> = {
  cycle: 'Die Runde eines Zyklus',
  segment: 'Ein fragliches Segment',
  company: 'Was die Wertung der ganzen Firma bewegt',
  perSegment: 'Was die Wertung jedes Segments bewegt',
  quickStart: 'Schneller Einstieg: Stufe und Gruppe',
};

export function studyOption(study: Study): string {
  const { range, each } = sizeOf(study);
  return `${studyNames[study]} (${each ? 'je ' : ''}${rangeText(range)})`;
}

/** What a kind of study asks for beside its numbers. */
export function studyHint(study: Study, days: number | null): string {
  const what = {
    cycle: 'Genug, um zu hören, was die meisten sagen würden, und wenig genug für zwei Wochen.',
    segment: 'Genug Personen eines Segments, um seine Gründe von denen aller anderen zu unterscheiden.',
    company: 'Genug, um die Gründe der ganzen Firma zu ordnen.',
    perSegment: 'Genug aus jedem Segment, um zu vergleichen, was es bewegt.',
    quickStart: 'Zwanzig Gespräche, eine Woche Auswertung, ein Dokument.',
  } satisfies Record<Study, string>;
  const since = days === null ? '' : ` ${sinceClosed(days)}`;
  return `${what[study]}${since}`;
}

const reasonsLeftOut: Readonly<Record<LeftOutReason, { one: string; many: string; title: string }>> = {
  optedOut: {
    one: 'möchte keinen Kontakt',
    many: 'möchten keinen Kontakt',
    title: 'Möchten keinen Kontakt',
  },
  noWayToReach: {
    one: 'hat weder E-Mail noch Telefon',
    many: 'haben weder E-Mail noch Telefon',
    title: 'Ohne E-Mail und Telefonnummer',
  },
  answeredAgain: {
    one: 'hat später noch einmal geantwortet, das zählt',
    many: 'haben später noch einmal geantwortet, das zählt',
    title: 'Später noch einmal geantwortet, diese Antwort zählt',
  },
  inRoster: {
    one: 'steht auf der Anrufliste',
    many: 'stehen auf der Anrufliste',
    title: 'Schon auf der Anrufliste',
  },
  declined: {
    one: 'hat abgelehnt',
    many: 'haben abgelehnt',
    title: 'In diesem Zyklus oder im Jahr davor abgelehnt',
  },
  interviewedRecently: {
    one: 'wurde vor Kurzem interviewt',
    many: 'wurden vor Kurzem interviewt',
    title: 'Vor Kurzem interviewt',
  },
  askedOften: {
    one: 'wurde zuletzt oft genug gefragt',
    many: 'wurden zuletzt oft genug gefragt',
    title: 'Zuletzt oft genug gefragt',
  },
};

/** The reason, with the rule behind it where a number decides. */
export function leftOutTitle(reason: LeftOutReason, { interviewed, invitations, within }: RestRules): string {
  if (reason === 'interviewedRecently') {
    if (interviewed === 0) return 'In diesem Zyklus interviewt';
    return interviewed === 1
      ? 'In diesem Zyklus oder dem davor interviewt'
      : `In diesem Zyklus oder den ${wholeOf(interviewed)} davor interviewt`;
  }
  if (reason === 'askedOften')
    return `${wholeOf(invitations)}-mal oder öfter eingeladen, ${within === 1 ? 'im letzten Zyklus' : `in den letzten ${wholeOf(within)} Zyklen`}`;
  return reasonsLeftOut[reason].title;
}

/** "Enterprise, Passive: 2 von 4 gefunden. 3 Personen passen, 1 möchte keinen Kontakt." */
export function shortfallText({ quota, got, shortfall }: QuotaOutcome): string {
  const head = `${segmentName(quota.segment)}, ${bandNames[quota.band].many}: ${wholeOf(got)} von ${wholeOf(quota.want)} gefunden.`;
  if (!shortfall) return head;
  if (shortfall.fit === 0) return `${head} Niemand mit einer Antwort passt.`;
  const why = whyLeftOut(shortfall.leftOut);
  if (shortfall.chosenElsewhere > 0)
    why.push(
      `${wholeOf(shortfall.chosenElsewhere)} ${shortfall.chosenElsewhere === 1 ? 'ist' : 'sind'} für ein anderes Segment ausgewählt`,
    );
  const fit = countOf(shortfall.fit, 'Person passt', 'Personen passen');
  return `${head} ${fit}${why.length > 0 ? `: ${listOf(why)}` : ''}.`;
}

/** "10 möchten keinen Kontakt", "3 haben abgelehnt". */
export function whyLeftOut(leftOut: Readonly<Partial<Record<LeftOutReason, number>>>): string[] {
  return (Object.keys(reasonsLeftOut) as LeftOutReason[]).flatMap((reason) => {
    const n = leftOut[reason] ?? 0;
    const { one, many } = reasonsLeftOut[reason];
    return n > 0 ? [`${wholeOf(n)} ${n === 1 ? one : many}`] : [];
  });
}

/** What a change that is tried would do: "2 Personen kämen hinzu und 1 fiele weg. 23 bleiben." */
export function triedText({ come, go, stay }: NonNullable<Selection['tried']>): string {
  if (come.length === 0 && go.length === 0) return 'Dieselben Personen würden ausgewählt.';
  const parts = [
    ...(come.length > 0 ? [`${people(come.length)} ${come.length === 1 ? 'käme' : 'kämen'} hinzu`] : []),
    ...(go.length > 0
      ? [
          `${come.length > 0 ? wholeOf(go.length) : people(go.length)} ${go.length === 1 ? 'fiele' : 'fielen'} weg`,
        ]
      : []),
  ];
  return `${listOf(parts)}. ${wholeOf(stay)} ${stay === 1 ? 'bleibt' : 'bleiben'}.`;
}
