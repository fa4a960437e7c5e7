import { type ComponentChildren, Fragment } from 'preact';
import { useRef } from 'preact/hooks';

import { shareRangeOf } from '#core/browser/parts/figures.ts';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { frequencyOf, referenceTo, type SegmentTest } from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { DriverLine } from '../lines.ts';
import type { DriversModel } from '../model.ts';
import { bandNames, detailWords, rowText, words } from '../words.ts';
import { Mentions } from './Mentions.tsx';
import { type InsertText, ParagraphEditor } from './ParagraphEditor.tsx';

interface EvidenceProps {
  model: DriversModel;
  row: DriverLine;
  columns: number;
}

/** What a row rests on: the paragraph about it, the counts behind its figures, and every mention. */
export function Evidence({ model, row, columns }: EvidenceProps) {
  const deps = useDeps();
  const insert: InsertText = useRef(null);
  const band = model.whose.value === 'everyone' ? 'detractor' : model.whose.value;
  const name = row.name || words.unnamed;
  const pin = (note: string) => {
    const undo = model.written.pin(row.theme, note);
    if (undo)
      deps.say(note ? detailWords.pinnedNow(name) : detailWords.unpinned(name), {
        name: detailWords.undo,
        run: undo,
      });
  };
  return (
    <tr class="drv-more">
      <td colSpan={columns}>
        <section class="drv-ev" aria-label={`${name}: ${rowText(row, band)}`}>
          <div class="drv-write">
            <h3>{detailWords.paragraph}</h3>
            {model.written.editable(row.theme).map((text) => (
              <ParagraphEditor
                key={text.id}
                model={model.written}
                theme={row.theme}
                name={name}
                text={text}
                insert={insert}
              />
            ))}
            {model.written.editable(row.theme).length > 1 && (
              <p class="small">
                {detailWords.two}{' '}
                <button
                  type="button"
                  class="btn txt"
                  onClick={() => {
                    const undo = model.written.join(row.theme);
                    if (undo) deps.say(detailWords.joined, { name: detailWords.undo, run: undo });
                  }}
                >
                  {detailWords.join}
                </button>
              </p>
            )}
          </div>
          <Counts row={row} />
          <Mentions
            model={model}
            row={row}
            onPin={pin}
            onQuote={(note) => insert.current?.(referenceTo(note, model.notes.value))}
          />
        </section>
      </td>
    </tr>
  );
}

/** The counts behind the figures: each of n, with what it is judged by. */
function Counts({ row }: { row: DriverLine }) {
  const tests = row.concentration?.all ?? [];
  const points = row.trajectory?.points ?? [];
  return (
    <div class="drv-counts">
      <h3>{detailWords.byBand}</h3>
      <dl class="mini small">
        {bands
          .filter((b) => row.byBand[b].n > 0)
          .map((b) => (
            <Count key={b} {...row.byBand[b]}>
              <BandMark band={b}>{bandNames[b].many}</BandMark>
            </Count>
          ))}
      </dl>
      {points.length > 1 && (
        <>
          <h3>{detailWords.byCycle}</h3>
          <dl class="mini small">
            {points.toReversed().map(({ cycle, name, k, n }) => (
              <Count key={cycle} k={k} n={n}>
                {name}
              </Count>
            ))}
          </dl>
        </>
      )}
      {tests.length > 0 && (
        <details>
          <summary class="strong">{detailWords.bySegment}</summary>
          {[...Map.groupBy(tests, (s) => s.dimension)].map(([dimension, rows]) => (
            <Tests key={dimension} dimension={dimension} rows={rows} />
          ))}
        </details>
      )}
    </div>
  );
}

function Count({ k, n, children }: { k: number; n: number; children: ComponentChildren }) {
  const { low, high } = frequencyOf(k, n);
  return (
    <>
      <dt>{children}</dt>
      <dd class="rt nb">{detailWords.ofCount(k, n)}</dd>
      <dd class="rt nb quiet">{n > 0 && shareRangeOf(low, high)}</dd>
    </>
  );
}

function shareRange({ k, n }: SegmentTest): string {
  const { low, high } = frequencyOf(k, n);
  return shareRangeOf(low, high);
}

function Tests({ dimension, rows }: { dimension: string; rows: readonly SegmentTest[] }) {
  return (
    <>
      <p class="small quiet">{dimension}</p>
      <dl class="mini small">
        {rows.map((s) => (
          <Fragment key={s.value}>
            <dt class={s.beyondNoise ? 'strong' : undefined}>{s.value}</dt>
            <dd class="rt nb">{detailWords.ofCount(s.k, s.n)}</dd>
            <dd class="rt quiet">
              <span class="nb">{shareRange(s)}</span>
              <span class="line">{detailWords.test(s)}</span>
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}
