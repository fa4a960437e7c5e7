import { shareRangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { BandMark, Said } from '#core/browser/parts/marks.tsx';
import { categoryNames, type Frequency, type QuoteReading } from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';
import { figureWords } from '../figureWords.ts';
import type { DriverLine } from '../lines.ts';
import {
  bandNames,
  detailWords,
  impactText,
  otherBands,
  severityNames,
  severityText,
  speaker,
  words,
} from '../words.ts';
import { OverCycles } from './OverCycles.tsx';
import { Paragraph } from './Paragraph.tsx';
import { Where } from './Where.tsx';

interface TableRowProps {
  row: DriverLine;
  band: Band;
  /** Share at the right end of every row's axis, 0 to 1. */
  axis: number;
  compared: boolean;
  open: boolean;
  onOpen(): void;
}

/** One driver: the figure, the words, how grave, where, how it moved. A card on a narrow screen. */
export function TableRow({ row, band, axis, compared, open, onOpen }: TableRowProps) {
  const beside = otherBands(row, band);
  return (
    <tr class={open ? 'open' : undefined}>
      <th scope="row" class="dn">
        <b class="strong line">{row.name || words.unnamed}</b>
        {row.category && (
          <span class={`small line cat c-${row.category}`}>{categoryNames[row.category]}</span>
        )}
        {row.partOf && <span class="small quiet line">{figureWords.partOf(row.partOf)}</span>}
        <Accounts row={row} />
        <button type="button" class="btn txt drv-open" aria-expanded={open} onClick={onOpen}>
          {open ? detailWords.close : detailWords.open}
          <span class="vh">: {row.name || words.unnamed}</span>
        </button>
      </th>
      <td class="fq">
        <span class="k">
          <b>{wholeOf(row.frequency.k)}</b> {words.of} {wholeOf(row.frequency.n)}
        </span>
        <FrequencyBar frequency={row.frequency} axis={axis} />
        <span class="small quiet line">{shareRangeOf(row.frequency.low, row.frequency.high)}</span>
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
        <Words quote={row.quote} pinned={row.pinned} />
        {row.paragraphs.map((parts, i) => (
          <Paragraph key={i} parts={parts} />
        ))}
      </td>
      <td class="sv">
        <span class="sev">
          {row.severity.level > 0 && <i aria-hidden="true">{'!'.repeat(row.severity.level)}</i>}
          <span class={row.severity.level === 0 ? 'quiet' : ''}>{severityNames[row.severity.level]}</span>
        </span>
        <span class="small quiet line">{severityText(row.severity)}</span>
      </td>
      <td class="sgc">
        <Where reach={row.reach} concentration={row.concentration} />
      </td>
      {compared && (
        <td class="oc">
          <OverCycles trajectory={row.trajectory} axis={axis} />
        </td>
      )}
    </tr>
  );
}

function Accounts({ row }: { row: DriverLine }) {
  const impact = impactText(row.impact);
  return (
    <span class="small quiet line">
      {impact.accounts}
      {impact.revenue && `, ${impact.revenue}`}
    </span>
  );
}

/** The share as a tick and its 95 % interval, on an axis that all rows share. For the eye: the words stand beside it. */
export function FrequencyBar({
  frequency: { k, n, low, high },
  axis,
}: {
  frequency: Frequency;
  axis: number;
}) {
  const pct = (share: number) => `${(100 * share) / axis}%`;
  return (
    <span class="ft" aria-hidden="true">
      <span class="ivl" style={{ left: pct(low), width: pct(high - low) }} />
      <span class="est" style={{ left: pct(n === 0 ? 0 : k / n) }} />
    </span>
  );
}

function Words({ quote, pinned }: { quote: QuoteReading; pinned: boolean }) {
  if (quote.kind === 'none') return <p class="small quiet">{words.noQuote}</p>;
  if (quote.kind === 'withheld') return <p class="small quiet">{words.withheld(quote.verbatims)}</p>;
  const by = speaker(quote);
  const band = bandNames[quote.band].one;
  return (
    <Said
      by={
        <>
          <BandMark band={quote.band}>{quote.name ? `${quote.name}, ${band}` : band}</BandMark>
          {by && `, ${by}`}
          {pinned && `, ${detailWords.pinned}`}
        </>
      }
    >
      {quote.text}
    </Said>
  );
}
