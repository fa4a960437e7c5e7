import { signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type Trend, trendOf } from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { figureOf, metricName, scoreWords, spanOf } from '../scoreWords.ts';
import { Mark } from './Since.tsx';
import { TrendPlot } from './TrendPlot.tsx';
import { axisOf, namesOf, type Step, stepsOf } from './trendScale.ts';

/** The figure over all surveys of its kind, oldest first: the finding, the picture, the table behind it. */
export function TrendOver({ head, waves }: { head: WaveHead; waves: readonly WaveHead[] }) {
  const trend = trendOf(waves, head.metric);
  if (trend.marks.length < 2) return null;
  const steps = stepsOf(trend.marks);
  const { line, marks } = trend;
  const names = namesOf(marks.map(({ wave }) => wave));
  const axis = axisOf(marks, head.metric === 'csat' ? 0 : -100);
  const broken = [...new Set(marks.flatMap(({ breaks }) => breaks))];
  const [slope, range] =
    line.kind === 'trend'
      ? [scoreWords.trend.slope(line.slope), scoreWords.trend.range(line.low, line.high)]
      : (['', ''] as const);
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{scoreWords.trend.title}</h2>
      </div>
      <p class="scores-say">{scoreWords.trend.verdict(trend, head.metric, slope, range)}</p>
      <TrendPlot trend={trend} steps={steps} names={names} axis={axis} shown={head.id} />
      <p class="small quiet scores-key">
        <Mark filled={true}> {scoreWords.trend.key.beyond} </Mark>{' '}
        <Mark filled={false}> {scoreWords.trend.key.noise} </Mark> <i class="tick-inl" aria-hidden="true" />{' '}
        {scoreWords.trend.key.first}
        {broken.length > 0 && (
          <>
            {' '}
            <i class="break-inl" aria-hidden="true" /> {scoreWords.trend.notComparable(broken)}
          </>
        )}
      </p>
      <p class="small quiet">
        {axis.from > 0 && `${scoreWords.trend.axisFrom(head.metric, axis.from)} `}
        {axis.to < 0 && `${scoreWords.trend.axisTo(head.metric, axis.to)} `}
        {trend.otherMetric > 0 && `${scoreWords.trend.other(trend.otherMetric, head.metric)} `}
        {scoreWords.trend.steps}
      </p>
      <details class="behind">
        <summary>{scoreWords.trend.table}</summary>
        <TrendTable trend={trend} steps={steps} names={names} metric={head.metric} />
      </details>
    </section>
  );
}

function TrendTable({
  trend,
  steps,
  names,
  metric,
}: {
  trend: Trend<WaveHead>;
  steps: readonly (Step | null)[];
  names: readonly string[];
  metric: WaveHead['metric'];
}) {
  return (
    <div class="tw">
      <table class="trend-table score-cards">
        <thead>
          <tr>
            <th scope="col">{scoreWords.trend.survey}</th>
            <th scope="col" class="rt">
              {metricName[metric]}
            </th>
            <th scope="col">{scoreWords.trend.interval}</th>
            <th scope="col" class="rt">
              {scoreWords.trend.answers}
            </th>
            <th scope="col" class="rt">
              {scoreWords.trend.change}
            </th>
            <th scope="col">{scoreWords.trend.note}</th>
          </tr>
        </thead>
        <tbody>
          {trend.marks.map((mark, at) => (
            <tr key={mark.wave.id}>
              <th scope="row">{names[at]}</th>
              <td class="rt strong">{figureOf(metric, mark.value)}</td>
              <td class="quiet nb">{spanOf(metric, mark.low, mark.high)}</td>
              <td data-label={scoreWords.trend.answers} class="rt">
                {wholeOf(mark.n)}
              </td>
              <td data-label={scoreWords.trend.change} class="rt nb">
                {steps[at] ? signedOf(steps[at].by) : '–'}
              </td>
              <td class="quiet">{noteOf(mark, steps[at] ?? null, at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function noteOf(mark: Trend<WaveHead>['marks'][number], step: Step | null, at: number): string {
  const said = step
    ? step.beyond
      ? scoreWords.trend.key.beyond
      : scoreWords.trend.key.noise
    : at === 0
      ? scoreWords.trend.key.first
      : scoreWords.trend.notComparable(mark.breaks);
  return mark.isSmall ? `${said}; ${scoreWords.trend.small}` : said;
}
