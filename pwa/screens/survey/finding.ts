import { countOf, dayOf, percentOf, rangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { bandCountsOf, movementOf, npsOf, sharesOf } from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { words } from './words.ts';

export interface Finding {
  title: string;
  lede: string;
}

/** The wave in a sentence, and what it rests on. It claims a change only where the interval bears it. */
export function findingOf(head: WaveHead, before: WaveHead | null): Finding {
  const counts = bandCountsOf(head.histogram);
  const nps = npsOf(counts);
  if (nps.kind === 'tooFew') return { title: words.finding.none, lede: '' };
  const score = `${wholeOf(nps.value)} (${rangeOf(nps.low, nps.high)})`;
  const moved = before && movementOf(bandCountsOf(before.histogram), counts);
  const title =
    moved?.kind !== 'movement' || !before
      ? words.finding.alone(score)
      : moved.direction === 'withinNoise'
        ? words.finding.steady(score, before.cycleName)
        : words.finding.moved(moved.direction, wholeOf(Math.abs(moved.score.value)), score, before.cycleName);
  const shares = sharesOf(counts);
  const parts = [
    words.finding.answers(countOf(head.answers, 'answer', 'answers'), daysOf(head)),
    shares
      ? words.finding.shares(
          percentOf(shares.promoter),
          percentOf(shares.passive),
          percentOf(shares.detractor),
        )
      : '',
    moved?.kind === 'movement' && moved.hidden ? words.finding.hidden[moved.hidden] : '',
    head.nonResponses > 0 ? words.wave.nonResponses(head.nonResponses) : '',
    nps.isSmall ? words.preview.small : '',
  ];
  return { title, lede: parts.filter(Boolean).join(' ') };
}

function daysOf(head: WaveHead): string {
  if (!head.firstDay) return '';
  return head.firstDay === head.lastDay
    ? dayOf(head.firstDay)
    : `${dayOf(head.firstDay)} to ${dayOf(head.lastDay)}`;
}
