import { useRef, useState } from 'preact/hooks';
import { useTurn } from '#core/browser/parts/useTurn.ts';
import type { Counted, SegmentsModel } from '../model.ts';
import { axisOf } from '../rows.ts';
import { npsValue, rowsATurn, rowsAtFirst, rowsAtMost, words } from '../words.ts';
import { type CopyNow, CopyPicture } from './CopyPicture.tsx';
import { Legend } from './Legend.tsx';
import { MapAxis, MapRow } from './MapRow.tsx';

/** The map as a picture: one line a segment, on one axis fitted to what can be read. */
export function MapFigure({
  model,
  counted,
  copyNow,
}: {
  model: SegmentsModel;
  counted: Counted;
  copyNow: CopyNow;
}) {
  const [all, setAll] = useState(false);
  const drawn = rowsATurn * (1 + useTurn(rowsAtFirst / rowsATurn - 1));
  const isWhole = drawn === rowsAtFirst;
  const list = useRef<HTMLOListElement>(null);
  const rows = model.shown.value;
  const { order, search } = model.look.value;
  const { map, earlier } = counted;
  const everyone = npsValue(map.everyone.nps);
  const axis = axisOf(counted.rows, everyone);
  const first = rows.slice(0, all ? rowsAtMost : rowsAtFirst);
  const labelled = first.find((r) => r.change?.beyondNoise)?.key;
  const title = words.title[order === 'change' && !earlier ? 'lowest' : order];
  const more = Math.min(rows.length, rowsAtMost) - first.length;
  if (rows.length === 0) return <p class="callout">{search ? words.search.none : words.nothingShown}</p>;
  return (
    <figure class={earlier ? 'map' : 'map alone'}>
      <div class="sect-h">
        <h2>{title}</h2>
        <CopyPicture
          name={words.file.segments}
          picture={{ kind: 'map', rows: first, axis, title, counted }}
          now={copyNow}
        />
      </div>
      <MapAxis axis={axis} everyone={everyone} earlier={earlier?.cycleName ?? ''} />
      <ol class="rows" ref={list} onKeyDown={(event) => stepRow(event, list.current)}>
        {(isWhole ? first : first.slice(0, drawn)).map((row, i) => (
          <MapRow
            key={row.key}
            row={row}
            axis={axis}
            everyone={everyone}
            earlier={earlier?.cycleName ?? ''}
            labelled={row.key === labelled}
            firstFew={!row.readable && first[i - 1]?.readable === true}
            ticked={model.ticked.value.has(row.key)}
            onTick={() => model.toggle(row)}
          />
        ))}
      </ol>
      {isWhole && more > 0 && (
        <button type="button" class="btn s map-more" onClick={() => setAll(true)}>
          {words.more(more)}
        </button>
      )}
      {isWhole && <Caption model={model} counted={counted} />}
    </figure>
  );
}

/** What the marks mean, by which rule a segment is named, and what is ticked. */
function Caption({ model, counted }: { model: SegmentsModel; counted: Counted }) {
  return (
    <figcaption>
      <Legend earlier={counted.earlier?.cycleName ?? ''} />
      <p class="why">
        {words.rule(counted.map.dimensions.reduce((sum, d) => sum + d.readable, 0))}{' '}
        {counted.rows.some(({ segment }) => segment.crossed) && words.pairs}{' '}
        {counted.earlier && words.unpaired(counted.pairs)}{' '}
        {model.proposal.value ? (
          model.chosen.value.length > 0 && words.proposed(model.chosen.value.length, counted.offered.length)
        ) : (
          <button type="button" class="btn txt small" onClick={model.propose}>
            {words.propose}
          </button>
        )}
      </p>
    </figcaption>
  );
}

/** Arrow keys go from tick to tick; Tab does too. */
function stepRow(event: KeyboardEvent, list: HTMLElement | null): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || !list || !(event.target instanceof HTMLInputElement)) return;
  const ticks = [...list.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  ticks[ticks.indexOf(event.target) + by]?.focus();
  event.preventDefault();
}
