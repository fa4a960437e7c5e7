import { useEffect, useState } from 'preact/hooks';
import { percentOf, rangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { IntervalPlot } from '#core/browser/parts/IntervalPlot.tsx';
import {
  type SatisfiedSegment,
  satisfiedSegments,
  shownDimension,
  shownValue,
} from '#core/segments/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { figureIn } from '../readWave.ts';
import { scoreWords } from '../scoreWords.ts';

const atOnce = 12;

/** Satisfaction of every segment, lowest first: the map of segments is of Net Promoter Scores alone. */
export function SatisfiedBy({ head }: { head: WaveHead }) {
  const segments = useSegments(head);
  const [all, setAll] = useState(false);
  const everyone = figureIn(head);
  if (!everyone || segments.length === 0) return null;
  const axis = axisOf(segments);
  const shown = all ? segments : segments.slice(0, atOnce);
  return (
    <section class="sect satisfied">
      <div class="sect-h">
        <h2>{scoreWords.satisfiedBy.title}</h2>
      </div>
      <p class="scores-say">{scoreWords.satisfiedBy.found(segments.filter((s) => s.level === 'below'))}</p>
      <div class="tw">
        <table class="score-cards">
          <thead>
            <tr>
              <th scope="col">{scoreWords.satisfiedBy.segment}</th>
              <th scope="col" class="rt">
                {scoreWords.satisfiedBy.csat}
              </th>
              <th scope="col" colSpan={2}>
                {scoreWords.weighted.interval}
              </th>
              <th scope="col" class="rt">
                {scoreWords.satisfiedBy.answers}
              </th>
              <th scope="col">{scoreWords.satisfiedBy.reading}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((s) => (
              <tr key={`${s.dimension}=${s.value}`}>
                <th scope="row">
                  {shownValue(s.value)} <span class="small quiet">{shownDimension(s.dimension)}</span>
                </th>
                <td class="rt strong">{percentOf(s.csat.value / 100)}</td>
                <td class="satisfied-plot">
                  <IntervalPlot
                    {...s.csat}
                    axis={axis}
                    beyondNoise={s.level === 'below' || s.level === 'above'}
                    lines={[{ at: everyone.value, strong: true }]}
                  />
                </td>
                <td class="quiet nb">{rangeOf(s.csat.low, s.csat.high)}%</td>
                <td data-label={scoreWords.satisfiedBy.answers} class="rt quiet">
                  {wholeOf(s.csat.n)}
                </td>
                <td class={s.level === 'below' ? 'strong' : 'quiet'}>
                  {scoreWords.satisfiedBy.level[s.level ?? 'tooFew']}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {segments.length > shown.length && (
        <button type="button" class="btn s" onClick={() => setAll(true)}>
          {scoreWords.satisfiedBy.more(segments.length - shown.length)}
        </button>
      )}
      <p class="small quiet">{scoreWords.satisfiedBy.how}</p>
    </section>
  );
}

function axisOf(segments: readonly SatisfiedSegment[]): [number, number] {
  const low = Math.min(...segments.map((s) => s.csat.low));
  const high = Math.max(...segments.map((s) => s.csat.high));
  return [Math.max(0, low - 5), Math.min(100, high + 5)];
}

function useSegments(head: WaveHead): readonly SatisfiedSegment[] {
  const { waves } = useDeps();
  const [segments, setSegments] = useState<readonly SatisfiedSegment[]>([]);
  useEffect(() => {
    let gone = false;
    setSegments([]);
    void waves.columns(head.id).then((read) => {
      if (gone || !read.ok) return;
      setSegments(satisfiedSegments(read.value).sort((a, b) => a.csat.value - b.csat.value));
    });
    return () => {
      gone = true;
    };
  }, [head, waves]);
  return segments;
}
