import { useEffect, useState } from 'preact/hooks';
import { percentOf } from '#core/browser/parts/figures.ts';
import { IntervalPlot } from '#core/browser/parts/IntervalPlot.tsx';
import {
  type NoWeighted,
  type WeightedFigure,
  weightedCsat,
  weightedNps,
  weightedTallies,
} from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { type Figure, figureIn } from '../readWave.ts';
import { figureOf, scoreWords, spanOf } from '../scoreWords.ts';
import { axisOf } from './trendScale.ts';

/** The weighted figure beside the plain one, where the survey has weights; nothing where it has none. */
export function Weighted({ head }: { head: WaveHead }) {
  const weighted = useWeighted(head);
  const plain = figureIn(head);
  if (!weighted || !plain) return null;
  return (
    <section class="sect weighted">
      <div class="sect-h">
        <h2>{scoreWords.weighted.title}</h2>
      </div>
      {weighted.kind === 'weighted' ? (
        <Both head={head} plain={plain} weighted={weighted} />
      ) : (
        <p>{scoreWords.weighted.none[weighted.kind]}</p>
      )}
    </section>
  );
}

function Both({ head, plain, weighted }: { head: WaveHead; plain: Figure; weighted: WeightedFigure }) {
  const { metric } = head;
  const [one, two] = [figureOf(metric, plain.value), figureOf(metric, weighted.value)];
  const axis = axisOf([plain, weighted], metric === 'csat' ? 0 : -100);
  const lines = axis.ticks.map((at) => ({ at, strong: at === 0 }));
  const row = (name: string, figure: Omit<Figure, 'isSmall'>, n: number) => (
    <tr>
      <th scope="row">{name}</th>
      <td class="rt strong">{figureOf(metric, figure.value)}</td>
      <td class="weighted-plot">
        <IntervalPlot {...figure} axis={[axis.from, axis.to]} lines={lines} beyondNoise={true} />
      </td>
      <td class="quiet nb">{spanOf(metric, figure.low, figure.high)}</td>
      <td class="rt quiet nb">{scoreWords.weighted.answers(n)}</td>
    </tr>
  );
  return (
    <>
      <p class="scores-say">{scoreWords.weighted.found(metric, one, two, one !== two)}</p>
      <div class="tw">
        <table class="score-cards">
          <thead>
            <tr>
              <th scope="col">
                <span class="vh">{scoreWords.weighted.what}</span>
              </th>
              <th scope="col" class="rt">
                {scoreWords.weighted.what}
              </th>
              <th scope="col" colSpan={2}>
                {scoreWords.weighted.interval}
              </th>
              <th scope="col" class="rt">
                {scoreWords.weighted.counts}
              </th>
            </tr>
          </thead>
          <tbody>
            {row(scoreWords.weighted.plain, plain, plain.n)}
            {row(scoreWords.weighted.weighted, weighted, weighted.effective)}
            <tr class="weighted-axis">
              <td colSpan={2} />
              <td class="weighted-plot">
                <span class="weighted-at small quiet num" aria-hidden="true">
                  {axis.ticks.map((at) => (
                    <i key={at} style={{ left: percentOf((at - axis.from) / (axis.to - axis.from)) }}>
                      {figureOf(metric, at)}
                    </i>
                  ))}
                </span>
              </td>
              <td colSpan={2} />
            </tr>
          </tbody>
        </table>
      </div>
      <p class="small quiet">
        {[
          scoreWords.weighted.why,
          weighted.unweighted > 0 ? scoreWords.weighted.unweighted(weighted.unweighted) : '',
          weighted.isSmall ? scoreWords.weighted.small : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  );
}

/** Read only where the mapping names a weight: the columns of a large wave are not fetched for nothing. */
function useWeighted(head: WaveHead): WeightedFigure | NoWeighted | null {
  const { waves } = useDeps();
  const [weighted, setWeighted] = useState<WeightedFigure | NoWeighted | null>(null);
  useEffect(() => {
    let gone = false;
    setWeighted(null);
    if (!head.mapping.columns.some(({ role }) => role === 'weight')) return;
    void waves.columns(head.id).then((read) => {
      if (gone || !read.ok || !read.value.weight) return;
      const tallies = weightedTallies({ score: read.value.score, weight: read.value.weight });
      setWeighted(head.metric === 'csat' ? weightedCsat(tallies) : weightedNps(tallies));
    });
    return () => {
      gone = true;
    };
  }, [head, waves]);
  return weighted;
}
