import { useState } from 'preact/hooks';
import { StandingLine } from '#core/browser/parts/StandingLine.tsx';
import { useFrame } from './frame.ts';
import { saveTrouble, syncTrouble, words } from './words.ts';

/** Quiet lines beneath the top bar that stay while they are true: trouble first, then what goes on, then the invented company. */
export function Strips({ trouble: onlyTrouble }: { trouble: boolean }) {
  const frame = useFrame();
  const { state } = frame.deps;
  const trouble = [saveTrouble(state.save.value), syncTrouble(state.sync.value)].filter(Boolean);
  const invented = frame.tools.company.present.value;
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    await frame.tools.company.remove();
    frame.deps.say(words.removedInvented);
    frame.deps.go('/');
    setBusy(false);
  };
  const made =
    invented && !onlyTrouble
      ? { text: words.invented(invented), action: { name: words.removeInvented, run: () => void remove() } }
      : null;
  const lines = [...(frame.deps.troubles?.value ?? []), frame.standing.value, made].filter(
    (line) => line !== null,
  );
  const counting = onlyTrouble ? null : frame.counting.value;
  if (trouble.length + lines.length === 0 && !counting) return null;
  return (
    <aside aria-label={words.standing}>
      {trouble.map((text) => (
        <p key={text} class="strip-line trouble" role="alert">
          {text}
        </p>
      ))}
      {counting && <p class="strip-line num">{words.readAgain(counting.done, counting.all)}</p>}
      {lines.map((line) => (
        <StandingLine key={line.text} line={line} busy={busy} />
      ))}
    </aside>
  );
}
