import { percentOf, signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { bandCountsOf, movementOf, npsOf, sharesOf } from '#core/scores/index.ts';
import { type Band, bands, type WaveHead } from '#core/waves/index.ts';
import { words } from '../words.ts';

const w = words.since;
const topFirst: readonly Band[] = [...bands].reverse();

/** The score and each band now, and what changed since the survey before; filled marks are changes beyond noise. */
export function Since({ head, before }: { head: WaveHead; before: WaveHead | null }) {
  const counts = bandCountsOf(head.histogram);
  const nps = npsOf(counts);
  const shares = sharesOf(counts);
  const was = before ? bandCountsOf(before.histogram) : null;
  const moved = was && movementOf(was, counts);
  const movement = moved?.kind === 'movement' ? moved : null;
  const earlier = was && npsOf(was);
  if (nps.kind === 'tooFew' || !shares) return null;
  return (
    <div class="since">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="vh">{w.what}</span>
            </th>
            <th scope="col" class="rt">
              {head.cycleName}
            </th>
            {before && movement && (
              <>
                <th scope="col" class="rt">
                  {before.cycleName}
                </th>
                <th scope="col" class="rt">
                  {w.change}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{w.nps}</th>
            <td class="rt strong">{wholeOf(nps.value)}</td>
            {movement && (
              <>
                <td class="rt quiet">{earlier?.kind === 'estimate' ? wholeOf(earlier.value) : ''}</td>
                <Change by={movement.score.value} beyond={movement.score.beyondNoise} />
              </>
            )}
          </tr>
          {topFirst.map((band) => (
            <tr key={band}>
              <th scope="row">
                <BandMark band={band}>{w.bands[band]}</BandMark>
              </th>
              <td class="rt">{percentOf(shares[band])}</td>
              {movement && (
                <>
                  <td class="rt quiet">{percentOf(movement.bands[band].before)}</td>
                  <Change
                    by={100 * (movement.bands[band].now - movement.bands[band].before)}
                    beyond={movement.bands[band].beyondNoise}
                  />
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small quiet">
        {movement ? (
          <>
            <i class="dot inl" aria-hidden="true" /> {w.beyond} <i class="dot o inl" aria-hidden="true" />{' '}
            {w.noise}
          </>
        ) : (
          w.first
        )}
      </p>
    </div>
  );
}

function Change({ by, beyond }: { by: number; beyond: boolean }) {
  return (
    <td class={beyond ? 'rt strong' : 'rt quiet'}>
      <i class={beyond ? 'dot inl' : 'dot o inl'} aria-hidden="true" /> {signedOf(by)}
      <span class="vh"> {beyond ? w.beyond : w.noise}</span>
    </td>
  );
}
