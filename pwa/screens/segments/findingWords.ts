import { countOf, dayOf, listOf, signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type Movement, type NpsEstimate, type ShareChange, smallSample } from '#core/scores/index.ts';
import { type CrossMap, readableFrom, summaryIn, summaryOf } from '#core/segments/index.ts';
import { bands } from '#core/waves/index.ts';
import type { Counted } from './counted.ts';
import { interval, npsValue, shortCycle } from './words.ts';

/** The finding: the score with its interval, and one segment, or cell of the cross on screen, that the figures allow to be named. */
export function finding(counted: Counted, cross: CrossMap | null = null): { score: string; segment: string } {
  const { nps, movement } = counted.map.everyone;
  if (nps.kind === 'tooFew') return { score: 'Nobody has given a score yet.', segment: '' };
  const segment = cross ? crossSentence(cross) : segmentSentence(counted);
  return { score: `${scoreSentence(nps, movement)}.`, segment };
}

function scoreSentence(nps: NpsEstimate, movement: Movement | null): string {
  const now = `${wholeOf(nps.value)} ${interval(nps)}`;
  const points = countOf(Math.abs(movement?.score.value ?? 0), 'point', 'points');
  switch (movement?.direction) {
    case 'fell':
      return `NPS fell ${points} to ${now}`;
    case 'rose':
      return `NPS rose ${points} to ${now}`;
    default:
      return `NPS is ${now}`;
  }
}

function segmentSentence({ map, rows }: Counted): string {
  const { fellMost, roseMost } = summaryOf(map);
  const weakest = rows
    .filter((r) => r.segment.labels.includes('weak'))
    .sort((a, b) => npsValue(a.segment.nps) - npsValue(b.segment.nps))[0];
  if (fellMost) return `${fellMost.value} lost the most.`;
  if (weakest) return `${weakest.segment.value} scores lower than the rest by more than noise.`;
  if (roseMost) return `${roseMost.value} gained the most.`;
  if (!rows.some((r) => r.readable)) return '';
  return 'No segment differs by more than noise.';
}

function crossSentence({ cells, rows, columns, readable }: CrossMap): string {
  const all = cells.flat();
  const { fellMost, roseMost } = summaryIn(all);
  const weakest = all
    .filter((s) => s.labels.includes('weak'))
    .sort((a, b) => npsValue(a.nps) - npsValue(b.nps))[0];
  if (fellMost) return `${fellMost.value} lost the most.`;
  if (weakest) return `${weakest.value} scores lower than the rest by more than noise.`;
  if (roseMost) return `${roseMost.value} gained the most.`;
  if (readable === 0) return `No pair of ${rows} and ${columns} has ${readableFrom} answers.`;
  return `No pair of ${rows} and ${columns} differs by more than noise.`;
}

/** How many answered and when, what moved beneath the total, and the range that it hides. */
export function lede(counted: Counted): string {
  const { head, map, earlier } = counted;
  const { nps, movement } = map.everyone;
  const answers = countOf(head.answers, 'answer', 'answers');
  const parts = [`${[answers, daysText(head.firstDay, head.lastDay)].filter(Boolean).join(', ')}.`];
  if (nps.kind === 'estimate' && nps.isSmall)
    parts.push(`Fewer than ${smallSample} answers: take the score as a rough guide.`);
  if (movement && earlier) parts.push(movementText(movement, earlier.cycleName));
  parts.push(rangeText(counted));
  return parts.filter(Boolean).join(' ');
}

function daysText(first: string, last: string): string {
  if (!first || !last) return '';
  if (first === last) return dayOf(first);
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  return `${sameMonth ? String(Number(first.slice(8))) : dayOf(first)} to ${dayOf(last)}`;
}

function movementText({ score, bands: shares, direction, hidden }: Movement, before: string): string {
  if (hidden) {
    const start = direction === 'withinNoise' ? 'The total hides a movement:' : 'Beneath the change';
    const what =
      hidden === 'drained' ? 'both grew while passives drained' : 'both shrank while passives grew';
    return `${start} promoters and detractors ${what}.`;
  }
  const beyond = bands.filter((b) => shares[b].beyondNoise && b !== 'passive');
  const moves = beyond.map(
    (b) => `${b}s went from ${inHundred(shares[b], 'before')} to ${inHundred(shares[b], 'now')}`,
  );
  if (moves.length > 0) {
    const noise = beyond.length === 2 ? ', both more than noise' : ', more than noise';
    return `In every 100, ${listOf(moves)}${noise}.`;
  }
  if (direction === 'withinNoise')
    return `The change since ${shortCycle(before)} (${signedOf(score.value)}) could be noise.`;
  return '';
}

const inHundred = (share: ShareChange, when: 'before' | 'now'): string => wholeOf(100 * share[when]);

function rangeText({ map }: Counted): string {
  const { nps } = map.everyone;
  const { range } = summaryOf(map);
  if (!range || nps.kind !== 'estimate') return '';
  const [low, high] = [npsValue(range.lowest.nps), npsValue(range.highest.nps)];
  if (Math.round(low) === Math.round(high)) return '';
  return `A score of ${wholeOf(nps.value)} hides a range from ${wholeOf(low)} to ${wholeOf(high)}.`;
}
