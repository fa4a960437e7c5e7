import { daySpanOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { SamePeopleFound } from '#core/ports/samePeople.ts';
import { bandCountsOf, sharesOf } from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { type Change, changeOf, figureIn } from './readWave.ts';
import { figureOf, metricName, scoreWords, spanOf } from './scoreWords.ts';
import { words } from './words.ts';

export interface Finding {
  title: string;
  lede: string;
}

/**
 * The wave in a sentence, and what it rests on. It claims a change only where the interval bears it. `today` as
 * YYYY-MM-DD: days of another year are given with it, and all of them without it.
 */
export function findingOf(
  head: WaveHead,
  before: WaveHead | null,
  found: SamePeopleFound | null = null,
  today = '',
): Finding {
  const figure = figureIn(head);
  if (!figure) return { title: words.finding.none, lede: '' };
  const { metric } = head;
  const change = changeOf(head, before, found);
  const score = `${figureOf(metric, figure.value)} (${spanOf(metric, figure.low, figure.high)})`;
  const parts = [
    words.finding.answers(figure.n, daysOf(head, today)),
    head.metric === 'csat' ? satisfiedIn(head) : bandsIn(head),
    change?.nps ? words.finding.hidden(change.nps) : '',
    before && before.metric !== metric ? scoreWords.finding.otherMetric(before.cycleName) : '',
    change && change.breaks.length > 0
      ? scoreWords.finding.broken(change.before.cycleName, change.breaks)
      : '',
    head.nonResponses > 0 ? words.wave.nonResponses(head.nonResponses) : '',
    figure.isSmall ? words.preview.small : '',
  ];
  return { title: titleOf(metric, score, change), lede: parts.filter(Boolean).join(' ') };
}

function titleOf(metric: WaveHead['metric'], score: string, change: Change | null): string {
  if (!change) return scoreWords.finding.alone(metric, score);
  const name = metricName[metric];
  const { nps, csat, before } = change;
  const by = nps ? nps.score.value : csat ? 100 * (csat.share.now - csat.share.before) : 0;
  const beyond = nps ? nps.direction !== 'withinNoise' : csat?.share.beyondNoise === true && by !== 0;
  return beyond
    ? words.finding.moved(name, by > 0 ? 'rose' : 'fell', Math.round(Math.abs(by)), score, before.cycleName)
    : words.finding.steady(name, score, before.cycleName);
}

function bandsIn(head: WaveHead): string {
  const shares = sharesOf(bandCountsOf(head.histogram));
  if (!shares) return '';
  const [promoters, passives, detractors] = [shares.promoter, shares.passive, shares.detractor].map(
    percentOf,
  );
  return words.finding.shares(promoters ?? '', passives ?? '', detractors ?? '');
}

function satisfiedIn({ histogram }: WaveHead): string {
  const at = (score: number) => histogram[score] ?? 0;
  const all = at(1) + at(2) + at(3) + at(4) + at(5);
  return scoreWords.finding.satisfied(wholeOf(at(4) + at(5)), wholeOf(all));
}

const daysOf = ({ firstDay, lastDay }: WaveHead, today: string): string =>
  firstDay ? daySpanOf(firstDay, lastDay, today) : '';
