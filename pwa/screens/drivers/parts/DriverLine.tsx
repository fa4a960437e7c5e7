import { shareRangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { BandMark, Said } from '#core/browser/parts/marks.tsx';
import type { DriverRow, Frequency, QuoteReading, SegmentReach } from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';
import {
  impactText,
  otherBands,
  segmentsText,
  severityNames,
  severityText,
  speaker,
  words,
} from '../words.ts';

/** One driver: the figure, the words, how grave, where, for whom. A card on a narrow screen. */
export function DriverLine({ row, band, axis }: { row: DriverRow; band: Band; axis: number }) {
  const impact = impactText(row.impact);
  const beside = otherBands(row, band);
  return (
    <tr>
      <th scope="row" class="dn">
        <b class="strong">{row.name || words.unnamed}</b>
        {row.category && <span class={`small cat c-${row.category}`}>{row.category}</span>}
      </th>
      <td class="fq">
        <span class="k">
          <b>{wholeOf(row.frequency.k)}</b> of {wholeOf(row.frequency.n)}
        </span>
        <FrequencyBar frequency={row.frequency} axis={axis} />
        <span class="small quiet">{shareRangeOf(row.frequency.low, row.frequency.high)}</span>
        {beside.length > 0 && (
          <span class="small quiet others">
            {beside.map((other) => (
              <BandMark key={other.band} band={other.band}>
                {other.text}
              </BandMark>
            ))}
          </span>
        )}
      </td>
      <td class="vb">
        <Words quote={row.quote} />
      </td>
      <td class="sv">
        <span class="sev">
          {row.severity.level > 0 && <i aria-hidden="true">{'!'.repeat(row.severity.level)}</i>}
          <span class={row.severity.level === 0 ? 'quiet' : ''}>{severityNames[row.severity.level]}</span>
        </span>
        <span class="small quiet">{severityText(row.severity)}</span>
      </td>
      <td class="sgc">
        <Where reach={row.reach} />
      </td>
      <td class="ac">
        <span>{impact.accounts}</span>
        {impact.revenue && <span class="small quiet">{impact.revenue}</span>}
      </td>
    </tr>
  );
}

/** The share as a tick and its 95 % interval, on an axis that all rows share. For the eye: the words stand beside it. */
function FrequencyBar({ frequency: { k, n, low, high }, axis }: { frequency: Frequency; axis: number }) {
  const pct = (share: number) => `${(100 * share) / axis}%`;
  return (
    <span class="ft" aria-hidden="true">
      <span class="ivl" style={{ left: pct(low), width: pct(high - low) }} />
      <span class="est" style={{ left: pct(n === 0 ? 0 : k / n) }} />
    </span>
  );
}

function Words({ quote }: { quote: QuoteReading }) {
  if (quote.kind === 'none') return <p class="small quiet">{words.noQuote}</p>;
  if (quote.kind === 'withheld') return <p class="small quiet">{words.withheld(quote.verbatims)}</p>;
  const by = speaker(quote);
  return (
    <Said
      by={
        <>
          <BandMark band={quote.band}>{quote.name ? `${quote.name}, ${quote.band}` : quote.band}</BandMark>
          {by && `, ${by}`}
        </>
      }
    >
      {quote.text}
    </Said>
  );
}

function Where({ reach }: { reach: SegmentReach }) {
  const first = reach.affected.slice(0, 3);
  return (
    <>
      {reach.kind === 'named' ? (
        <ul class="sg">
          {first.map((s) => (
            <li key={`${s.dimension} ${s.value}`}>
              <span>{s.value}</span>{' '}
              <span class="small quiet nb">
                {wholeOf(s.k)} of {wholeOf(s.n)}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <span class={reach.kind === 'across' ? '' : 'quiet'}>{segmentsText(reach)}</span>
      )}
      {reach.all.length > 0 && (
        <details class="small by-sg">
          <summary>{words.bySegment}</summary>
          <ul>
            {reach.all.map((s) => (
              <li key={`${s.dimension} ${s.value}`} class={s.tooFew ? 'quiet' : ''}>
                <span>{s.value}</span> <span class="quiet">{s.dimension}</span>
                <span class="nb rt">
                  {wholeOf(s.k)} of {wholeOf(s.n)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
