import { countOf, daySpanOf, listOf, signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type Movement, type NpsEstimate, type ShareChange, smallSample } from '#core/scores/index.ts';
import {
  type CrossMap,
  readableFrom,
  type Segment,
  shownDimension,
  spokenName,
  summaryIn,
  type ValueOf,
} from '#core/segments/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { Counted } from './counted.ts';
import { partWith, rangeIn, weakestOf } from './found.ts';
import type { Look } from './look.ts';
import { interval, shortCycle } from './words.ts';

/** The finding: the score with its interval, and one segment, or cell of the cross on screen, that the figures allow to be named. */
export function finding(
  counted: Counted,
  cross: CrossMap | null = null,
  tells: Look['tells'] = 'level',
): { score: string; segment: string } {
  const { nps, movement } = counted.map.everyone;
  if (nps.kind === 'tooFew') return { score: 'Noch hat niemand eine Wertung gegeben.', segment: '' };
  const segment = cross ? crossSentence(cross, tells) : segmentSentence(counted);
  return { score: `${scoreSentence(nps, movement)}.`, segment };
}

function scoreSentence(nps: NpsEstimate, movement: Movement | null): string {
  const now = `${wholeOf(nps.value)} ${interval(nps)}`;
  const points = countOf(Math.round(Math.abs(movement?.score.value ?? 0)), 'Punkt', 'Punkte');
  switch (movement?.direction) {
    case 'fell':
      return `Der NPS fiel um ${points} auf ${now}`;
    case 'rose':
      return `Der NPS stieg um ${points} auf ${now}`;
    default:
      return `Der NPS ist ${now}`;
  }
}

function segmentSentence({ rows }: Counted): string {
  const segments = rows.map(({ segment }) => segment);
  const { fellMost, roseMost } = summaryIn(segments);
  const weakest = weakestOf(segments);
  if (fellMost) return `${lostMost(fellMost)}${withPart(fellMost, weakest)}.`;
  if (weakest) return lowerThanRest(weakest);
  if (roseMost) return gainedMost(roseMost);
  if (!rows.some((r) => r.readable)) return '';
  return 'Kein Segment weicht mehr als Zufall ab.';
}

/** In quotation marks: as a subject „Erstes Jahr“ fits no sentence without them. */
const named = (segment: ValueOf): string => `„${spokenName(segment)}“`;
const lostMost = (segment: Segment): string => `${named(segment)} verlor am meisten`;
const gainedMost = (segment: Segment): string => `${named(segment)} gewann am meisten.`;
const lowerThanRest = (segment: Segment): string =>
  `${named(segment)} liegt tiefer als der Rest, mehr als Zufall.`;

/** ", darunter „Enterprise“ mit −15": where the lowest of all is a part of the segment that was named. */
function withPart(most: Segment, lowest: Segment | null): string {
  const part = partWith(most, lowest);
  return part ? `, darunter ${named(part.other)} mit ${wholeOf(part.nps)}` : '';
}

function crossSentence({ cells, rows, columns, readable }: CrossMap, tells: Look['tells']): string {
  const all = cells.flat();
  const { fellMost, roseMost } = summaryIn(all);
  const weakest = tells === 'level' ? weakestOf(all) : null;
  if (fellMost) return `${lostMost(fellMost)}.`;
  if (weakest) return lowerThanRest(weakest);
  if (roseMost) return gainedMost(roseMost);
  const pair = `Kein Paar aus ${shownDimension(rows)} und ${shownDimension(columns)}`;
  if (readable === 0) return `${pair} hat ${readableFrom} Antworten.`;
  return tells === 'level'
    ? `${pair} weicht mehr als Zufall ab.`
    : `${pair} hat sich mehr als Zufall geändert.`;
}

/** How many answered and when, what moved beneath the total, and the range that it hides. `today`: YYYY-MM-DD. */
export function lede(counted: Counted, today: string): string {
  const { head, map, earlier } = counted;
  const { nps, movement } = map.everyone;
  const answers = countOf(head.answers, 'Antwort', 'Antworten');
  const days = head.firstDay && head.lastDay ? daySpanOf(head.firstDay, head.lastDay, today) : '';
  const parts = [`${[answers, days].filter(Boolean).join(', ')}.`];
  if (nps.kind === 'estimate' && nps.isSmall)
    parts.push(`Weniger als ${smallSample} Antworten: Die Wertung ist nur ein grober Anhalt.`);
  if (movement && earlier) parts.push(movementText(movement, earlier.cycleName));
  parts.push(rangeText(counted));
  return parts.filter(Boolean).join(' ');
}

function movementText({ score, bands: shares, direction, hidden }: Movement, before: string): string {
  if (hidden) {
    const start = direction === 'withinNoise' ? 'Die Gesamtzahl verbirgt Bewegung:' : 'Hinter der Änderung:';
    return hidden === 'drained'
      ? `${start} Promotoren und Detraktoren sind mehr geworden, Passive weniger.`
      : `${start} Promotoren und Detraktoren sind weniger geworden, Passive mehr.`;
  }
  const beyond = bands.filter((b) => shares[b].beyondNoise && b !== 'passive');
  const moves = beyond.map(
    (b) => `${many[b]} von ${inHundred(shares[b], 'before')} auf ${inHundred(shares[b], 'now')}`,
  );
  if (moves.length > 0)
    return `Je 100 Antworten: ${listOf(moves)}, ${beyond.length === 2 ? 'beides ' : ''}mehr als Zufall.`;
  if (direction === 'withinNoise')
    return `Die Änderung seit ${shortCycle(before)} (${signedOf(score.value)}) kann Zufall sein.`;
  return '';
}

const many: Readonly<Record<Band, string>> = {
  detractor: 'Detraktoren',
  passive: 'Passive',
  promoter: 'Promotoren',
};

const inHundred = (share: ShareChange, when: 'before' | 'now'): string => wholeOf(100 * share[when]);

function rangeText(counted: Counted): string {
  const range = rangeIn(counted);
  if (!range) return '';
  return `Eine Wertung von ${wholeOf(range.everyone)} verbirgt eine Spanne von ${wholeOf(range.low)} bis ${wholeOf(range.high)}.`;
}
