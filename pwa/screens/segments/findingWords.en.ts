import { countOf, daySpanOf, listOf, signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type Movement, type NpsEstimate, type ShareChange, smallSample } from '#core/scores/index.ts';
import { type CrossMap, readableFrom, type Segment, spokenName, summaryIn } from '#core/segments/index.ts';
import { bands } from '#core/waves/index.ts';
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
  if (nps.kind === 'tooFew') return { score: 'Nobody has given a score yet.', segment: '' };
  const segment = cross ? crossSentence(cross, tells) : segmentSentence(counted);
  return { score: `${scoreSentence(nps, movement)}.`, segment };
}

function scoreSentence(nps: NpsEstimate, movement: Movement | null): string {
  const now = `${wholeOf(nps.value)} ${interval(nps)}`;
  const points = countOf(Math.round(Math.abs(movement?.score.value ?? 0)), 'point', 'points');
  switch (movement?.direction) {
    case 'fell':
      return `NPS fell ${points} to ${now}`;
    case 'rose':
      return `NPS rose ${points} to ${now}`;
    default:
      return `NPS is ${now}`;
  }
}

function segmentSentence({ rows }: Counted): string {
  const segments = rows.map(({ segment }) => segment);
  const { fellMost, roseMost } = summaryIn(segments);
  const weakest = weakestOf(segments);
  if (fellMost) return `${spokenName(fellMost)} lost the most${withPart(fellMost, weakest)}.`;
  if (weakest) return lowerThanRest(weakest);
  if (roseMost) return `${spokenName(roseMost)} gained the most.`;
  if (!rows.some((r) => r.readable)) return '';
  return 'No segment differs by more than noise.';
}

const lowerThanRest = (segment: Segment): string =>
  `${spokenName(segment)} scores lower than the rest by more than noise.`;

/** ", with Enterprise at −15": where the lowest of all is a part of the segment that was named. */
function withPart(named: Segment, lowest: Segment | null): string {
  const part = partWith(named, lowest);
  return part ? `, with ${spokenName(part.other)} at ${wholeOf(part.nps)}` : '';
}

function crossSentence({ cells, rows, columns, readable }: CrossMap, tells: Look['tells']): string {
  const all = cells.flat();
  const { fellMost, roseMost } = summaryIn(all);
  const weakest = tells === 'level' ? weakestOf(all) : null;
  if (fellMost) return `${spokenName(fellMost)} lost the most.`;
  if (weakest) return lowerThanRest(weakest);
  if (roseMost) return `${spokenName(roseMost)} gained the most.`;
  if (readable === 0) return `No pair of ${rows} and ${columns} has ${readableFrom} answers.`;
  return `No pair of ${rows} and ${columns} ${tells === 'level' ? 'differs' : 'changed'} by more than noise.`;
}

/** How many answered and when, what moved beneath the total, and the range that it hides. `today`: YYYY-MM-DD. */
export function lede(counted: Counted, today: string): string {
  const { head, map, earlier } = counted;
  const { nps, movement } = map.everyone;
  const answers = countOf(head.answers, 'answer', 'answers');
  const days = head.firstDay && head.lastDay ? daySpanOf(head.firstDay, head.lastDay, today) : '';
  const parts = [`${[answers, days].filter(Boolean).join(', ')}.`];
  if (nps.kind === 'estimate' && nps.isSmall)
    parts.push(`Fewer than ${smallSample} answers: take the score as a rough guide.`);
  if (movement && earlier) parts.push(movementText(movement, earlier.cycleName));
  parts.push(rangeText(counted));
  return parts.filter(Boolean).join(' ');
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

function rangeText(counted: Counted): string {
  const range = rangeIn(counted);
  if (!range) return '';
  return `A score of ${wholeOf(range.everyone)} hides a range from ${wholeOf(range.low)} to ${wholeOf(range.high)}.`;
}
