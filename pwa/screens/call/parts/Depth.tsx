import { type LadderDepth, ladderDepths } from '#core/guide/index.ts';
import type { Coach } from '../coach.ts';
import { coachWords as w } from '../coachWords.ts';

/** How deep the last answer went, as three rungs; F4 takes the next. */
export function Depth({ coach }: { coach: Coach }) {
  const answer = coach.answer.value;
  if (!answer) return null;
  const depth = answer.note.depth ?? 0;
  return (
    <fieldset class="coach-depth">
      <legend>{w.depth}</legend>
      <span class="coach-rungs">
        {ladderDepths.slice(1).map((rung) => (
          <button
            key={rung}
            type="button"
            class="coach-rung"
            aria-pressed={rung === depth}
            onClick={() => coach.setDepth(rung === depth ? 0 : rung)}
          >
            {w.depths[rung]}
          </button>
        ))}
      </span>
      <kbd>F4</kbd>
    </fieldset>
  );
}

/** On a note: the rungs it reached, with the word. */
export function DepthMark({ depth }: { depth: LadderDepth | undefined }) {
  if (!depth) return null;
  return (
    <span class="coach-depth-mk">
      <i aria-hidden="true">{'↓'.repeat(depth)}</i>
      {w.depths[depth]}
    </span>
  );
}
