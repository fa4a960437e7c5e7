import { frequencyOf, type Trajectory } from '#core/themes/index.ts';
import { moveNames, sinceText, trajectorySpoken } from '../figureWords.ts';

const [width, height, edge] = [132, 64, 8];

/** How a driver moved: a dot and its interval for each cycle, this one last and filled where the change is beyond noise. */
export function OverCycles({ trajectory, axis }: { trajectory: Trajectory | null; axis: number }) {
  if (!trajectory) return null;
  const { points, beyondNoise, kind } = trajectory;
  const step = points.length > 1 ? (width - 2 * edge) / (points.length - 1) : 0;
  const x = (i: number) => (points.length > 1 ? edge + i * step : width - edge);
  const y = (share: number) => height - edge - (height - 2 * edge) * Math.min(1, share / axis);
  const places = points.map(({ k, n, cycle }, i) => {
    const { low, high } = frequencyOf(k, n);
    return { cycle, x: x(i), y: y(n === 0 ? 0 : k / n), low: y(low), high: y(high) };
  });
  const last = places.at(-1);
  return (
    <>
      <svg
        class="oc-pic"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={trajectorySpoken(trajectory)}
      >
        <line class="oc-axis" x1="0" x2={width} y1={height - 1} y2={height - 1} />
        {places.map((p) => (
          <line key={p.cycle} class="oc-ivl" x1={p.x} x2={p.x} y1={p.low} y2={p.high} />
        ))}
        <polyline class="oc-way" points={places.map((p) => `${p.x},${p.y}`).join(' ')} />
        {places.map((p) => (
          <circle
            key={p.cycle}
            class={p === last && beyondNoise ? 'oc-dot full' : 'oc-dot'}
            cx={p.x}
            cy={p.y}
            r={p === last ? 5.5 : 4}
          />
        ))}
      </svg>
      <span class={beyondNoise ? 'line strong' : 'line'}>{moveNames[kind]}</span>
      <span class="small quiet line">{sinceText(trajectory)}</span>
    </>
  );
}
