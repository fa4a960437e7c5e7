import { useState } from 'preact/hooks';
import { percentOf, shareRangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type Cell, csvOf } from '#core/exchange/index.ts';
import { type DimensionCounts, rateOf, ratesOf, type SkewOfValue, skewOf } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { CycleParts } from '../cycleDoc.ts';
import { customersFinding, invitedFinding, skewFinding, listWords as w } from '../listWords.ts';
import { DimensionPick } from './DimensionPick.tsx';
import { hitsOf, RateRows } from './RateRows.tsx';

interface RatesProps {
  kind: 'invited' | 'customers';
  parts: CycleParts;
  cycle: string;
}

/** The response rate, whole and by segment; or, of all contacts, whether the invitations leaned to some segment. */
export function InvitedRates({ kind, parts, cycle }: RatesProps) {
  const { invited, customers } = parts;
  if (kind === 'customers')
    return (
      customers && (
        <p class="qtr-finding">{skewFinding(skewsOf(parts)) || customersFinding(customers.invited)}</p>
      )
    );
  return invited && <ResponseRates parts={parts} cycle={cycle} />;
}

/** Of every dimension both lists have. */
function skewsOf({ invited, customers }: CycleParts): { dimension: string; skews: readonly SkewOfValue[] }[] {
  return (invited?.dimensions ?? []).flatMap((d) => {
    const all = customers?.dimensions.find(({ name }) => name.toLowerCase() === d.name.toLowerCase());
    return all && !d.tooMany ? [{ dimension: d.name, skews: skewOf(d.values, all.values) }] : [];
  });
}

function ResponseRates({ parts, cycle }: { parts: CycleParts; cycle: string }) {
  const [at, setAt] = useState(0);
  const figures = parts.invited;
  if (!figures) return null;
  const { invited, answered } = figures;
  const whole = rateOf(answered, invited);
  const dimensions = figures.dimensions.filter(({ values }) => values.length > 0);
  const dimension = dimensions[at] ?? dimensions[0];
  return (
    <>
      <p class="qtr-finding">{invitedFinding({ invited, answered }, whole)}</p>
      {whole && dimension ? (
        <>
          <DimensionPick
            id="invited-by"
            names={dimensions.map(({ name }) => name)}
            at={dimensions.indexOf(dimension)}
            onPick={setAt}
          />
          <RateRows
            caption={`${w.heads.rate}, ${dimension.name}`}
            whole={{ name: w.whole, rate: whole }}
            rates={ratesOf(dimension.values)}
            beside={hitsOf}
            nameOf={(value) => value}
          />
          {dimension.from === 'accounts' && dimension.unknown.of > 0 && (
            <p class="small quiet">{w.accountsOnly(dimension.unknown.of, invited)}</p>
          )}
          <details class="qtr-behind">
            <summary>{w.table}</summary>
            <RateTable dimension={dimension} parts={parts} cycle={cycle} />
          </details>
        </>
      ) : (
        whole && <p class="quiet">{w.noSegments}</p>
      )}
    </>
  );
}

interface Line {
  name: string;
  of: number;
  hits: number;
  reading: string;
}

/** Everything the picture shows, and each segment's share of the invited, of the answers and of all contacts. */
function RateTable({
  dimension,
  parts,
  cycle,
}: {
  dimension: DimensionCounts;
  parts: CycleParts;
  cycle: string;
}) {
  const { files } = useDeps();
  const all = skewsOf(parts).find((s) => s.dimension === dimension.name)?.skews;
  const rates = ratesOf(dimension.values);
  const lines: Line[] = rates.map(({ name, rate, tooFew, beyondNoise }) => ({
    name,
    of: rate.of,
    hits: rate.hits,
    reading: tooFew ? w.tooFew : beyondNoise ? w.beyond : w.noise,
  }));
  const { unknown } = dimension;
  if (unknown.of > 0) lines.push({ name: w.unknown, of: unknown.of, hits: unknown.hits, reading: '' });
  const invited = lines.reduce((sum, { of }) => sum + of, 0);
  const answers = lines.reduce((sum, { hits }) => sum + hits, 0);
  const share = (n: number, of: number) => (of > 0 ? n / of : 0);
  const shareAll = (name: string) => all?.find((s) => s.name === name)?.everybody ?? null;
  const { heads } = w;
  const save = () => {
    const head: Cell[] = [
      dimension.name,
      heads.invited,
      heads.answered,
      heads.rate,
      heads.low,
      heads.high,
      heads.shareInvited,
      heads.shareAnswers,
      heads.shareAll,
      heads.reading,
    ];
    const rows = lines.map(({ name, of, hits, reading }): Cell[] => {
      const rate = rateOf(hits, of);
      return [
        name,
        of,
        hits,
        round(rate?.value),
        round(rate?.low),
        round(rate?.high),
        round(share(of, invited)),
        round(share(hits, answers)),
        round(shareAll(name)),
        reading,
      ];
    });
    files.save(w.rateFile(cycle, dimension.name), 'text/csv', csvOf([head, ...rows]));
  };
  return (
    <>
      <div class="tw">
        <table class="qtr-table">
          <thead>
            <tr>
              <th scope="col">{dimension.name}</th>
              {[
                heads.rate,
                heads.interval,
                heads.answered,
                heads.invited,
                heads.shareInvited,
                heads.shareAnswers,
              ].map((h) => (
                <th scope="col" class="rt" key={h}>
                  {h}
                </th>
              ))}
              {all && (
                <th scope="col" class="rt">
                  {heads.shareAll}
                </th>
              )}
              <th scope="col">{heads.reading}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, of, hits, reading }) => {
              const rate = rateOf(hits, of);
              const everybody = shareAll(name);
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td data-label={heads.rate} class="rt strong">
                    {rate && percentOf(rate.value)}
                  </td>
                  <td data-label={heads.interval} class="rt quiet nb">
                    {rate && shareRangeOf(rate.low, rate.high)}
                  </td>
                  <td data-label={heads.answered} class="rt">
                    {wholeOf(hits)}
                  </td>
                  <td data-label={heads.invited} class="rt">
                    {wholeOf(of)}
                  </td>
                  <td data-label={heads.shareInvited} class="rt">
                    {percentOf(share(of, invited))}
                  </td>
                  <td data-label={heads.shareAnswers} class="rt">
                    {percentOf(share(hits, answers))}
                  </td>
                  {all && (
                    <td data-label={heads.shareAll} class="rt">
                      {everybody === null ? '–' : percentOf(everybody)}
                    </td>
                  )}
                  <td data-label={heads.reading} class="quiet">
                    {reading}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <button type="button" class="btn txt" onClick={save}>
        {w.csv}
      </button>
    </>
  );
}

const round = (share: number | null | undefined): number | null =>
  share === null || share === undefined ? null : Math.round(1e4 * share) / 1e4;
