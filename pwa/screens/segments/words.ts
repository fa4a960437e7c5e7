import { countOf, dayOf, listOf, rangeOf, signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import { defaultQuotas, type SegmentRef } from '#core/sample/index.ts';
import {
  type Movement,
  type Nps,
  type NpsEstimate,
  type ShareChange,
  smallSample,
} from '#core/scores/index.ts';
import { readableFrom, type Segment, type SegmentLabel, summaryOf } from '#core/segments/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { Counted } from './model.ts';
import type { Order, Row } from './rows.ts';

/** Above this many rows the map shows the first ones and offers the rest. */
export const rowsAtFirst = 40;

export const words = {
  orderLabel: 'Order',
  orders: {
    lowest: 'Lowest first',
    change: 'Biggest change',
    dimension: 'By dimension',
  } satisfies Record<Order, string>,
  title: {
    lowest: 'Net Promoter Score by segment, lowest first',
    change: 'Net Promoter Score by segment, biggest change first',
    dimension: 'Net Promoter Score by segment, dimension by dimension',
  } satisfies Record<Order, string>,
  dimensionLabel: 'Dimension',
  allDimensions: 'All dimensions',
  heads: {
    segment: 'Segment',
    dimension: 'Dimension',
    answers: 'Answers',
    nps: 'NPS',
    interval: '95% interval',
    change: 'Change',
    reading: 'Reading',
    strip: 'Shares',
  },
  since: (cycle: string) => `Since ${shortCycle(cycle)}`,
  everyone: (nps: number) => `everyone, ${wholeOf(nps)}`,
  now: (nps: number) => `now ${wholeOf(nps)}`,
  was: (cycle: string, nps: number) => `${shortCycle(cycle)}: ${wholeOf(nps)}`,
  tick: (segment: Segment) => `Interview ${segment.value}, ${segment.dimension}`,
  proposed: (ticked: number, all: number) =>
    ticked === all
      ? `Ticked: the ${countOf(all, 'segment', 'segments')} this map proposes.`
      : `Ticked: the first ${wholeOf(ticked)} of ${wholeOf(all)} segments this map proposes, weak ones before those that only moved.`,
  propose: 'Tick the proposed ones again',
  more: (n: number) => `Show ${countOf(n, 'more segment', 'more segments')}`,
  tableTitle: 'The table behind it',
  tableCaption: 'Every segment on the map with its answers, shares, score and change',
  csv: 'Download CSV',
  legend: {
    beyond: 'differs from everyone else by more than noise',
    noise: 'could be noise',
    interval: '95% interval',
    moved: (cycle: string) => `change since ${cycle} beyond noise`,
    still: 'change could be noise',
  },
  rule: (tested: number) =>
    `Each segment is tested against everyone else; corrected for the segments of its dimension tested together (Benjamini-Hochberg, 5%; ${wholeOf(tested)} in all). Steady: neither level nor change is beyond noise. Below ${readableFrom} answers no reading is given.`,
  loading: 'Counting the segments',
  noWave: {
    title: 'One score hides the segments beneath it',
    text: 'This map shows the score of every tier, market, product or tenure in your survey, with its margin, and says which differ by more than noise: “NPS is 31 (27 to 35). Enterprise scores lower than the rest by more than noise.” It begins with a survey.',
    action: 'Bring your survey',
  },
  noDimensions: {
    text: 'This survey has no column that is read as a segment, so there is nothing to compare. Bring the file again and mark columns such as tier, market or product as segments, or join a contacts and accounts file.',
    action: 'Bring the file again',
  },
  again: 'Try again',
  next: {
    choose: (n: number) => `Choose ${countOf(n, 'person', 'people')} to call`,
    none: 'No segment is ticked.',
    noneWhy: 'People are then drawn from everyone who answered.',
    nothing: 'No segment differs by more than noise.',
    window: 'Best within 72 hours of the answer.',
  },
};

/** "Q3 2026" -> "Q3": in labels that stand on the picture. */
export const shortCycle = (cycle: string): string => cycle.replace(/\s+\d{4}$/, '');

const interval = ({ low, high }: NpsEstimate): string => `(${rangeOf(low, high)})`;

/** The finding: the score with its interval, and one segment that the figures allow to be named. */
export function finding(counted: Counted): { score: string; segment: string } {
  const { nps, movement } = counted.map.everyone;
  if (nps.kind === 'tooFew') return { score: 'Nobody has given a score yet.', segment: '' };
  return { score: `${scoreSentence(nps, movement)}.`, segment: segmentSentence(counted) };
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
  if (hidden === 'drained')
    return 'The total hides a movement: promoters and detractors both grew while passives drained.';
  if (hidden === 'gathered')
    return 'The total hides a movement: promoters and detractors both shrank while passives grew.';
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

export const npsValue = (nps: Nps): number => (nps.kind === 'estimate' ? nps.value : 0);

const labelNames: Readonly<Record<SegmentLabel, string>> = {
  weak: 'weak',
  strong: 'strong',
  falling: 'falling',
  rising: 'rising',
  steady: 'steady',
  tooFew: 'too few to read',
};

export const readingText = ({ segment }: Row): string => segment.labels.map((l) => labelNames[l]).join(', ');

/** The change as the row says it: points, or why there are none. */
export function changeText({ segment: { reading }, change }: Row): string {
  if (change) return signedOf(change.by);
  if (reading.kind === 'tooFew' || reading.change.kind === 'noEarlierWave') return '';
  return reading.change.kind === 'new' ? 'new' : 'too few then';
}

const bandWord: Readonly<Record<Band, (n: number) => string>> = {
  detractor: (n) => countOf(n, 'detractor', 'detractors'),
  passive: (n) => countOf(n, 'passive', 'passives'),
  promoter: (n) => countOf(n, 'promoter', 'promoters'),
};

/** Most segments named in the next step. */
const mostNamed = 4;

/** What the ticks come to: how many people, of which bands, and why these segments. */
export function nextStep(
  chosen: readonly SegmentRef[],
  proposal: boolean,
): { strong: string; text: string; people: number; perBand: { band: Band; text: string }[] } {
  const quotas = defaultQuotas(chosen);
  const of = (band: Band) => quotas.reduce((sum, q) => sum + (q.band === band ? q.want : 0), 0);
  const people = quotas.reduce((sum, q) => sum + q.want, 0);
  const perBand = bands.map((band) => ({ band, text: bandWord[band](of(band)) }));
  if (chosen.length === 0)
    return {
      strong: proposal ? words.next.nothing : words.next.none,
      text: words.next.noneWhy,
      people,
      perBand,
    };
  const names = chosen.slice(0, mostNamed).map((s) => s.value);
  if (chosen.length > mostNamed) names.push(`${wholeOf(chosen.length - mostNamed)} more`);
  const count = countOf(chosen.length, 'segment', 'segments');
  const strong = proposal ? `${sentence(count)} worth a call:` : `${sentence(count)} ticked:`;
  return { strong, text: `${listOf(names)}.`, people, perBand };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What went wrong reading the wave, what is safe, what to do. */
export function faultText(fault: WaveStoreFault): { title: string; text: string; action: string } {
  switch (fault.kind) {
    case 'damaged':
      return {
        title: 'A part of this survey is damaged',
        text: 'What is stored no longer matches what was imported, so no figure is shown. Notes and interviews are safe. Import the file again; nothing else is lost.',
        action: 'Bring the file again',
      };
    case 'quota':
    case 'unavailable':
      return {
        title: 'The survey could not be read',
        text: 'The storage of this browser did not answer. Nothing was changed. Try again, or close other tabs of Sounding first.',
        action: words.again,
      };
  }
}
