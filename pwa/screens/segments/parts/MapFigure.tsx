import { useRef, useState } from 'preact/hooks';
import { Pick } from '#core/browser/parts/Pick.tsx';
import type { Counted, SegmentsModel } from '../model.ts';
import { axisOf, type Order } from '../rows.ts';
import { npsValue, rowsAtFirst, words } from '../words.ts';
import { Legend } from './Legend.tsx';
import { MapAxis, MapRow } from './MapRow.tsx';

const orders: readonly Order[] = ['lowest', 'change', 'dimension'];

/** The map as a picture: one line a segment, on one axis fitted to what can be read. */
export function MapFigure({ model, counted }: { model: SegmentsModel; counted: Counted }) {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const rows = model.shown.value;
  const order = model.order.value;
  const { map, earlier, head } = counted;
  const everyone = npsValue(map.everyone.nps);
  const axis = axisOf(counted.rows, everyone);
  const first = all ? rows : rows.slice(0, rowsAtFirst);
  const labelled = first.find((r) => r.change?.beyondNoise)?.key;
  const options = orders.filter((o) => o !== 'change' || earlier);
  return (
    <figure class={earlier ? 'map' : 'map alone'}>
      <div class="sect-h">
        <h2>{words.title[order]}</h2>
        <span class="map-tools">
          {head.dimensions.length > 1 && <Dimension model={model} dimensions={head.dimensions} />}
          <Pick
            label={words.orderLabel}
            options={options.map((o) => ({ value: o, name: words.orders[o] }))}
            value={order}
            onPick={model.orderBy}
          />
        </span>
      </div>
      <MapAxis axis={axis} everyone={everyone} earlier={earlier?.cycleName ?? ''} />
      <ol class="rows" ref={list} onKeyDown={(event) => stepRow(event, list.current)}>
        {first.map((row, i) => (
          <MapRow
            key={row.key}
            row={row}
            axis={axis}
            everyone={everyone}
            earlier={earlier?.cycleName ?? ''}
            labelled={row.key === labelled}
            firstFew={!row.readable && first[i - 1]?.readable === true}
            ticked={model.ticked.value.has(row.key)}
            onTick={() => model.toggle(row.key)}
          />
        ))}
      </ol>
      {first.length < rows.length && (
        <button type="button" class="btn s map-more" onClick={() => setAll(true)}>
          {words.more(rows.length - first.length)}
        </button>
      )}
      <figcaption>
        <Legend earlier={earlier?.cycleName ?? ''} />
        <p class="why">
          {words.rule(counted.map.dimensions.reduce((sum, d) => sum + d.readable, 0))}{' '}
          {model.proposal.value ? (
            model.chosen.value.length > 0 &&
            words.proposed(model.chosen.value.length, counted.rows.filter((r) => r.reasons.length > 0).length)
          ) : (
            <button type="button" class="btn txt small" onClick={model.propose}>
              {words.propose}
            </button>
          )}
        </p>
      </figcaption>
    </figure>
  );
}

function Dimension({ model, dimensions }: { model: SegmentsModel; dimensions: readonly string[] }) {
  return (
    <label class="map-dim">
      <span class="vh">{words.dimensionLabel}</span>
      <select
        class="sel s"
        value={model.only.value}
        onChange={(event) => model.showOnly(event.currentTarget.value)}
      >
        <option value="">{words.allDimensions}</option>
        {dimensions.map((d) => (
          <option key={d} value={d}>
            {d}
          </option>
        ))}
      </select>
    </label>
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
