import type { Saturation, SaturationState } from '#core/themes/index.ts';
import { stateText, words } from '../words.ts';

const [left, right, top, bottom] = [24, 8, 22, 22];
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
      <path class="top" d={`M${left} ${top}H${width - right}`} />
      <path class="axis" d={`M${left} ${floor}H${width - right}`} />
      <text x={left - 6} y={floor + 4} text-anchor="end">
        0
      </text>
      <text x={left - 6} y={top + 4} text-anchor="end">
        {most.themes}
      </text>
      {width >= roomy && complete && (
        <text x={x(rule.base / 2)} y={height - 6} text-anchor="middle">
          {words.saturation.first(rule.base)}
        </text>
      )}
      <Reached at={reachedAt(state)} last={most.calls} x={x} floor={floor} />
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
      <Ends saturation={saturation} last={most.calls} x={x} y={y} height={height} />
    </svg>
  );
}

const reachedAt = (state: SaturationState): number => {
  if (state.kind === 'reached') return state.since;
  return state.kind === 'reopened' ? state.after : 0;
};

type Place = (n: number) => number;

/** Where it was enough, said in the empty corner under the curve: to the side on which there is more room. */
function Reached({ at, last, x, floor }: { at: number; last: number; x: Place; floor: number }) {
  if (at === 0) return null;
  const isLate = at * 2 > last;
  return (
    <>
      <path class="mark" d={`M${x(at)} ${top}V${floor}`} />
      <text x={x(at) + (isLate ? -6 : 6)} y={floor - 8} text-anchor={isLate ? 'end' : 'start'}>
        {words.saturation.reached(at)}
      </text>
    </>
  );
}

/** What the curve has come to, beside its last dot, and after how many calls, beneath it. */
function Ends(props: { saturation: Saturation; last: number; x: Place; y: Place; height: number }) {
  const { points } = props.saturation;
  const total = points.at(-1)?.total;
  if (total === undefined) return null;
  const at = props.x(points.length);
  const isLate = points.length * 2 > props.last;
  const anchor = isLate ? 'end' : 'start';
  return (
    <>
      <text x={at + (isLate ? 4 : 10)} y={props.y(total) + (isLate ? -10 : 4)} text-anchor={anchor}>
        {words.saturation.themes(total)}
      </text>
      <text x={at + (isLate ? 4 : -4)} y={props.height - 6} text-anchor={anchor}>
        {words.saturation.calls(points.length)}
      </text>
    </>
  );
}
