import { useId, useState } from 'preact/hooks';
import { wholeOf } from '#core/browser/parts/figures.ts';
import { readableFrom, shownDimension } from '#core/segments/index.ts';
import type { SegmentsModel } from '../model.ts';
import type { DimensionLines } from '../values.ts';
import { valuesWords } from '../valuesWords.ts';
import type { Run } from './useEdits.ts';

/** What is done to all values of a dimension at once: only what fits it is offered. */
export function WholeDimension({
  model,
  lines,
  run,
}: {
  model: SegmentsModel;
  lines: DimensionLines;
  run: Run;
}) {
  const { name, reading, edges, separator } = lines;
  const [typed, setTyped] = useState(valuesWords.ranges.edges(edges ?? []));
  const [fewest, setFewest] = useState(String(readableFrom));
  const id = useId();
  const said = valuesWords.done.changed(shownDimension(name));
  const { ranges, split, gather } = valuesWords;
  return (
    <div class="vals-whole">
      {reading.edges && (
        <p class="vals-on">
          {ranges.on(reading.edges.map(wholeOf).join(', '))}{' '}
          <button
            type="button"
            class="btn txt"
            onClick={() => void run(model.values.range(name, null), said)}
          >
            {ranges.off}
          </button>
        </p>
      )}
      {edges && (
        <form
          class="vals-form"
          onSubmit={(event) => {
            event.preventDefault();
            void run(model.values.range(name, typed), said);
          }}
        >
          <label for={`${id}-e`}>
            {ranges.hint} {ranges.field}
          </label>
          <input
            id={`${id}-e`}
            class="in s"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="btn s">
            {ranges.do}
          </button>
        </form>
      )}
      {reading.separator !== '' && (
        <p class="vals-on">
          {split.on(reading.separator)}{' '}
          <button type="button" class="btn txt" onClick={() => void run(model.values.split(name, ''), said)}>
            {split.off}
          </button>
        </p>
      )}
      {separator && (
        <p class="vals-on">
          {split.hint(separator)}{' '}
          <button
            type="button"
            class="btn s"
            onClick={() => void run(model.values.split(name, separator), said)}
          >
            {split.do(separator)}
          </button>
        </p>
      )}
      {reading.keep ? (
        <p class="vals-on">
          {gather.on}{' '}
          <button
            type="button"
            class="btn txt"
            onClick={() => void run(model.values.gather(name, null), said)}
          >
            {gather.off}
          </button>
        </p>
      ) : (
        lines.values > 4 && (
          <form
            class="vals-form"
            onSubmit={(event) => {
              event.preventDefault();
              void run(model.values.gather(name, Math.max(1, Number(fewest) || 1)), said);
            }}
          >
            <label for={`${id}-g`}>{gather.field}</label>
            <input
              id={`${id}-g`}
              class="in s num"
              type="number"
              min="1"
              value={fewest}
              onInput={(event) => setFewest(event.currentTarget.value)}
            />
            <button type="submit" class="btn s">
              {gather.do}
            </button>
          </form>
        )
      )}
    </div>
  );
}
