import { useId } from 'preact/hooks';
import { chooseWords } from '../chooseWords.ts';
import type { SelectionModel } from '../selection.ts';
import { useTyped } from './useTyped.ts';

/** What chance starts from: shown, changeable, and enough to repeat the draw. */
export function Seed({ model, seed }: { model: SelectionModel; seed: string }) {
  const id = useId();
  const field = useTyped(seed, model.setSeed);
  return (
    <div class="field ppl-seed">
      <label for={id}>{chooseWords.seed.label}</label>
      <span class="ppl-seed-row">
        <input
          id={id}
          class="in"
          maxLength={64}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          {...field}
        />
        <button type="button" class="btn" onClick={model.drawAgain}>
          {chooseWords.seed.again}
        </button>
      </span>
      <span class="hint" id={`${id}-hint`}>
        {chooseWords.seed.hint}
      </span>
    </div>
  );
}
