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

/** What the choices so far would make of the file. It follows every change; nothing is kept by looking. */
export function Preview({ model, cycles }: { model: ImportModel; cycles: readonly string[] }) {
  const { value, running, fault } = model.checked.value;
  return (
    <aside class="preview" aria-label={words.preview.title} aria-busy={running}>
      <h2>{words.preview.title}</h2>
      {value ? (
        <Figures
          value={value}
          name={model.inspection.value?.fileName ?? ''}
          metric={model.mapping.value?.metric}
        />
      ) : (
        !fault && <p class="quiet">{words.preview.working}</p>
      )}
      <label class="field">
        <span class="label">{words.preview.cycle}</span>
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
        <span class="hint">{words.preview.cycleHint}</span>
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
          <dt>{words.preview.answers}</dt>
          <dd>{wholeOf(value.answers)}</dd>
        </div>
        <div>
          <dt>{words.preview.nonResponses}</dt>
          <dd>{wholeOf(value.nonResponses)}</dd>
        </div>
        <div>
          <dt>{words.preview.rejected}</dt>
          <dd>{wholeOf(value.rejected)}</dd>
        </div>
      </dl>
      {value.rejected > 0 && (
        <button type="button" class="btn s" onClick={() => setList(true)}>
          {words.preview.seeRejected(value.rejected)}
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
      {figure?.isSmall && <p class="small quiet">{words.preview.small}</p>}
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
  const named = dimensions.slice(0, 6).map((d) => words.preview.dimension(d.name, d.values));
  const others = dimensions.length - named.length;
  return listOf(others > 0 ? [...named, words.preview.others(others)] : named);
}

/** People known by a number alone can still be joined to a contacts file. */
const hasId = ({ mapping }: ImportModel): boolean =>
  mapping.value !== null && placeOf(mapping.value, 'respondentId') >= 0;

function Rest({ value, isKnown }: { value: WaveCheck; isKnown: boolean }) {
  const today = todayOf(useDeps());
  return (
    <>
      <dl class="pairs">
        <dt>{words.preview.days}</dt>
        <dd>
          {value.firstDay ? words.preview.span(value.firstDay, value.lastDay, today) : words.preview.noDays}
        </dd>
        <dt>{words.preview.people}</dt>
        <dd>{words.preview.peopleText(value.reachable, isKnown)}</dd>
        <dt>{words.preview.accounts}</dt>
        <dd class="num">{value.accounts > 0 ? wholeOf(value.accounts) : words.preview.noneYet}</dd>
        <dt>{words.preview.segments}</dt>
        <dd>{value.dimensions.length > 0 ? segmentsOf(value) : words.preview.noneYet}</dd>
        <dt>{words.preview.ratings}</dt>
        <dd class="num">
          {value.ratings.length > 0 ? wholeOf(value.ratings.length) : words.preview.noneYet}
        </dd>
      </dl>
      {value.notes.length > 0 && (
        <details class="small">
          <summary>
            {words.preview.notes}, {value.notes.length}
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
