import { useLayoutEffect, useRef } from 'preact/hooks';
import { ThemeName } from '#core/browser/parts/marks.tsx';
import type { Coach, InHand } from '../coach.ts';
import { coachWords as w } from '../coachWords.ts';
import type { Mechanism } from '../mechanism.ts';

/** The drivers beneath the one in hand, and the way to name another. */
export function Beneath({ hand, coach }: { hand: InHand; coach: Coach }) {
  return (
    <div class="coach-beneath">
      <Roots of={hand} coach={coach} />
      {coach.choices.value ? (
        <Choose hand={hand} coach={coach} />
      ) : (
        <p>
          {hand.causeSaid && <span>{w.becauseCause} </span>}
          <button type="button" class="btn s call-hush" onClick={() => coach.choose(true)}>
            {w.choose} <kbd>Shift F4</kbd>
          </button>
        </p>
      )}
    </div>
  );
}

/** "Because of #ownership", each with the way to take it back. */
export function Roots({ of, coach }: { of: Mechanism; coach: Coach }) {
  if (of.roots.length === 0) return null;
  return (
    <ul class="coach-roots">
      {of.roots.map((root) => (
        <li key={root.id}>
          <span class="quiet">{w.because}</span> <ThemeName name={root.name} category={root.category} />
          <button
            type="button"
            class="btn icon"
            title={w.takeBack(root.name)}
            onClick={() => coach.notBeneath(of.id, root.id)}
          >
            <span aria-hidden="true">×</span>
            <span class="vh">{w.takeBack(root.name)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Themes by number. The focus is here while one is chosen and goes back to the line behind it. */
function Choose({ hand, coach }: { hand: InHand; coach: Coach }) {
  const box = useRef<HTMLFieldSetElement>(null);
  const choices = coach.choices.value ?? [];
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
    return () => before instanceof HTMLElement && before.focus({ preventScroll: true });
  }, []);
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
    if (choice) coach.beneath(choice.id);
    else if (event.key === 'Escape') coach.choose(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset class="coach-choose" ref={box} tabIndex={-1} data-own-keys onKeyDown={key}>
      <legend>{w.chooseTitle(hand.name)}</legend>
      {choices.length > 0 ? (
        <p class="quiet small">
          <span class="hide-s">{w.chooseKeys} </span>
          {w.chooseOther}
        </p>
      ) : (
        <p class="quiet small">{w.chooseNone}</p>
      )}
      <ol class="call-choices">
        {choices.map((theme, i) => (
          <li key={theme.id}>
            <button type="button" onClick={() => coach.beneath(theme.id)}>
              <kbd>{i + 1}</kbd>
              <ThemeName name={theme.name} category={theme.category} />
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="btn s" onClick={() => coach.choose(false)}>
        {w.leave} <kbd>Esc</kbd>
      </button>
    </fieldset>
  );
}
