import { percentOf } from '#core/browser/parts/figures.ts';
import { IntervalPlot } from '#core/browser/parts/IntervalPlot.tsx';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { categoryNames, type Side, type ThemeContrast } from '#core/themes/index.ts';
import type { EvidenceModel } from '../model.ts';
import { bandNames, contrastFinding, contrastLede, pointsText, words } from '../words.ts';
import { PartPage } from './PartPage.tsx';

/** What promoters raise more, and what passives do. */
export function ContrastPart({ model }: { model: EvidenceModel }) {
  const now = model.contrast.value;
  if (!now) return null;
  return (
    <PartPage
      model={model}
      finding={contrastFinding(now)}
      lede={contrastLede(now)}
      rules={words.contrast.rules}
      next={
        now.passives > 0 && now.promoters > 0
          ? { ...words.contrast.next, href: '/drivers' }
          : now.leftOut > 0
            ? { ...words.contrast.waiting, href: '/interviews' }
            : { ...words.contrast.missing, href: '/people' }
      }
    >
      {now.themes.length > 0 && (
        <table class="evi-t evi-con">
          <caption class="vh">{words.contrast.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.contrast.heads.theme}</th>
              <th scope="col" class="rt">
                <BandMark band="passive">{words.contrast.heads.passive}</BandMark>
              </th>
              <th scope="col" class="evi-plot-h">
                <span>← {words.contrast.morePassives}</span>
                <span>{words.contrast.heads.plot}</span>
                <span>{words.contrast.morePromoters} →</span>
              </th>
              <th scope="col">
                <BandMark band="promoter">{words.contrast.heads.promoter}</BandMark>
              </th>
              <th scope="col" class="rt">
                {words.contrast.heads.by}
              </th>
            </tr>
          </thead>
          <tbody>
            {now.themes.map((theme) => (
              <Line key={theme.theme} theme={theme} />
            ))}
          </tbody>
        </table>
      )}
    </PartPage>
  );
}

function Line({ theme }: { theme: ThemeContrast }) {
  return (
    <tr>
      <th scope="row" class={theme.beyondNoise ? 'strong' : ''}>
        {theme.name || words.unnamed}
        {theme.category && (
          <span class={`small cat evi-line c-${theme.category}`}>{categoryNames[theme.category]}</span>
        )}
      </th>
      <td class="evi-side rt">
        <Share side={theme.passive} band="passive" />
      </td>
      <td class="evi-plot">
        <IntervalPlot
          value={theme.difference}
          low={theme.low}
          high={theme.high}
          axis={[-1, 1]}
          beyondNoise={theme.beyondNoise}
          lines={[{ at: 0, strong: true }]}
        />
      </td>
      <td class="evi-side">
        <Share side={theme.promoter} band="promoter" />
      </td>
      <td class={`evi-by rt nb ${theme.beyondNoise ? '' : 'quiet'}`}>
        <span class="only-s">{words.contrast.heads.by} </span>
        {pointsText(theme)}
      </td>
    </tr>
  );
}

function Share({ side, band }: { side: Side; band: 'passive' | 'promoter' }) {
  const ways = [
    side.good > 0 && words.contrast.good(side.good),
    side.bad > 0 && words.contrast.bad(side.bad),
  ].filter(Boolean);
  return (
    <>
      <span class="only-s">
        <BandMark band={band}>{bandNames[band].many}</BandMark>{' '}
      </span>
      <span class="nb">
        {words.ofCount(side.k, side.n)}
        <span class="quiet"> {side.n > 0 ? percentOf(side.k / side.n) : ''}</span>
      </span>
      {ways.length > 0 && <span class="small quiet evi-line">{ways.join(', ')}</span>}
    </>
  );
}
