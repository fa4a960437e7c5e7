import type { Saturation } from '#core/themes/index.ts';
import { stateText, words } from '../words.ts';

const [left, right, top, bottom] = [20, 12, 22, 22];
/** From this width on there is room to say what the quiet ground is. */
const roomy = 420;

/**
 * Themes heard after each call. The first calls, by which the rest is measured, lie on a quiet ground; a filled dot stands
 * where a run has brought little enough, hollow ones where it has not; where it was first reached a line says so.
 */
export function Curve(props: {
  value: string;
  saturation: Saturation;
  /** Calls and themes that the axes reach to, so that pictures beside each other compare. */
  most: { calls: number; themes: number };
  width: number;
  height: number;
}) {
  const { value, saturation, most, width, height } = props;
  const { points, runs, rule, state } = saturation;
  const x = (call: number) => left + ((width - left - right) * call) / Math.max(1, most.calls);
  const y = (themes: number) =>
    height - bottom - ((height - top - bottom) * themes) / Math.max(1, most.themes);
  const line = points.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(i + 1)} ${y(p.total)}`).join('');
  const floor = y(0);
  const enough = new Map(runs.map((run) => [run.to, run.share <= rule.threshold]));
  const complete = points.length >= rule.base;
  const reached = state.kind === 'reached' ? state.since : state.kind === 'reopened' ? state.after : 0;
  return (
    <svg
      class="curve"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${words.saturation.alt(value, saturation)}. ${stateText(state, rule)}`}
    >
      <rect
        class="base"
        x={x(0)}
        y={top}
        width={x(Math.min(rule.base, most.calls)) - x(0)}
        height={floor - top}
      />
      <path class="axis" d={`M${left} ${floor}H${width - right}`} />
      {reached > 0 && (
        <>
          <path class="mark" d={`M${x(reached)} ${top}V${floor}`} />
          <text x={x(reached)} y={height - 6} text-anchor="middle">
            {reached}
          </text>
        </>
      )}
      <text x={left - 6} y={floor + 4} text-anchor="end">
        0
      </text>
      <text x={left} y={12}>
        {words.saturation.themes(most.themes)}
      </text>
      {width >= roomy && complete && (
        <text x={x(rule.base / 2)} y={height - 6} text-anchor="middle">
          {words.saturation.first(rule.base)}
        </text>
      )}
      <path class="way" d={line} />
      {points.map((p, i) => (
        <circle
          key={p.interview}
          class={enough.get(i + 1) ? 'dot-s' : 'dot-s o'}
          cx={x(i + 1)}
          cy={y(p.total)}
          r={3.5}
        />
      ))}
      {points.length > 0 && (
        <text
          x={Math.min(x(points.length) + 4, width)}
          y={height - 6}
          text-anchor={points.length * 2 > most.calls ? 'end' : 'start'}
        >
          {words.saturation.calls(points.length)}
        </text>
      )}
    </svg>
  );
}
