/** Where an estimate stands on an axis, with its interval; hollow when it could be noise. */
export interface IntervalPlotProps {
  /** All in the units of the axis. */
  value: number;
  low: number;
  high: number;
  axis: readonly [number, number];
  /** Filled when beyond noise. */
  beyondNoise: boolean;
  /** Earlier value, drawn as an arrow to `value`: solid when `changeBeyondNoise`. */
  was?: number;
  changeBeyondNoise?: boolean;
  /** Vertical lines, e.g. zero and everyone. */
  lines?: readonly { at: number; strong?: boolean }[];
}

/** Drawn for the eye only: the row it stands in says the same in words and figures. */
export function IntervalPlot(props: IntervalPlotProps) {
  const [from, to] = props.axis;
  const pct = (v: number) => `${(100 * (Math.min(to, Math.max(from, v)) - from)) / (to - from)}%`;
  const wide = (a: number, b: number) =>
    `${(100 * Math.abs(Math.min(to, Math.max(from, b)) - Math.min(to, Math.max(from, a)))) / (to - from)}%`;
  const { was, value } = props;
  return (
    <span class="plot" aria-hidden="true">
      {props.lines?.map((l) => (
        <i key={l.at} class={l.strong ? 'line strong-line' : 'line'} style={{ left: pct(l.at) }} />
      ))}
      <span class="ivl" style={{ left: pct(props.low), width: wide(props.low, props.high) }} />
      {was !== undefined && (
        <span
          class={`mv ${was > value ? 'dn' : 'up'}${props.changeBeyondNoise ? '' : ' o'}`}
          style={{ left: pct(Math.min(was, value)), width: wide(was, value) }}
        />
      )}
      <span class={props.beyondNoise ? 'dot' : 'dot o'} style={{ left: pct(value) }} />
    </span>
  );
}
