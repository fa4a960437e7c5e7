import { wholeOf } from '#core/browser/parts/figures.ts';
import { useWidth } from '#core/browser/parts/useWidth.ts';
import type { Trend, TrendMark } from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { figureOf, scoreWords } from '../scoreWords.ts';
import type { Axis, Step } from './trendScale.ts';

const height = 236;
const [top, bottom, left, right] = [26, 34, 40, 28];

interface Scale {
  x(at: number): number;
  y(value: number): number;
}

/** Every survey a mark with its interval, joined to the one before where the two can be compared. */
export function TrendPlot({
  trend,
  steps,
  names,
  axis,
  shown,
}: {
  trend: Trend<WaveHead>;
  steps: readonly (Step | null)[];
  /** What each survey is called. */
  names: readonly string[];
  axis: Axis;
  shown: string;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { marks } = trend;
  const metric = marks[0]?.wave.metric ?? 'nps';
  // few surveys do not lie miles apart
  const span = Math.min(width - left - right, 260 * marks.length);
  const apart = span / Math.max(1, marks.length);
  const scale: Scale = {
    x: (at) => left + apart * (at + 0.5),
    y: (value) => top + ((axis.to - value) / (axis.to - axis.from)) * (height - top - bottom),
  };
  // names are left out, evenly, where they would run into each other; the last always stands
  const every = Math.max(1, Math.ceil(74 / apart));
  const named = (at: number) => (marks.length - 1 - at) % every === 0;
  return (
    <div class="trend-box" ref={box}>
      <svg
        class="trend"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={scoreWords.trend.picture(metric, marks.length)}
      >
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line
              class={tick === 0 ? 'zero' : 'tick'}
              x1={left}
              x2={left + span}
              y1={scale.y(tick)}
              y2={scale.y(tick)}
            />
            <text class="at" x={left - 10} y={scale.y(tick) + 4} text-anchor="end">
              {figureOf(metric, tick)}
            </text>
          </g>
        ))}
        {marks.map((mark, at) => (
          <Joint key={mark.wave.id} marks={marks} at={at} step={steps[at] ?? null} scale={scale} />
        ))}
        {marks.map((mark, at) => (
          <Mark
            key={mark.wave.id}
            mark={mark}
            at={at}
            step={steps[at] ?? null}
            scale={scale}
            name={names[at] ?? ''}
            letters={named(at) ? Math.max(10, Math.floor(apart / 8)) : 0}
            shown={mark.wave.id === shown}
          />
        ))}
      </svg>
    </div>
  );
}

/** The way from the mark before: solid beyond noise, dotted within, and no line but a bar across where nothing compares. */
function Joint({
  marks,
  at,
  step,
  scale,
}: {
  marks: readonly TrendMark<WaveHead>[];
  at: number;
  step: Step | null;
  scale: Scale;
}) {
  const [before, now] = [marks[at - 1], marks[at]];
  if (!before || !now) return null;
  if (!step) {
    const x = (scale.x(at - 1) + scale.x(at)) / 2;
    const hasRoom = scale.x(at) - scale.x(at - 1) >= 120;
    return (
      <>
        <line class="break" x1={x} x2={x} y1={top - 4} y2={height - bottom} />
        {hasRoom && (
          <text x={x} y={14} text-anchor="middle">
            {scoreWords.trend.breakShort(now.breaks)}
          </text>
        )}
      </>
    );
  }
  return (
    <line
      class={step.beyond ? 'way' : 'way o'}
      x1={scale.x(at - 1)}
      y1={scale.y(before.value)}
      x2={scale.x(at)}
      y2={scale.y(now.value)}
    />
  );
}

function Mark({
  mark,
  at,
  step,
  scale,
  name,
  letters,
  shown,
}: {
  mark: TrendMark<WaveHead>;
  at: number;
  step: Step | null;
  scale: Scale;
  name: string;
  /** How many letters of the name there is room for; 0 leaves name and figure out. */
  letters: number;
  shown: boolean;
}) {
  const [x, y] = [scale.x(at), scale.y(mark.value)];
  const [high, low] = [scale.y(mark.high), scale.y(mark.low)];
  return (
    <g class={shown ? 'mark shown' : 'mark'}>
      <rect class="span" x={x - 4.5} width={9} y={high} height={Math.max(1, low - high)} />
      <path class="ends" d={`M${x - 4.5} ${high}h9M${x - 4.5} ${low}h9`} />
      {step ? (
        <circle class={step.beyond ? 'dot-s' : 'dot-s o'} cx={x} cy={y} r={4.5} />
      ) : (
        <path class="first" d={`M${x - 6.5} ${y}h13`} />
      )}
      {letters > 0 && (
        <>
          <text class="value" x={x} y={high - 8} text-anchor="middle">
            {figureOf(mark.wave.metric, mark.value)}
          </text>
          <text class="name" x={x} y={height - 10} text-anchor="middle">
            {shortName(name, letters)}
          </text>
        </>
      )}
      <title>{`${name}: ${figureOf(mark.wave.metric, mark.value)}, ${wholeOf(mark.n)}`}</title>
    </g>
  );
}

/** The names of cycles are short by default; a long one is cut here and stands in full in the table. */
const shortName = (name: string, letters: number): string =>
  name.length > letters + 1 ? `${name.slice(0, letters)}…` : name;
