import { useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { useDeps } from '#pwa/app/deps.ts';
import type { QuarterModel } from '../model.ts';
import { refusalText, words } from '../words.ts';

/** Says on which day week 1 begins. */
export function StartDialog(props: { model: QuarterModel; startsOn: string; close(): void }) {
  const { model, close } = props;
  const deps = useDeps();
  const [day, setDay] = useState(props.startsOn);
  const [wrong, setWrong] = useState('');
  const keep = async () => {
    const moved = await model.moveStart(day);
    if (moved && moved.kind !== 'done') return setWrong(refusalText(moved));
    if (moved) deps.say(words.start.moved(day), { name: words.undo, run: () => void moved.undo() });
    close();
  };
  return (
    <Dialog
      title={words.start.title}
      onClose={close}
      actions={
        <>
          <button type="button" class="btn" onClick={close}>
            {words.start.leave}
          </button>
          <button type="button" class="btn do" onClick={() => void keep()}>
            {words.start.keep}
          </button>
        </>
      }
    >
      <div class="field">
        <label for="quarter-start">{words.start.label}</label>
        <input
          id="quarter-start"
          class="in"
          type="date"
          value={day}
          aria-invalid={wrong !== '' || undefined}
          aria-describedby="quarter-start-hint"
          onInput={(event) => setDay(event.currentTarget.value)}
        />
        <p class={wrong ? 'wrong' : 'hint'} id="quarter-start-hint" role={wrong ? 'alert' : undefined}>
          {wrong || words.start.hint}
        </p>
      </div>
    </Dialog>
  );
}
