import type { ComponentChildren } from 'preact';
import { percentOf, signedOf } from '#core/browser/parts/figures.ts';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { bandCountsOf, type ShareChange, sharesOf } from '#core/scores/index.ts';
import { type Band, bands, type WaveHead } from '#core/waves/index.ts';
import { type Change, figureIn } from '../readWave.ts';
import { figureOf, metricName, scoreWords } from '../scoreWords.ts';
import { words } from '../words.ts';

const topFirst: readonly Band[] = [...bands].reverse();

/** The figure and each band now, and what changed since the survey before; filled marks are changes beyond noise. */
export function Since({ head, change }: { head: WaveHead; change: Change | null }) {
  const figure = figureIn(head);
  if (!figure) return null;
  return (
    <div class="since">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="vh">{words.since.what}</span>
            </th>
            <th scope="col" class="rt">
              {head.cycleName}
            </th>
            {change && (
              <>
                <th scope="col" class="rt">
                  {change.before.cycleName}
                </th>
                <th scope="col" class="rt">
                  {words.since.change}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              {metricName[head.metric]}
              {head.metric === 'csat' && <span class="small quiet"> {scoreWords.since.satisfied}</span>}
            </th>
            <td class="rt strong">{figureOf(head.metric, figure.value)}</td>
            {change && (
              <>
                <td class="rt quiet">{figureOf(head.metric, change.was.value)}</td>
                <FigureMoved change={change} />
              </>
            )}
          </tr>
          {head.metric === 'nps' && <Bands head={head} change={change} />}
        </tbody>
      </table>
      <p class="small quiet scores-key">
        {change ? (
          <>
            <i class="dot inl" aria-hidden="true" /> {words.since.beyond}{' '}
            <i class="dot o inl" aria-hidden="true" /> {words.since.noise}
            {change.pairs > 0 && <span class="since-pairs">{scoreWords.finding.same(change.pairs)}</span>}
          </>
        ) : (
          words.since.first
        )}
      </p>
    </div>
  );
}

function FigureMoved({ change: { nps, csat } }: { change: Change }) {
  if (nps) return <Moved by={nps.score.value} {...nps.score} beyond={nps.score.beyondNoise} />;
  return csat && <ShareMoved share={csat.share} />;
}

function Bands({ head, change }: { head: WaveHead; change: Change | null }) {
  const shares = sharesOf(bandCountsOf(head.histogram));
  if (!shares) return null;
  return (
    <>
      {topFirst.map((band) => (
        <tr key={band}>
          <th scope="row">
            <BandMark band={band}>{words.since.bands[band]}</BandMark>
          </th>
          <td class="rt">{percentOf(shares[band])}</td>
          {change?.nps && (
            <>
              <td class="rt quiet">{percentOf(change.nps.bands[band].before)}</td>
              <ShareMoved share={change.nps.bands[band]} />
            </>
          )}
        </tr>
      ))}
    </>
  );
}

function ShareMoved({ share }: { share: ShareChange }) {
  const { before, now, low, high, beyondNoise } = share;
  return <Moved by={100 * (now - before)} low={100 * low} high={100 * high} beyond={beyondNoise} />;
}

/** A change in points with its interval beneath. */
function Moved({ by, low, high, beyond }: { by: number; low: number; high: number; beyond: boolean }) {
  return (
    <td class={beyond ? 'rt strong' : 'rt quiet'}>
      <Mark filled={beyond} /> {signedOf(by)}
      <span class="vh"> {beyond ? words.since.beyond : words.since.noise},</span>
      <span class="since-range small quiet">{scoreWords.since.range(low, high)}</span>
    </td>
  );
}

/** The mark of a change: filled beyond noise, hollow within. The word stands beside it. */
export function Mark({ filled, children }: { filled: boolean; children?: ComponentChildren }) {
  return (
    <>
      <i class={filled ? 'dot inl' : 'dot o inl'} aria-hidden="true" />
      {children}
    </>
  );
}
