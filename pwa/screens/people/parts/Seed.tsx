import { useId } from 'preact/hooks';
import type { SelectionModel } from '../selection.ts';
import { words } from '../words.ts';

/** What chance starts from: shown, changeable, and enough to repeat the draw. */
export function Seed({ model, seed }: { model: SelectionModel; seed: string }) {
  const id = useId();
  return (
    <div class="field ppl-seed">
      <label for={id}>{words.seed.label}</label>
      <span class="ppl-seed-row">
        <input
          id={id}
          class="in"
          value={seed}
          maxLength={64}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          onChange={(event) => model.setSeed(event.currentTarget.value)}
        />
        <button type="button" class="btn" onClick={model.drawAgain}>
          {words.seed.again}
        </button>
      </span>
      <span class="hint" id={`${id}-hint`}>
        {words.seed.hint}
      </span>
    </div>
  );
}
