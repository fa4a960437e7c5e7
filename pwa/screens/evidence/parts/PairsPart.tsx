import { useState } from 'preact/hooks';
import { wholeOf } from '#core/browser/parts/figures.ts';
import { IntervalPlot } from '#core/browser/parts/IntervalPlot.tsx';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { Waiting } from '#core/browser/parts/Waiting.tsx';
import type { ThemePair } from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import type { EvidenceModel } from '../model.ts';
import { bandNames, meanText, pairReading, pairsFinding, pairsLede, words } from '../words.ts';
import { PartPage } from './PartPage.tsx';

const rowsAtFirst = 12;

/** Which themes the same people raise, against what chance gives. */
export function PairsPart({ model }: { model: EvidenceModel }) {
  const [all, setAll] = useState(false);
  const now = model.pairs.value;
  const codebook = model.codebook.value;
  if (!now || !codebook) return <Waiting what={words.pairs.counting} />;
  const name = (theme: string) => codebook.all.get(theme)?.name || words.unnamed;
  const shown = all ? now.pairs : now.pairs.slice(0, rowsAtFirst);
  const most = Math.max(1, ...now.pairs.map((p) => Math.max(p.together, p.chanceHigh)));
  return (
    <PartPage
      model={model}
      finding={pairsFinding(now, name)}
      lede={pairsLede(now)}
      rules={words.pairs.rules}
      next={{ ...words.pairs.next, href: '/themes' }}
    >
      {shown.length > 0 && (
        <table class="evi-t evi-pairs">
          <caption class="vh">{words.pairs.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.pairs.heads.pair}</th>
              <th scope="col" class="evi-plot-h">
                <span>0</span>
                <span>{words.pairs.heads.plot}</span>
                <span>{wholeOf(most)}</span>
              </th>
              <th scope="col">{words.pairs.heads.n}</th>
              <th scope="col">{words.pairs.heads.score}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((pair) => (
              <Line key={pair.themes.join(' ')} pair={pair} most={most} name={name} />
            ))}
          </tbody>
        </table>
      )}
      {now.pairs.length > shown.length && (
        <button type="button" class="btn s evi-more" onClick={() => setAll(true)}>
          {words.pairs.more(now.pairs.length - shown.length)}
        </button>
      )}
    </PartPage>
  );
}

function Line({ pair, most, name }: { pair: ThemePair; most: number; name(theme: string): string }) {
  const beyond = pair.kind !== 'chance';
  return (
    <tr>
      <th scope="row" class={beyond ? 'strong' : ''}>
        <span>{name(pair.themes[0])}</span> <span class="quiet">{words.pairs.and}</span>{' '}
        <span>{name(pair.themes[1])}</span>
        <span class="small quiet evi-line">{words.pairs.raised(...pair.raised)}</span>
      </th>
      <td class="evi-plot">
        <IntervalPlot
          value={pair.together}
          low={pair.chanceLow}
          high={pair.chanceHigh}
          axis={[0, most]}
          beyondNoise={beyond}
          lines={[{ at: pair.expected, strong: true }]}
        />
      </td>
      <td class="evi-n">
        <b class={beyond ? 'strong' : ''}>{wholeOf(pair.together)}</b>{' '}
        <span class={beyond ? '' : 'quiet'}>{pairReading(pair.kind)}</span>
        <span class="small quiet evi-line">{words.pairs.chance(pair)}</span>
        <span class="small quiet evi-line evi-bands">
          {bands
            .filter((b) => pair.byBand[b].n > 0)
            .map((b) => (
              <BandMark key={b} band={b}>
                <span class="vh">{bandNames[b].many} </span>
                {words.ofCount(pair.byBand[b].both, pair.byBand[b].n)}
              </BandMark>
            ))}
        </span>
      </td>
      <td class="evi-score small">
        <span class="only-s quiet evi-line">{words.pairs.heads.score}</span>
        <span class="evi-line">
          {words.pairs.both} <span class="nb">{meanText(pair.scores.both)}</span>
        </span>
        <span class="quiet evi-line">
          {words.pairs.one} <span class="nb">{meanText(pair.scores.one)}</span>
        </span>
      </td>
    </tr>
  );
}
