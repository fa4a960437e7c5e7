import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type Segment, spokenName, type WidestProposal } from '#core/segments/index.ts';
import { npsValue, shortCycle } from './words.ts';

/** What is said of the segments worth a call, and of the step that follows. */
export const worthWords = {
  title: 'Interview these',
  none: 'Nothing on this map is weak or has moved beyond noise, so it proposes no segment.',
  looked: (looked: number, all: number) =>
    looked === 0
      ? ''
      : looked === all
        ? `Looked through the map and ${countOf(all, 'cross', 'crosses')} of two dimensions; cells of crosses are corrected over all of them.`
        : `Looked through the map and the ${wholeOf(looked)} smallest of ${wholeOf(all)} crosses; cells of crosses are corrected over all of these.`,
  on: 'Untick',
  off: 'Tick',
  name: (segment: Segment, on: boolean) => `${on ? 'Untick' : 'Tick'} ${segment.value}, ${segment.dimension}`,
  instead: 'Interview these instead',
  whole: 'All of it instead',
  next: {
    choose: (n: number) => `Choose ${countOf(n, 'person', 'people')} to call`,
    none: 'No segment is ticked.',
    noneWhy: 'People are then drawn from everyone who answered.',
    nothing: 'No segment differs by more than noise.',
    window: 'Best within 72 hours of the answer.',
    more: (n: number) => `${wholeOf(n)} more`,
    proposed: (n: number) => `${countOf(n, 'segment', 'segments')} worth a call:`,
    ticked: (n: number) => `${countOf(n, 'segment', 'segments')} ticked:`,
  },
};

/** Why a segment is proposed, in one sentence. */
export function reasonText(
  { reasons, segment }: WidestProposal | Omit<WidestProposal, 'narrower'>,
  earlier: string,
): string {
  const clauses = reasons.map(({ kind, difference }) => {
    const points = wholeOf(Math.abs(difference.value));
    if (kind === 'weak') return `${points} points below everyone else`;
    return `${kind === 'fell' ? 'down' : 'up'} ${points} since ${shortCycle(earlier)}`;
  });
  const noise = reasons.length > 1 ? 'both beyond noise' : 'beyond noise';
  const ask = reasons.every(({ kind }) => kind === 'rose') ? ' Worth knowing what worked.' : '';
  return `NPS ${wholeOf(npsValue(segment.nps))}, ${clauses.join(' and ')}, ${noise}, from ${countOf(segment.n, 'answer', 'answers')}.${ask}`;
}

/** Where in a proposed segment most of it lies. */
export function narrowerText({ segment, belowRest }: NonNullable<WidestProposal['narrower']>): string {
  const points = wholeOf(Math.min(...belowRest.map((d) => Math.abs(d.value))));
  return `Lowest in ${spokenName(segment)}: NPS ${wholeOf(npsValue(segment.nps))} from ${countOf(segment.n, 'answer', 'answers')}, at least ${points} points below the rest of both, beyond noise.`;
}
