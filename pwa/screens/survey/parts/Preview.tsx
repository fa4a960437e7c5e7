import { useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { Histogram } from '#core/browser/parts/Histogram.tsx';
import type { WaveCheck } from '#core/ports/importer.ts';
import { describeNote, type Metric } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { ImportModel } from '../importModel.ts';
import { placeOf } from '../mappingEdits.ts';
import { figureIn } from '../readWave.ts';
import { figureOf, metricName, spanOf } from '../scoreWords.ts';
import { todayOf } from '../waveCycle.ts';
import { words } from '../words.ts';
import { CsatHistogram } from './CsatHistogram.tsx';
import { RejectedTable, saveRejected } from './Rejected.tsx';

const w = words.preview;

/** What the choices so far would make of the file. It follows every change; nothing is kept by looking. */
export function Preview({ model, cycles }: { model: ImportModel; cycles: readonly string[] }) {
  const { value, running, fault } = model.checked.value;
  return (
    <aside class="preview" aria-label={w.title} aria-busy={running}>
      <h2>{w.title}</h2>
      {value ? (
        <Figures
          value={value}
          name={model.inspection.value?.fileName ?? ''}
          metric={model.mapping.value?.metric}
        />
      ) : (
        !fault && <p class="quiet">{w.working}</p>
      )}
      <label class="field">
        <span class="label">{w.cycle}</span>
        <input
          class="in"
          list="cycle-names"
          value={model.cycleName.value}
          onInput={(event) => model.nameCycle(event.currentTarget.value)}
        />
        <datalist id="cycle-names">
          {cycles.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <span class="hint">{w.cycleHint}</span>
      </label>
      {value && <Rest value={value} isKnown={value.named > 0 || hasId(model)} />}
    </aside>
  );
}

function Figures({ value, name, metric }: { value: WaveCheck; name: string; metric: Metric | undefined }) {
  const { files } = useDeps();
  const [list, setList] = useState(false);
  return (
    <>
      <Score value={value} metric={metric ?? 'nps'} />
      <dl class="trio num">
        <div>
          <dt>{w.answers}</dt>
          <dd>{wholeOf(value.answers)}</dd>
        </div>
        <div>
          <dt>{w.nonResponses}</dt>
          <dd>{wholeOf(value.nonResponses)}</dd>
        </div>
        <div>
          <dt>{w.rejected}</dt>
          <dd>{wholeOf(value.rejected)}</dd>
        </div>
      </dl>
      {value.rejected > 0 && (
        <button type="button" class="btn s" onClick={() => setList(true)}>
          {w.seeRejected(value.rejected)}
        </button>
      )}
      {list && (
        <Dialog
          title={words.rejected.title(value.rejected)}
          kind="wide"
          onClose={() => setList(false)}
          actions={
            value.rejectedRows.length === value.rejected && (
              <button
                type="button"
                class="btn"
                onClick={() => saveRejected(files, name, value.rejectedRows, metric)}
              >
                {words.rejected.download}
              </button>
            )
          }
        >
          <RejectedTable rows={value.rejectedRows} all={value.rejected} metric={metric} />
        </Dialog>
      )}
    </>
  );
}

/** What these choices would make of the score, by what it measures. */
function Score({ value, metric }: { value: WaveCheck; metric: Metric }) {
  const figure = figureIn({ metric, histogram: value.histogram });
  return (
    <>
      {figure && (
        <p class="preview-nps">
          <b class="num">{figureOf(metric, figure.value)}</b>
          <span>
            {metricName[metric]} <span class="quiet num">{spanOf(metric, figure.low, figure.high)}</span>
          </span>
        </p>
      )}
      {figure?.isSmall && <p class="small quiet">{w.small}</p>}
      {metric === 'csat' ? (
        <CsatHistogram counts={value.histogram} />
      ) : (
        <Histogram counts={value.histogram} caption={words.wave.histogram} small />
      )}
    </>
  );
}

/** The first few by name; a file may hold dozens. */
function segmentsOf({ dimensions }: WaveCheck): string {
  const named = dimensions.slice(0, 6).map((d) => w.dimension(d.name, d.values));
  const others = dimensions.length - named.length;
  return listOf(others > 0 ? [...named, w.others(others)] : named);
}

/** People known by a number alone can still be joined to a contacts file. */
const hasId = ({ mapping }: ImportModel): boolean =>
  mapping.value !== null && placeOf(mapping.value, 'respondentId') >= 0;

function Rest({ value, isKnown }: { value: WaveCheck; isKnown: boolean }) {
  const today = todayOf(useDeps());
  return (
    <>
      <dl class="pairs">
        <dt>{w.days}</dt>
        <dd>{value.firstDay ? w.span(value.firstDay, value.lastDay, today) : w.noDays}</dd>
        <dt>{w.people}</dt>
        <dd>{w.peopleText(value.reachable, isKnown)}</dd>
        <dt>{w.accounts}</dt>
        <dd class="num">{value.accounts > 0 ? wholeOf(value.accounts) : w.noneYet}</dd>
        <dt>{w.segments}</dt>
        <dd>{value.dimensions.length > 0 ? segmentsOf(value) : w.noneYet}</dd>
        <dt>{w.ratings}</dt>
        <dd class="num">{value.ratings.length > 0 ? wholeOf(value.ratings.length) : w.noneYet}</dd>
      </dl>
      {value.notes.length > 0 && (
        <details class="small">
          <summary>
            {w.notes}, {value.notes.length}
          </summary>
          <ul class="notes-list">
            {value.notes.map((note) => (
              <li key={describeNote(note)}>{describeNote(note)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
