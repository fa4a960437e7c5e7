import type { CallModel } from '../model.ts';
import { words } from '../words.ts';

/** Above the question, only when there is something to say: the call is paused, or somebody else leads it. */
export function Led({ model }: { model: CallModel }) {
  const holder = model.holder.value;
  if (model.watches) return <p class="call-led small">{words.led.watching}</p>;
  if (holder)
    return (
      <p class="call-led small">
        <span class="call-led-text">{words.led.by(holder.name)}</span>
        <button type="button" class="btn s" onClick={model.takeOver}>
          {words.led.takeOver}
        </button>
        {model.strayed.value && (
          <button type="button" class="btn s" onClick={model.follow}>
            {words.led.follow(holder.name)}
          </button>
        )}
      </p>
    );
  if (!model.paused.value) return null;
  return (
    <p class="call-led small">
      <span class="call-led-text">{words.led.paused}</span>
      <button type="button" class="btn s" onClick={model.pause}>
        {words.led.resume} <kbd>Ctrl Shift Space</kbd>
      </button>
    </p>
  );
}
