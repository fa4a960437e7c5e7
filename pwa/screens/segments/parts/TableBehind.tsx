import { useState } from 'preact/hooks';
import { percentOf, rangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { BandMark, BandShape, BandStrip } from '#core/browser/parts/marks.tsx';
import { useTurn } from '#core/browser/parts/useTurn.ts';
import { shownDimension, shownValue } from '#core/segments/index.ts';
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
        <table class={earlier ? 'seg-table' : 'seg-table alone'}>
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
  const { segment, change, readable } = row;
  const { nps, shares } = segment;
  return (
    <tr>
      <th scope="row">{shownValue(segment.value)}</th>
      <td class="st-dm quiet">{shownDimension(segment.dimension)}</td>
      <td class="st-n rt">
        {wholeOf(segment.n)}
        <span class="only-s"> {words.answers(segment.n)}</span>
      </td>
      {bands.map((b) => (
        <td class={`st-${b} rt`} key={b}>
          <span class="only-s">
            <BandShape band={b} />
            <span class="vh">{words.file.bands[b]} </span>
          </span>
          {shares ? percentOf(shares[b]) : ''}
        </td>
      ))}
      <td class="st-sh">{shares && <BandStrip shares={shares} />}</td>
      <td class={`st-v rt ${readable ? 'strong' : 'quiet'}`}>
        {nps.kind === 'estimate' ? wholeOf(nps.value) : ''}
      </td>
      <td class="st-iv rt quiet nb">{nps.kind === 'estimate' ? rangeOf(nps.low, nps.high) : ''}</td>
      {compared && (
        <>
          <td class="st-was rt">{change ? wholeOf(change.was) : ''}</td>
          <td class={`st-cg rt nb ${change?.beyondNoise ? 'strong' : 'quiet'}`}>{changeText(row)}</td>
        </>
      )}
      <td class="st-rd nb">{readingText(row)}</td>
    </tr>
  );
}
