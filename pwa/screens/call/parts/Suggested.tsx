import { useSignal, useSignalEffect } from '@preact/signals';
import { ThemeName } from '#core/browser/parts/marks.tsx';
import type { CallModel } from '../model.ts';
import '../suggested.css';
import { words } from '../words.ts';

/** Describes the capture line, so that a screen reader can ask for it at any time. */
export const suggestedId = 'capture-suggested';

/** A screen reader hears what is suggested once the typing has rested for so long, in milliseconds. */
const rest = 1200;

/**
 * Themes suggested for the line, in the row below it, where the grammar stands otherwise: nothing moves when they come
 * or go. They never take the focus; Tab takes the first, a tap any.
 */
export function Suggested({ model: { suggested } }: { model: CallModel }) {
  const shown = suggested.shown.value;
  return (
    <>
      <p class="call-sug" id={suggestedId}>
        {shown.length > 0 && <span class="quiet">{words.suggested.ask}</span>}
        {shown.map((theme, i) => (
          <button
            key={theme.id}
            type="button"
            tabIndex={-1}
            // Before the click, which would take the focus from the line.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => suggested.take(i)}
          >
            <ThemeName name={theme.name} category={theme.category} />
            {i === 0 && <kbd>Tab</kbd>}
          </button>
        ))}
      </p>
      <Heard suggested={suggested} />
    </>
  );
}

function Heard({ suggested }: Pick<CallModel, 'suggested'>) {
  const said = useSignal('');
  useSignalEffect(() => {
    const names = suggested.shown.value.map(({ name }) => name);
    const taken = suggested.taken.value;
    said.value = taken && words.suggested.taken(taken);
    if (names.length === 0) return;
    const timer = setTimeout(() => {
      said.value = words.suggested.heard(names);
    }, rest);
    return () => clearTimeout(timer);
  });
  return (
    <span class="vh" role="status">
      {said}
    </span>
  );
}
