import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import {
  type Category,
  categories,
  categoryNames,
  longestName,
  longestOwner,
  ownerOf,
  usualOwners,
} from '#core/themes/index.ts';
import type { Draft, Row, ThemesModel } from '../model.ts';
import { words } from '../words.ts';

/** Adds a theme, or edits one. A refused name is explained at its field; nothing is saved until it fits. */
export function ThemeDialog(props: {
  model: ThemesModel;
  row?: Row;
  /** Answers with why not, or an empty text. */
  onSave(draft: Draft, opened: Draft): Promise<string>;
  onClose(): void;
}) {
  const { model } = props;
  const theme = props.row?.theme;
  const on = model.reading.peek();
  const [opened] = useState<Required<Draft>>({
    name: theme?.name ?? model.search.peek().trim(),
    category: theme?.category ?? 'product',
    definition: theme?.definition ?? '',
    owner: theme?.owner ?? '',
    parent: (theme && on?.tree.parentOf(theme.id)) ?? '',
    trigger: theme?.trigger ?? '',
  });
  const [draft, setDraft] = useState(opened);
  const above = on?.book.all.get(draft.parent);
  const beneath = new Set(theme ? on?.tree.under(theme.id) : []);
  const inherited = on ? ownerOf(on.book, on.tree, on.owners, draft.parent) : null;
  const usual = above ? (inherited?.owner ?? '') : on?.owners[draft.category] || usualOwners[draft.category];
  const [wrong, setWrong] = useState('');
  const id = useId();
  const save = async (event: Event) => {
    event.preventDefault();
    const why = await props.onSave(draft, opened);
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
        <div class="field">
          <label for={`${id}-parent`}>{words.form.parent}</label>
          <select
            id={`${id}-parent`}
            class="sel"
            value={draft.parent}
            aria-describedby={`${id}-parent-hint`}
            onChange={(event) => setDraft({ ...draft, parent: event.currentTarget.value })}
          >
            <option value="">{words.form.noParent}</option>
            {model.open.value
              .filter((t) => !beneath.has(t.id))
              .map((t) => (
                <option key={t.id} value={t.id}>
                  {t.name}
                </option>
              ))}
          </select>
          <span id={`${id}-parent-hint`} class="hint">
            {words.form.parentHint}
          </span>
        </div>
        {!above && (
          <CategoryField
            value={draft.category}
            onPick={(category) => setDraft({ ...draft, category })}
            group={`${id}-category`}
          />
        )}
        <div class="field">
          <label for={`${id}-owner`}>{words.form.owner}</label>
          <input
            id={`${id}-owner`}
            class="in"
            value={draft.owner}
            maxLength={longestOwner}
            autocomplete="off"
            aria-describedby={`${id}-owner-hint`}
            onInput={(event) => setDraft({ ...draft, owner: event.currentTarget.value })}
          />
          <span id={`${id}-owner-hint`} class="hint">
            {words.form.ownerHint(usual)}
          </span>
        </div>
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
        {theme && (
          <div class="field">
            <label for={`${id}-trigger`}>{words.form.trigger}</label>
            <input
              id={`${id}-trigger`}
              class="in"
              value={draft.trigger}
              maxLength={200}
              autocomplete="off"
              aria-describedby={`${id}-trigger-hint`}
              onInput={(event) => setDraft({ ...draft, trigger: event.currentTarget.value })}
            />
            <span id={`${id}-trigger-hint`} class="hint">
              {words.form.triggerHint}
            </span>
          </div>
        )}
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
            {categoryNames[c]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
