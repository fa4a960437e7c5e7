import { shownDimension, shownValue } from '#core/segments/index.ts';
import { chooseWords } from '../chooseWords.ts';
import type { Selection, SelectionModel } from '../selection.ts';

/** Most values of one dimension offered here; the map has the others. */
const mostOffered = 60;

/** Another segment for the plan: its value is chosen, and what that changes is shown before it is kept. */
export function AddSegment({ model, addable }: { model: SelectionModel; addable: Selection['addable'] }) {
  const offered = addable.filter(({ values }) => values.length > 0);
  if (offered.length === 0) return null;
  return (
    <select
      class="sel s ppl-add"
      aria-label={chooseWords.quotas.addChoose}
      value=""
      onChange={(event) => {
        const chosen = event.currentTarget.selectedOptions[0];
        const { dimension = '', value = '' } = chosen?.dataset ?? {};
        event.currentTarget.value = '';
        if (dimension) model.addSegment({ dimension, value });
      }}
    >
      <option value="">{chooseWords.quotas.add}</option>
      {offered.map(({ dimension, values }) => (
        <optgroup label={shownDimension(dimension)} key={dimension}>
          {values.slice(0, mostOffered).map((value) => (
            <option
              key={value}
              value={JSON.stringify([dimension, value])}
              data-dimension={dimension}
              data-value={value}
            >
              {shownValue(value)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
