import type { CallModel } from '../model.ts';
import { words } from '../words.ts';

/** What can be done with the note that is being edited, for those who do not do it by key. */
export function EditActs({ model }: { model: CallModel }) {
  const { line } = model;
  const acts = [
    { ...words.acts.up, run: () => line.moveBeside(-1) },
    { ...words.acts.down, run: () => line.moveBeside(1) },
    { ...words.acts.split, run: line.split },
    { ...words.acts.join, run: line.join },
    { ...words.acts.remove, run: line.takeAway },
  ];
  return (
    <fieldset class="call-acts" aria-label={words.acts.title}>
      {acts.map(({ name, says, keys, run }) => (
        <button
          type="button"
          key={name}
          aria-label={says}
          title={keys === '' ? says : `${says} (${keys})`}
          // Before the click, which would take the focus, and with it the caret, from the line.
          onPointerDown={(event) => event.preventDefault()}
          onClick={run}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
