import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { shownDimension } from '#core/segments/index.ts';
import type { SegmentsModel } from '../model.ts';
import { editRefusalText, valuesWords } from '../valuesWords.ts';
import { words } from '../words.ts';
import { DimensionPicker } from './DimensionPicker.tsx';
import { useEdits } from './useEdits.ts';
import { ValuesTable } from './ValuesTable.tsx';
import { WholeDimension } from './WholeDimension.tsx';

interface ValuesDialogProps {
  model: SegmentsModel;
  dimension: string;
  dimensions: readonly string[];
  onDimension(dimension: string): void;
  onClose(): void;
}

/** Renames, merges, bins and hides the values of a dimension. Every edit can be taken back at once. */
export function ValuesDialog({ model, dimension, dimensions, onDimension, onClose }: ValuesDialogProps) {
  const { refused, setRefused, last, setLast, run } = useEdits();
  const lines = model.values.of(dimension);
  return (
    <Dialog title={valuesWords.title(shownDimension(dimension))} kind="wide" onClose={onClose}>
      <p class="quiet">{valuesWords.lede}</p>
      {dimensions.length > 1 && (
        <p class="vals-dim">
          <DimensionPicker
            label={valuesWords.dimension}
            showLabel
            options={dimensions.map((name) => ({ value: name, name: shownDimension(name) }))}
            value={dimension}
            onPick={(name) => {
              setRefused(null);
              setLast(null);
              onDimension(name);
            }}
          />
        </p>
      )}
      {refused && (
        <p class="callout bad" role="alert">
          {editRefusalText(refused)}
        </p>
      )}
      {last && !refused && (
        <p class="callout vals-last" role="status">
          {last.said}{' '}
          <button
            type="button"
            class="btn txt"
            onClick={() => {
              setLast(null);
              void last.undo();
            }}
          >
            {words.views.undo}
          </button>
        </p>
      )}
      {lines && <WholeDimension key={`whole ${dimension}`} model={model} lines={lines} run={run} />}
      {lines && <ValuesTable key={dimension} model={model} lines={lines} run={run} onRefused={setRefused} />}
    </Dialog>
  );
}
