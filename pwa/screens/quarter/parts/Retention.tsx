import { useState } from 'preact/hooks';
import { percentOf, shareRangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type Cell, csvOf } from '#core/exchange/index.ts';
import { accountsKeptOf, type RenewalFigures, rateOf, revenueKeptOf } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { retentionFinding, listWords as w } from '../listWords.ts';
import { DimensionPick } from './DimensionPick.tsx';
import { hitsOf, RateRows } from './RateRows.tsx';

type Dimension = RenewalFigures['dimensions'][number];

const titleOf = ({ from, name }: Dimension): string => (from === 'score' ? w.byScore : name);
const nameIn = ({ from }: Dimension, value: string): string =>
  from === 'score' && value in w.bands ? w.bands[value as keyof typeof w.bands] : value;

/** What share of companies, and of their revenue, was kept: whole, by segment, and by the lowest answer. */
export function Retention({ figures, cycle }: { figures: RenewalFigures; cycle: string }) {
  const [at, setAt] = useState(0);
  const { all, counts } = figures;
  const whole = rateOf(all.accounts - all.left, all.accounts);
  const dimensions = figures.dimensions.filter(({ values }) => values.length > 0);
  const dimension = dimensions[at] ?? dimensions[0];
  return (
    <>
      <p class="qtr-finding">{retentionFinding({ all, counts }, whole, revenueKeptOf(all))}</p>
      {whole && dimension && (
        <>
          <DimensionPick
            id="renewals-by"
            names={dimensions.map(titleOf)}
            at={dimensions.indexOf(dimension)}
            onPick={setAt}
          />
          <RateRows
            caption={`${w.heads.kept}, ${titleOf(dimension)}`}
            whole={{ name: w.wholeAccounts, rate: whole }}
            rates={accountsKeptOf(dimension.values)}
            beside={hitsOf}
            nameOf={(value) => nameIn(dimension, value)}
          />
          <details class="qtr-behind">
            <summary>{w.table}</summary>
            <RetentionTable dimension={dimension} cycle={cycle} />
          </details>
        </>
      )}
    </>
  );
}

function RetentionTable({ dimension, cycle }: { dimension: Dimension; cycle: string }) {
  const { files } = useDeps();
  const { heads } = w;
  const readings = new Map(accountsKeptOf(dimension.values).map((r) => [r.name, r]));
  const lines = [
    ...dimension.values.map((v) => ({ ...v, name: nameIn(dimension, v.value) })),
    ...(dimension.unknown.accounts > 0 ? [{ ...dimension.unknown, name: w.unknown }] : []),
  ].map((v) => {
    const found = readings.get(v.value);
    return {
      ...v,
      kept: rateOf(v.accounts - v.left, v.accounts),
      money: revenueKeptOf(v),
      reading: !found ? '' : found.tooFew ? w.tooFew : found.beyondNoise ? w.beyond : w.noise,
    };
  });
  const save = () => {
    const head: Cell[] = [
      titleOf(dimension),
      heads.companies,
      heads.left,
      heads.downgraded,
      heads.kept,
      heads.low,
      heads.high,
      heads.revenueKept,
      heads.low,
      heads.high,
      heads.reading,
    ];
    const rows = lines.map((l): Cell[] => [
      l.name,
      l.accounts,
      l.left,
      l.downgraded,
      ...three(l.kept),
      ...three(l.money),
      l.reading,
    ]);
    files.save(w.keptFile(cycle, titleOf(dimension)), 'text/csv', csvOf([head, ...rows]));
  };
  return (
    <>
      <div class="tw">
        <table class="qtr-table">
          <thead>
            <tr>
              <th scope="col">{titleOf(dimension)}</th>
              {[
                heads.kept,
                heads.interval,
                heads.companies,
                heads.left,
                heads.downgraded,
                heads.revenueKept,
              ].map((h) => (
                <th scope="col" class="rt" key={h}>
                  {h}
                </th>
              ))}
              <th scope="col">{heads.reading}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((l) => (
              <tr key={l.name}>
                <th scope="row">{l.name}</th>
                <td data-label={heads.kept} class="rt strong">
                  {l.kept && percentOf(l.kept.value)}
                </td>
                <td data-label={heads.interval} class="rt quiet nb">
                  {l.kept && shareRangeOf(l.kept.low, l.kept.high)}
                </td>
                <td data-label={heads.companies} class="rt">
                  {wholeOf(l.accounts)}
                </td>
                <td data-label={heads.left} class="rt">
                  {wholeOf(l.left)}
                </td>
                <td data-label={heads.downgraded} class="rt">
                  {wholeOf(l.downgraded)}
                </td>
                <td data-label={heads.revenueKept} class="rt nb">
                  {l.money ? `${percentOf(l.money.value)} (${shareRangeOf(l.money.low, l.money.high)})` : '–'}
                </td>
                <td data-label={heads.reading} class="quiet">
                  {l.reading}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" class="btn txt" onClick={save}>
        {w.csv}
      </button>
    </>
  );
}

const three = (rate: { value: number; low: number; high: number } | null): (number | null)[] =>
  rate ? [rate.value, rate.low, rate.high].map((v) => Math.round(1e4 * v) / 1e4) : [null, null, null];
