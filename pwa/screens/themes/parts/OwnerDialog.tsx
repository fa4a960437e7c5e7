import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { longestOwner } from '#core/themes/index.ts';
import { words } from '../words.ts';

/** Asks who answers for themes or a category. */
export function OwnerDialog(props: {
  title: string;
  hint: string;
  owner: string;
  onSave(owner: string): Promise<string>;
  onClose(): void;
}) {
  const [owner, setOwner] = useState(props.owner);
  const [wrong, setWrong] = useState('');
  const id = useId();
  const save = async (event: Event) => {
    event.preventDefault();
    const why = await props.onSave(owner);
    if (why) setWrong(why);
    else props.onClose();
  };
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" class="btn" onClick={props.onClose}>
            {words.ownerForm.cancel}
          </button>
          <button type="submit" form={id} class="btn do">
            {words.ownerForm.save}
          </button>
        </>
      }
    >
      <form id={id} class="thm-form" onSubmit={(event) => void save(event)}>
        <div class="field">
          <label for={`${id}-owner`}>{words.ownerForm.label}</label>
          <input
            id={`${id}-owner`}
            class="in"
            autofocus
            maxLength={longestOwner}
            autocomplete="off"
            value={owner}
            aria-describedby={`${id}-hint`}
            onInput={(event) => setOwner(event.currentTarget.value)}
          />
          <span id={`${id}-hint`} class={wrong ? 'wrong' : 'hint'} role={wrong ? 'alert' : undefined}>
            {wrong || props.hint}
          </span>
        </div>
      </form>
    </Dialog>
  );
}
