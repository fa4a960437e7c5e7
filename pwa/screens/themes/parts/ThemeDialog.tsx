import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { type Category, categories, longestName, type Theme } from '#core/themes/index.ts';
import type { Draft, ThemesModel } from '../model.ts';
import { categoryNames, words } from '../words.ts';

/** Adds a theme, or edits one. A refused name is explained at its field; nothing is saved until it fits. */
export function ThemeDialog(props: {
  model: ThemesModel;
  theme?: Theme;
  /** Answers with why not, or an empty text. */
  onSave(draft: Draft): Promise<string>;
  onClose(): void;
}) {
  const { theme } = props;
  const [draft, setDraft] = useState<Draft>({
    name: theme?.name ?? props.model.search.peek().trim(),
    category: theme?.category ?? 'product',
    definition: theme?.definition ?? '',
  });
  const [wrong, setWrong] = useState('');
  const id = useId();
  const save = async (event: Event) => {
    event.preventDefault();
    const why = await props.onSave(draft);
    if (why) {
      setWrong(why);
      document.getElementById(`${id}-name`)?.focus();
    } else props.onClose();
  };
  return (
    <Dialog
      title={theme ? words.form.editTitle : words.form.addTitle}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" class="btn" onClick={props.onClose}>
            {words.form.cancel}
          </button>
          <button type="submit" form={id} class="btn do">
            {theme ? words.form.save : words.form.create}
          </button>
        </>
      }
    >
      <form id={id} class="thm-form" onSubmit={(event) => void save(event)} noValidate>
        <div class="field">
          <label for={`${id}-name`}>{words.form.name}</label>
          <input
            id={`${id}-name`}
            class="in"
            autofocus
            value={draft.name}
            maxLength={longestName * 2}
            autocomplete="off"
            aria-invalid={wrong ? true : undefined}
            aria-describedby={`${id}-about`}
            onInput={(event) => {
              setDraft({ ...draft, name: event.currentTarget.value });
              setWrong('');
            }}
          />
          <span id={`${id}-about`} class={wrong ? 'wrong' : 'hint'} role={wrong ? 'alert' : undefined}>
            {wrong || words.form.nameHint}
          </span>
        </div>
        <CategoryField
          value={draft.category}
          onPick={(category) => setDraft({ ...draft, category })}
          group={`${id}-category`}
        />
        <div class="field">
          <label for={`${id}-definition`}>{words.form.definition}</label>
          <textarea
            id={`${id}-definition`}
            class="area"
            rows={3}
            maxLength={600}
            aria-describedby={`${id}-hint`}
            value={draft.definition}
            onInput={(event) => setDraft({ ...draft, definition: event.currentTarget.value })}
          />
          <span id={`${id}-hint`} class="hint">
            {words.form.definitionHint}
          </span>
        </div>
      </form>
    </Dialog>
  );
}

function CategoryField(props: { value: Category; group: string; onPick(category: Category): void }) {
  return (
    <fieldset class="thm-cats">
      <legend>{words.form.category}</legend>
      {categories.map((c) => (
        <label key={c} class="check">
          <input
            type="radio"
            name={props.group}
            checked={props.value === c}
            onChange={() => props.onPick(c)}
          />
          <span>
            <span class={`c-${c} cat`} aria-hidden="true">
              #
            </span>{' '}
            {categoryNames[c].title}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
