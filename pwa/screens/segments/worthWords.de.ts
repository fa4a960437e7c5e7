import { countOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  type Segment,
  shownDimension,
  shownValue,
  spokenName,
  type WidestProposal,
} from '#core/segments/index.ts';
import { npsValue, shortCycle } from './words.ts';

/** What is said of the segments worth a call, and of the step that follows. */
export const worthWords = {
  title: 'Diese interviewen',
  none: 'Nichts auf dieser Karte ist schwach oder hat sich mehr als Zufall bewegt, daher schlägt sie kein Segment vor.',
  looked: (looked: number, all: number) => {
    if (looked === 0) return '';
    return looked === all
      ? `Durchsucht: die Karte und ${countOf(all, 'Kreuztabelle', 'Kreuztabellen')} aus zwei Dimensionen. Zellen sind über alle Kreuztabellen korrigiert.`
      : `Durchsucht: die Karte und ${looked === 1 ? 'die kleinste' : `die ${wholeOf(looked)} kleinsten`} von ${wholeOf(all)} Kreuztabellen. Zellen sind über alle durchsuchten korrigiert.`;
  },
  on: 'Abwählen',
  off: 'Ankreuzen',
  name: (segment: Segment, on: boolean) =>
    `${shownValue(segment.value)}, ${shownDimension(segment.dimension)} ${on ? 'abwählen' : 'ankreuzen'}`,
  instead: 'Stattdessen diese interviewen',
  whole: 'Stattdessen das ganze Segment',
  next: {
    choose: (n: number) => `${countOf(n, 'Person', 'Personen')} zum Anrufen auswählen`,
    none: 'Kein Segment ist angekreuzt.',
    noneWhy: 'Dann werden Personen aus allen ausgewählt, die geantwortet haben.',
    nothing: 'Kein Segment weicht mehr als Zufall ab.',
    window: 'Am besten innerhalb von 72 Stunden nach der Antwort.',
    more: (n: number) => `${wholeOf(n)} weitere`,
    proposed: (n: number) =>
      countOf(n, 'Segment, das einen Anruf wert ist:', 'Segmente, die einen Anruf wert sind:'),
    ticked: (n: number) => `${countOf(n, 'Segment', 'Segmente')} angekreuzt:`,
  },
};

/** Why a segment is proposed, in one sentence. */
export function reasonText(
  { reasons, segment }: WidestProposal | Omit<WidestProposal, 'narrower'>,
  earlier: string,
): string {
  const clauses = reasons.map(({ kind, difference }) => {
    const points = Math.abs(difference.value);
    if (kind === 'weak') return `${countOf(Math.round(points), 'Punkt', 'Punkte')} unter allen anderen`;
    return `seit ${shortCycle(earlier)} um ${wholeOf(points)} ${kind === 'fell' ? 'gefallen' : 'gestiegen'}`;
  });
  const noise = reasons.length > 1 ? 'beides mehr als Zufall' : 'mehr als Zufall';
  const ask = reasons.every(({ kind }) => kind === 'rose') ? ' Gut zu wissen, was geholfen hat.' : '';
  return `NPS ${wholeOf(npsValue(segment.nps))} aus ${countOf(segment.n, 'Antwort', 'Antworten')}, ${listOf(clauses)}, ${noise}.${ask}`;
}

/** Where in a proposed segment most of it lies. */
export function narrowerText({ segment, belowRest }: NonNullable<WidestProposal['narrower']>): string {
  const points = Math.round(Math.min(...belowRest.map((d) => Math.abs(d.value))));
  return `Am niedrigsten bei ${spokenName(segment)}: NPS ${wholeOf(npsValue(segment.nps))} aus ${countOf(segment.n, 'Antwort', 'Antworten')}, mindestens ${countOf(points, 'Punkt', 'Punkte')} unter dem Rest beider, mehr als Zufall.`;
}
