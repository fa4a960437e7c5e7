import { useState } from 'preact/hooks';
import { percentOf, rangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { BandMark, BandStrip } from '#core/browser/parts/marks.tsx';
import { useTurn } from '#core/browser/parts/useTurn.ts';
import { bands } from '#core/waves/index.ts';
import type { Counted, SegmentsModel } from '../model.ts';
import type { Row } from '../rows.ts';
import { changeText, readingText, rowsATurn, rowsAtFirst, rowsAtMost, shortCycle, words } from '../words.ts';

/** Every figure of the map, for reading, copying and checking. */
export function TableBehind({ model, counted }: { model: SegmentsModel; counted: Counted }) {
  const [all, setAll] = useState(false);
  const drawn = rowsATurn * (1 + useTurn((2 * rowsAtFirst) / rowsATurn - 1));
  const rows = model.shown.value;
  const first = rows.slice(0, all ? rowsAtMost : drawn);
  const more = Math.min(rows.length, rowsAtMost) - first.length;
  const earlier = counted.earlier ? shortCycle(counted.earlier.cycleName) : '';
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{words.tableTitle}</h2>
        <button type="button" class="btn txt" onClick={model.downloadCsv}>
          {words.csv}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="tw" tabIndex={0} aria-label={words.tableTitle}>
        <table class="seg-table">
          <caption class="vh">{words.tableCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.heads.segment}</th>
              <th scope="col">{words.heads.dimension}</th>
              <th scope="col" class="rt">
                {words.heads.answers}
              </th>
              {bands.map((b) => (
                <th scope="col" class="rt" key={b}>
                  <BandMark band={b} />
                </th>
              ))}
              <td class="strip-head" />
              <th scope="col" class="rt">
                {words.heads.nps}
              </th>
              <th scope="col" class="rt">
                {words.heads.interval}
              </th>
              {earlier && (
                <>
                  <th scope="col" class="rt">
                    {earlier}
                  </th>
                  <th scope="col" class="rt">
                    {words.heads.change}
                  </th>
                </>
              )}
              <th scope="col">{words.heads.reading}</th>
            </tr>
          </thead>
          <tbody>
            {first.map((row) => (
              <Line key={row.key} row={row} compared={earlier !== ''} />
            ))}
          </tbody>
        </table>
      </section>
      {drawn === 2 * rowsAtFirst && more > 0 && (
        <button type="button" class="btn s map-more" onClick={() => setAll(true)}>
          {words.more(more)}
        </button>
      )}
    </section>
  );
}

function Line({ row, compared }: { row: Row; compared: boolean }) {
  const { segment, change } = row;
  const { nps, shares } = segment;
  return (
    <tr>
      <th scope="row">{segment.value}</th>
      <td class="quiet">{segment.dimension}</td>
      <td class="rt">{wholeOf(segment.n)}</td>
      {bands.map((b) => (
        <td class="rt" key={b}>
          {shares ? percentOf(shares[b]) : ''}
        </td>
      ))}
      <td>{shares && <BandStrip shares={shares} />}</td>
      <td class="rt strong">{nps.kind === 'estimate' ? wholeOf(nps.value) : ''}</td>
      <td class="rt quiet nb">{nps.kind === 'estimate' ? rangeOf(nps.low, nps.high) : ''}</td>
      {compared && (
        <>
          <td class="rt">{change ? wholeOf(change.was) : ''}</td>
          <td class={`rt nb ${change?.beyondNoise ? 'strong' : 'quiet'}`}>{changeText(row)}</td>
        </>
      )}
      <td class="nb">{readingText(row)}</td>
    </tr>
  );
}
