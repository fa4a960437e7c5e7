import { rangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { IntervalPlot } from '#core/browser/parts/IntervalPlot.tsx';
import { BandStrip } from '#core/browser/parts/marks.tsx';
import { shownDimension, shownValue } from '#core/segments/index.ts';
import type { Axis, Row } from '../rows.ts';
import { changeText, readingText, words } from '../words.ts';

const placeOn = (axis: Axis, value: number): string =>
  `${(100 * (Math.min(axis.to, Math.max(axis.from, value)) - axis.from)) / (axis.to - axis.from)}%`;

/** Heads of the columns and the axis. For the eye: the rows name their own figures. */
export function MapAxis({ axis, everyone, earlier }: { axis: Axis; everyone: number; earlier: string }) {
  return (
    <div class="row axis" aria-hidden="true">
      <span class="ck" />
      <span class="nm small quiet">{words.heads.segment}</span>
      <span class="n small quiet rt">{words.heads.answers}</span>
      <span class="sh small quiet">{words.heads.strip}</span>
      <span class="plot">
        {axis.ticks.map((t) => (
          <span key={t} style={{ left: placeOn(axis, t) }}>
            {wholeOf(t)}
          </span>
        ))}
        <i class="line strong-line" style={{ left: placeOn(axis, everyone) }} />
        <em style={{ left: placeOn(axis, everyone) }}>{words.everyone(everyone)}</em>
      </span>
      <span class="v small quiet">
        <b>{words.heads.nps}</b>
        <span>{words.heads.interval}</span>
      </span>
      <span class="cg small quiet rt">{earlier ? words.since(earlier) : ''}</span>
      <span class="rd small quiet">{words.heads.reading}</span>
    </div>
  );
}

export interface MapRowProps {
  row: Row;
  axis: Axis;
  everyone: number;
  earlier: string;
  /** The one row whose marks are named on the picture. */
  labelled: boolean;
  /** The first row that is too few to read: a line stands above it. */
  firstFew: boolean;
  ticked: boolean;
  onTick(): void;
}

/** One segment: a tick, its name and answers, the picture, the figures, the reading. */
export function MapRow(props: MapRowProps) {
  const { row, ticked, labelled } = props;
  const { segment, readable, change, beyondNoise } = row;
  const said = beyondNoise || change?.beyondNoise === true;
  const kind = [ticked && 'on', labelled && 'first', !readable && 'fewr', props.firstFew && 'cut'];
  return (
    <li class={`row ${kind.filter(Boolean).join(' ')}`}>
      <span class="ck">
        <input type="checkbox" checked={ticked} onChange={props.onTick} aria-label={words.tick(segment)} />
      </span>
      <span class="nm">
        <span class={said ? 'strong' : ''}>{shownValue(segment.value)}</span>{' '}
        <span class="quiet small dm">{shownDimension(segment.dimension)}</span>
      </span>
      <span class="n quiet rt">
        {wholeOf(segment.n)}
        <span class="vh"> {words.answers(segment.n)}</span>
      </span>
      <span class="sh">{segment.shares && <BandStrip shares={segment.shares} />}</span>
      <Picture {...props} />
      <Figures row={row} />
      <span class={`cg rt ${change?.beyondNoise ? 'strong' : 'quiet'}`}>
        {change && <span class="vh">{words.changeBy} </span>}
        {changeText(row)}
      </span>
      <span class={said ? 'rd strong' : 'rd noise quiet'}>{readingText(row)}</span>
    </li>
  );
}

function Figures({ row: { segment, readable } }: { row: Row }) {
  if (segment.nps.kind === 'tooFew') return <span class="v" />;
  return (
    <span class="v">
      <b class={readable ? 'strong' : ''}>
        <span class="vh">{words.heads.nps} </span>
        {wholeOf(segment.nps.value)}
      </b>
      <span class="quiet">{rangeOf(segment.nps.low, segment.nps.high)}</span>
    </span>
  );
}

function Picture({ row, axis, everyone, earlier, labelled }: MapRowProps) {
  const { nps } = row.segment;
  if (nps.kind === 'tooFew') return <span class="pic" />;
  const zero = axis.from < 0 && axis.to > 0 ? [{ at: 0 }] : [];
  const cut = [nps.low < axis.from && 'cut-l', nps.high > axis.to && 'cut-r'];
  const before = row.change;
  return (
    <span class={`pic ${cut.filter(Boolean).join(' ')}`} aria-hidden="true">
      {labelled && before && (
        <>
          <span class="ann" style={{ left: placeOn(axis, nps.value) }}>
            {words.now(nps.value)}
          </span>
          <span class="ann" style={{ left: placeOn(axis, before.was) }}>
            {words.was(earlier, before.was)}
          </span>
        </>
      )}
      <IntervalPlot
        value={nps.value}
        low={nps.low}
        high={nps.high}
        axis={[axis.from, axis.to]}
        beyondNoise={row.beyondNoise}
        {...(before && { was: before.was, changeBeyondNoise: before.beyondNoise })}
        lines={[...zero, { at: everyone, strong: true }]}
      />
    </span>
  );
}
