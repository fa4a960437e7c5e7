import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { ThemeName } from '#core/browser/parts/marks.tsx';
import type { Theme } from '#core/themes/index.ts';
import type { ThemesModel } from '../model.ts';
import { fitsWords, wordsOf } from '../rows.ts';
import { words } from '../words.ts';

/** What is asked for. */
export interface PickWords {
  title: string;
  search: string;
  list: string;
  pick: string;
  /** A choice of no theme, where there is one. */
  top?: string;
  what(into: Theme | null): string;
  go(into: string): string;
}

/** Asks for one theme among those that can be meant, and says what will become of it. */
export function PickTheme(props: {
  model: ThemesModel;
  asked: PickWords;
  /** Themes that cannot be chosen. */
  without: ReadonlySet<string>;
  /** Answers with why not, or an empty text. */
  onPick(into: Theme | null): Promise<string>;
  onClose(): void;
}) {
  const { model, asked } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [into, setInto] = useState<Theme | null | undefined>(undefined);
  const [wrong, setWrong] = useState('');
  const wanted = wordsOf(text);
  const others = model.open.value.filter((t) => !props.without.has(t.id) && fitsWords(t.name, wanted));
  const choose = (theme: Theme | null) => {
    setInto(theme);
    setWrong('');
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const typed = others.find((t) => t.name.toLowerCase() === text.trim().toLowerCase());
    const target = into !== undefined ? into : (typed ?? (others.length === 1 ? others[0] : undefined));
    if (target === undefined) return setWrong(asked.pick);
    const why = await props.onPick(target);
    if (why) setWrong(why);
    else props.onClose();
  };
  return (
    <Dialog
      title={asked.title}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" class="btn" onClick={props.onClose}>
            {words.pickForm.cancel}
          </button>
          <button type="submit" form={id} class="btn do">
            {into === undefined ? asked.go('') : asked.go(into?.name ?? '')}
          </button>
        </>
      }
    >
      <form id={id} class="thm-form" onSubmit={(event) => void submit(event)}>
        <input
          class="in"
          type="search"
          autofocus
          value={text}
          placeholder={asked.search}
          aria-label={asked.search}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setInto(undefined);
            setWrong('');
          }}
        />
        <fieldset class="thm-into">
          <legend class="vh">{asked.list}</legend>
          {asked.top && wanted.length === 0 && (
            <label class="check">
              <input type="radio" name={`${id}-into`} checked={into === null} onChange={() => choose(null)} />
              {asked.top}
            </label>
          )}
          {others.map((t) => (
            <label key={t.id} class="check">
              <input
                type="radio"
                name={`${id}-into`}
                checked={into?.id === t.id}
                onChange={() => choose(t)}
              />
              <ThemeName name={t.name} category={t.category} />
            </label>
          ))}
          {others.length === 0 && <p class="quiet">{words.pickForm.none}</p>}
        </fieldset>
        <p class={wrong ? 'thm-wrong' : 'quiet'} role="status">
          {wrong || (into === undefined ? asked.pick : asked.what(into))}
        </p>
      </form>
    </Dialog>
  );
}
