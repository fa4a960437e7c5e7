import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import type { Measure, MeasureDraft } from '#core/themes/index.ts';
import { words } from '../words.ts';
import type { Hands } from './useHands.ts';

const fields = ['before', 'after', 'unit', 'since'] as const;

/** Adds a figure of one's own operation, or edits one. */
export function MeasureDialog(props: { theme: string; measure?: Measure; hands: Hands; onClose(): void }) {
  const { measure, hands } = props;
  const id = useId();
  const [opened] = useState<MeasureDraft>({
    what: measure?.what ?? '',
    unit: measure?.unit ?? '',
    before: measure?.before?.toString() ?? '',
    after: measure?.after?.toString() ?? '',
    since: measure?.since ?? '',
  });
  const [draft, setDraft] = useState(opened);
  const [wrong, setWrong] = useState('');
  const set = (more: Partial<MeasureDraft>) => {
    setDraft({ ...draft, ...more });
    setWrong('');
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const why = await hands.keepMeasure(measure?.id ?? '', props.theme, draft, measure ? opened : null);
    if (why) setWrong(why);
    else props.onClose();
  };
  return (
    <Dialog
      title={measure ? words.measureForm.edit : words.measureForm.add}
      onClose={props.onClose}
      actions={
        <>
          {measure && (
            <button
              type="button"
              class="btn txt"
              onClick={() => {
                hands.dropMeasure(measure.id);
                props.onClose();
              }}
            >
              {words.measureForm.drop}
            </button>
          )}
          <button type="button" class="btn" onClick={props.onClose}>
            {words.measureForm.cancel}
          </button>
          <button type="submit" form={id} class="btn do">
            {words.measureForm.save}
          </button>
        </>
      }
    >
      <form id={id} class="thm-form" onSubmit={(event) => void save(event)} noValidate>
        <div class="field">
          <label for={`${id}-what`}>{words.measureForm.what}</label>
          <input
            id={`${id}-what`}
            class="in"
            autofocus
            autocomplete="off"
            maxLength={80}
            value={draft.what}
            aria-describedby={`${id}-hint`}
            onInput={(event) => set({ what: event.currentTarget.value })}
          />
          <span id={`${id}-hint`} class={wrong ? 'wrong' : 'hint'} role={wrong ? 'alert' : undefined}>
            {wrong || words.measureForm.whatHint}
          </span>
        </div>
        <div class="thm-four">
          {fields.map((field) => (
            <div key={field} class="field">
              <label for={`${id}-${field}`}>{words.measureForm[field]}</label>
              <input
                id={`${id}-${field}`}
                class="in"
                inputMode={field === 'before' || field === 'after' ? 'decimal' : 'text'}
                autocomplete="off"
                maxLength={40}
                value={draft[field]}
                onInput={(event) => set({ [field]: event.currentTarget.value })}
              />
            </div>
          ))}
        </div>
      </form>
    </Dialog>
  );
}
