import { useId } from 'preact/hooks';
import { daysToPlan, type Study as Kind, studies } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { chooseWords, studyHint, studyOption } from '../chooseWords.ts';
import type { Selection, SelectionModel } from '../selection.ts';

const rests = [0, 1, 2, 3, 4, 6, 8] as const;
const most = [1, 2, 3, 4] as const;

/** What the selection is for, from which the numbers follow, and how long people are left in peace. */
export function Study({ model, selection }: { model: SelectionModel; selection: Selection }) {
  const { clock } = useDeps();
  const id = useId();
  const { study, rest, closedOn } = selection;
  return (
    <>
      <div class="field">
        <label for={`${id}-study`}>{chooseWords.study.label}</label>
        <select
          id={`${id}-study`}
          class="sel"
          value={study}
          aria-describedby={`${id}-what`}
          onChange={(event) => {
            const chosen = studies.find((s): s is Kind => s === event.currentTarget.value);
            if (chosen) model.setStudy(chosen);
          }}
        >
          {studies.map((s) => (
            <option key={s} value={s}>
              {studyOption(s)}
            </option>
          ))}
        </select>
        <span class="hint" id={`${id}-what`}>
          {studyHint(study, daysToPlan(closedOn, null, clock.now()))}
        </span>
      </div>
      <div class="field">
        <label for={`${id}-rest`}>{chooseWords.study.rest}</label>
        <select
          id={`${id}-rest`}
          class="sel"
          value={String(rest.interviewed)}
          onChange={(event) => model.setRest(Number(event.currentTarget.value))}
        >
          {withCurrent(rests, rest.interviewed).map((n) => (
            <option key={n} value={String(n)}>
              {chooseWords.study.restUnit(n)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-most`}>{chooseWords.study.invitations}</label>
        <select
          id={`${id}-most`}
          class="sel"
          value={String(rest.invitations)}
          aria-describedby={`${id}-why`}
          onChange={(event) => model.setInvitations(Number(event.currentTarget.value))}
        >
          {withCurrent(most, rest.invitations).map((n) => (
            <option key={n} value={String(n)}>
              {n}
            </option>
          ))}
        </select>
        <span class="hint" id={`${id}-why`}>
          {chooseWords.study.restHint}
        </span>
      </div>
    </>
  );
}

/** The choices, with the one in force among them whoever set it. */
const withCurrent = (choices: readonly number[], current: number): number[] =>
  [...new Set([...choices, current])].sort((a, b) => a - b);
