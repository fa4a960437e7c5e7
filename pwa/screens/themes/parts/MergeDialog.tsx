import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { ThemeName } from '#core/browser/parts/marks.tsx';
import type { Theme } from '#core/themes/index.ts';
import type { Row, ThemesModel } from '../model.ts';
import { words } from '../words.ts';

/** Asks which theme stays, and says what will count for it. */
export function MergeDialog(props: {
  model: ThemesModel;
  row: Row;
  /** Answers with why not, or an empty text. */
  onMerge(row: Row, into: Theme): Promise<string>;
  onClose(): void;
}) {
  const { row, model } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [into, setInto] = useState<Theme | null>(null);
  const [wrong, setWrong] = useState('');
  const wanted = text.trim().toLowerCase();
  const others = model.open.value.filter(
    (t) => t.id !== row.theme.id && t.name.toLowerCase().includes(wanted),
  );
  const merge = async (event: Event) => {
    event.preventDefault();
    const target = into ?? (others.length === 1 ? others[0] : undefined);
    if (!target) return setWrong(words.mergeForm.pick);
    const why = await props.onMerge(row, target);
    if (why) setWrong(why);
    else props.onClose();
  };
  return (
    <Dialog
      title={words.mergeForm.title(row.theme.name)}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" class="btn" onClick={props.onClose}>
            {words.mergeForm.cancel}
          </button>
          <button type="submit" form={id} class="btn do">
            {words.mergeForm.go(into?.name ?? '')}
          </button>
        </>
      }
    >
      <form id={id} class="thm-form" onSubmit={(event) => void merge(event)}>
        <input
          class="in"
          type="search"
          autofocus
          value={text}
          placeholder={words.mergeForm.search}
          aria-label={words.mergeForm.search}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setInto(null);
            setWrong('');
          }}
        />
        <fieldset class="thm-into">
          <legend class="vh">{words.mergeForm.list}</legend>
          {others.map((t) => (
            <label key={t.id} class="check">
              <input
                type="radio"
                name={`${id}-into`}
                checked={into?.id === t.id}
                onChange={() => {
                  setInto(t);
                  setWrong('');
                }}
              />
              <ThemeName name={t.name} category={t.category} />
            </label>
          ))}
          {others.length === 0 && <p class="quiet">{words.mergeForm.none}</p>}
        </fieldset>
        <p class={wrong ? 'thm-wrong' : 'quiet'} role="status">
          {wrong ||
            (into ? words.mergeForm.what(row.calls, row.theme.name, into.name) : words.mergeForm.pick)}
        </p>
      </form>
    </Dialog>
  );
}
