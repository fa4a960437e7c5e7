import { useState } from 'preact/hooks';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { categoryNames, type EveryoneRow } from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { everyoneWords, figureWords, pooledText } from '../figureWords.ts';
import { bandNames, detailWords, impactText, words } from '../words.ts';
import { axisFor } from './DriverTableView.tsx';
import { FrequencyBar } from './TableRow.tsx';

/** Rows drawn before the rest is asked for. */
const atFirst = 40;

/** Every driver over all bands: the weighted share, and the count in each band beside it. */
export function EveryoneTable({ rows, onCsv }: { rows: readonly EveryoneRow[]; onCsv(): void }) {
  const [all, setAll] = useState(false);
  const axis = axisFor(rows.map(({ pooled }) => (pooled.kind === 'weighted' ? pooled.high : 0)));
  const weighted = rows[0]?.pooled.kind === 'weighted';
  return (
    <>
      <p class="drv-why small">{everyoneWords.why(rows[0]?.pooled)}</p>
      <table class="drv drv-all">
        <caption class="vh">{everyoneWords.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.heads.name}</th>
            {weighted && <th scope="col">{everyoneWords.heads.share}</th>}
            {bands.map((b) => (
              <th scope="col" key={b}>
                {bandNames[b].title}
              </th>
            ))}
            <th scope="col">{everyoneWords.heads.accounts}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, all ? rows.length : atFirst).map((row) => (
            <Line key={row.theme} row={row} axis={axis} />
          ))}
        </tbody>
      </table>
      {!all && rows.length > atFirst && (
        <button type="button" class="btn s drv-rest" onClick={() => setAll(true)}>
          {figureWords.more(rows.length - atFirst)}
        </button>
      )}
      <button type="button" class="btn txt drv-csv" onClick={onCsv}>
        {words.csv}
      </button>
    </>
  );
}

function Line({ row, axis }: { row: EveryoneRow; axis: number }) {
  const { figure, interval } = pooledText(row.pooled);
  const impact = impactText(row.impact);
  return (
    <tr>
      <th scope="row" class="dn">
        <b class="strong line">{row.name || words.unnamed}</b>
        {row.category && (
          <span class={`small line cat c-${row.category}`}>{categoryNames[row.category]}</span>
        )}
      </th>
      {row.pooled.kind === 'weighted' && (
        <td class="fq">
          <span class="k">
            <b>{figure}</b>
          </span>
          <FrequencyBar
            frequency={{ k: row.pooled.value, n: 1, low: row.pooled.low, high: row.pooled.high }}
            axis={axis}
          />
          <span class="small quiet line">{interval}</span>
        </td>
      )}
      {bands.map((b) => (
        <td class={`bn bn-${b}`} key={b}>
          <BandMark band={b}>
            <span class="only-s">{bandNames[b].many} </span>
            {detailWords.ofCount(row.byBand[b].k, row.byBand[b].n)}
          </BandMark>
        </td>
      ))}
      <td class="ac">
        <span class="line">{impact.accounts}</span>
        {impact.revenue && <span class="small quiet line">{impact.revenue}</span>}
      </td>
    </tr>
  );
}
