import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { localeSpoken } from '#core/browser/parts/figures.ts';
import { type BookStep, mostSteps, takenBackIn } from '#core/themes/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { stepText } from '../historyWords.ts';
import type { ThemesModel } from '../model.ts';
import { words } from '../words.ts';
import type { Hands } from './useHands.ts';

/** Who did what to the codebook, the latest first; one's own changes can be taken back, each alone. */
export function HistoryDialog(props: { model: ThemesModel; hands: Hands; onClose(): void }) {
  const steps = props.model.reading.value?.steps ?? [];
  return (
    <Dialog
      kind="wide"
      title={words.historyForm.title}
      onClose={props.onClose}
      actions={
        <button type="button" class="btn" onClick={props.onClose}>
          {words.historyForm.close}
        </button>
      }
    >
      {steps.length === 0 ? (
        <p class="quiet">{words.historyForm.empty}</p>
      ) : (
        <>
          <Steps model={props.model} steps={steps} hands={props.hands} />
          {steps.length >= mostSteps && <p class="small quiet">{words.historyForm.bound(mostSteps)}</p>}
        </>
      )}
    </Dialog>
  );
}

/** Steps with who made them and when. */
export function Steps(props: { model: ThemesModel; steps: readonly BookStep[]; hands: Hands }) {
  const { session } = useDeps();
  const { model, steps, hands } = props;
  const all = model.reading.value?.steps ?? [];
  const find = (id: string) => all.find((s) => s.id === id);
  const takenBack = takenBackIn(all);
  return (
    <ol class="thm-steps">
      {steps.map((step) => {
        const what = stepText(step, model.nameOf, find);
        const mine = step.by === session.member;
        return (
          <li key={step.id}>
            <span>
              <b class="strong">
                {words.historyForm.by(
                  mine ? words.historyForm.you : step.byName || words.historyForm.somebody,
                )}
              </b>{' '}
              {what}
            </span>
            <time class="small quiet num" dateTime={isoOf(step.at)}>
              {momentOf(step.at)}
            </time>
            {takenBack.has(step.id) ? (
              <span class="small quiet">{words.historyForm.takenBack}</span>
            ) : (
              mine &&
              step.undoes === '' && (
                <button
                  type="button"
                  class="btn txt small"
                  aria-label={`${words.historyForm.takeBack}: ${what}`}
                  onClick={() => hands.takeBack(step.id)}
                >
                  {words.historyForm.takeBack}
                </button>
              )
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** A clock that was badly wrong may have written a moment no calendar has. */
const known = (at: number): boolean => Math.abs(at) <= 8.64e15;
const isoOf = (at: number): string | undefined => (known(at) ? new Date(at).toISOString() : undefined);
const momentOf = (at: number): string =>
  known(at) ? new Date(at).toLocaleString(localeSpoken(), { dateStyle: 'medium', timeStyle: 'short' }) : '';
