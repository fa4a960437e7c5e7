import { ThemeName } from '#core/browser/parts/marks.tsx';
import type { InHand } from '../coach.ts';
import { askWords, coachWords as w } from '../coachWords.ts';
import type { CallModel } from '../model.ts';
import { probeWords } from '../words.ts';
import '../coach.css';
import { Beneath } from './Beneath.tsx';
import { Depth } from './Depth.tsx';
import { Parts } from './Parts.tsx';

/** What to ask next for the theme in hand, and what is known of it. */
export function Coach({ model }: { model: CallModel }) {
  const { coach } = model;
  const hand = coach.now.value;
  return (
    <section class="coach" aria-label={w.place}>
      {hand ? (
        <>
          <AskNext hand={hand} model={model} />
          {!coach.isOwnLanguage.value && <p class="quiet small">{w.otherLanguage}</p>}
          <fieldset class="coach-set" disabled={model.watches} aria-label={w.parts(hand.name)}>
            <Parts of={hand} coach={coach} guess={hand.guess} />
            <div class="coach-last">
              <Depth coach={coach} />
              <Beneath hand={hand} coach={coach} />
            </div>
          </fieldset>
        </>
      ) : (
        <p class="quiet small">{w.empty}</p>
      )}
      <p class="vh" role="status">
        {coach.told}
      </p>
    </section>
  );
}

/** Large enough to be read while listening; what is told to the interviewer is not set as something to say. */
function AskNext({ hand, model }: { hand: InHand; model: CallModel }) {
  const { coach } = model;
  const { probe } = hand;
  const isOne = coach.raised.value.length < 2;
  return (
    <div class="coach-ask">
      <p class="small coach-kick">
        <span class="quiet">{askWords(hand.isKnown, probe && probeWords[probe.kind])}</span>
        <ThemeName name={hand.name} category={hand.category} />
      </p>
      <p class={probe?.kind === 'wait' ? 'coach-say quiet' : 'coach-say'} lang={coach.language.value}>
        {probe?.text}
      </p>
      <p class="coach-acts">
        <button type="button" class="btn s" onClick={coach.nextProbe}>
          {w.next} <span class="vh">{w.nextWhat}</span> <kbd>F2</kbd>
        </button>
        <button type="button" class="btn s call-hush" disabled={isOne} onClick={coach.otherTheme}>
          {w.other} <kbd>Shift F2</kbd>
        </button>
      </p>
    </div>
  );
}
