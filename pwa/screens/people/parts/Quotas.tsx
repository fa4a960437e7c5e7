import { wholeOf } from '#core/browser/parts/figures.ts';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { mostWanted, type Quota } from '#core/sample/index.ts';
import { shownDimension, shownValue } from '#core/segments/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import { chooseWords, segmentName, standingText, totalStanding, usualTexts } from '../chooseWords.ts';
import type { Selection, SelectionModel } from '../selection.ts';
import { bandNames, purposes } from '../words.ts';
import { AddSegment } from './AddSegment.tsx';
import { useTyped } from './useTyped.ts';

/** The plan as a table of numbers, with what is usual beneath it. */
export function Quotas({ model, selection }: { model: SelectionModel; selection: Selection }) {
  const { quotas, standing, segments, study } = selection;
  const places = [...Map.groupBy(quotas, (q) => JSON.stringify(q.segment)).values()];
  const usual = usualTexts(study, segments);
  return (
    <section class="ppl-quotas">
      <div class="sect-h">
        <h2>{chooseWords.quotas.title}</h2>
        <a href="/segments">{chooseWords.quotas.segments}</a>
      </div>
      <table>
        <caption class="vh">{chooseWords.quotas.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{chooseWords.quotas.segment}</th>
            {bands.map((b) => (
              <th scope="col" key={b} class="rt">
                <BandMark band={b}>{bandNames[b].many}</BandMark>
              </th>
            ))}
            <th scope="col" class="rt">
              {chooseWords.quotas.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <Place key={JSON.stringify(place[0]?.segment)} place={place} model={model} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{chooseWords.quotas.planned}</th>
            {bands.map((b) => (
              <td class="rt strong" key={b}>
                {wholeOf(standing.byBand[b].want)}
                {usual.band && <Standing text={standingText(standing.byBand[b].is)} />}
              </td>
            ))}
            <td class="rt strong" data-label={chooseWords.quotas.total}>
              {wholeOf(standing.total)}
              <Standing text={totalStanding(standing.total, study, segments)} />
            </td>
          </tr>
          <tr class="quiet">
            <th scope="row">{chooseWords.quotas.usual}</th>
            {bands.map((b) => (
              <td class="rt" key={b}>
                {usual.band?.[b] ?? ''}
              </td>
            ))}
            <td class="rt" data-label={chooseWords.quotas.total}>
              {usual.total}
            </td>
          </tr>
          <tr class="quiet ppl-purpose">
            <th scope="row">{chooseWords.quotas.purpose}</th>
            {bands.map((b) => (
              <td class="rt" key={b}>
                {purposes[b]}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
      {standing.isWithoutPassives && <p class="ppl-warn">{chooseWords.quotas.noPassives}</p>}
      <div class="acts ppl-under">
        <AddSegment model={model} addable={selection.addable} />
        <button type="button" class="btn txt" onClick={model.usual}>
          {chooseWords.quotas.back}
        </button>
      </div>
    </section>
  );
}

function Standing({ text }: { text: string }) {
  return text === '' ? null : <span class="small quiet">{text}</span>;
}

function Place({ place, model }: { place: readonly Quota[]; model: SelectionModel }) {
  const segment = place[0]?.segment ?? null;
  const name = segmentName(segment);
  return (
    <tr>
      <th scope="row">
        {segment ? shownValue(segment.value) : name}{' '}
        {segment && <span class="small quiet">{shownDimension(segment.dimension)}</span>}
        {segment && (
          <button
            type="button"
            class="btn icon ppl-rm"
            aria-label={chooseWords.quotas.remove(name)}
            onClick={() => model.removeSegment(segment)}
          >
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="1.5" fill="none" />
            </svg>
          </button>
        )}
      </th>
      {place.map((q) => (
        <td class="rt" key={q.band}>
          <Want quota={q} name={name} onWant={(n) => model.setWant(segment, q.band, n)} />
        </td>
      ))}
      <td class="rt" data-label={chooseWords.quotas.total}>
        {wholeOf(place.reduce((sum, q) => sum + q.want, 0))}
      </td>
    </tr>
  );
}

function Want({
  quota,
  name,
  onWant,
}: {
  quota: { band: Band; want: number };
  name: string;
  onWant(n: number): void;
}) {
  const field = useTyped(String(quota.want), (text) => {
    if (text.trim() !== '') onWant(Number(text));
  });
  return (
    <input
      class="in s ppl-want"
      type="number"
      min={0}
      max={mostWanted}
      step={1}
      inputMode="numeric"
      aria-label={chooseWords.quotas.field(quota.band, name)}
      {...field}
    />
  );
}
