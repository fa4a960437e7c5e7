import type { Band } from '#core/waves/index.ts';
import { percentOf, wholeOf } from './figures.ts';
import { BandShape } from './marks.tsx';
import { bandWords, sharedWords } from './words.ts';
import './histogram.css';

const tone = { detractor: 'd', passive: 'p', promoter: 'r' } as const;
/** Scores a band spans, for the width of its label. */
const spans: readonly (readonly [Band, number, number])[] = [
  ['detractor', 0, 6],
  ['passive', 7, 8],
  ['promoter', 9, 10],
];

/**
 * Answers per score, 0 first, with the bands named beneath. The picture is for the eye; the table inside it, open to a
 * screen reader at once and to everyone on demand, says the same.
 */
export function Histogram({
  counts,
  caption,
  small,
}: {
  counts: readonly number[];
  caption: string;
  small?: boolean;
}) {
  const w = sharedWords.histogram;
  const all = counts.reduce((sum, n) => sum + n, 0);
  const top = Math.max(1, ...counts);
  const of = (from: number, to: number) => counts.slice(from, to + 1).reduce((sum, n) => sum + n, 0);
  const share = (n: number) => (all > 0 ? percentOf(n / all) : percentOf(0));
  return (
    <figure class={small ? 'hist s' : 'hist'}>
      <div class="hist-bars" aria-hidden="true">
        {counts.map((n, score) => {
          const band = spans.find(([, , to]) => score <= to)?.[0] ?? 'promoter';
          return (
            <div class={`hist-col ${tone[band]}`} key={score}>
              {!small && <span class="hist-n num">{wholeOf(n)}</span>}
              <i class={n > 0 ? 'on' : ''} style={{ height: `${(100 * n) / top}%` }} />
            </div>
          );
        })}
      </div>
      <div class="hist-axis num" aria-hidden="true">
        {counts.map((_, score) => (
          <span key={score}>{score}</span>
        ))}
      </div>
      <div class="hist-bands" aria-hidden="true">
        {spans.map(([band, from, to]) => (
          <div key={band} {...(!small && { style: { gridColumn: `span ${to - from + 1}` } })}>
            <BandShape band={band} />
            <span>
              <b>{share(of(from, to))}</b> <span class="quiet">{bandWords.many[band]}</span>
            </span>
          </div>
        ))}
      </div>
      <table class="vh">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.score}</th>
            <th scope="col">{w.answers}</th>
            <th scope="col">{w.share}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((n, score) => (
            <tr key={score}>
              <th scope="row">{score}</th>
              <td>{wholeOf(n)}</td>
              <td>{share(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
