import type { TeamModel } from '../model.ts';
import { refusalWords, words } from '../words.ts';

/** The field for the set-up link, with what came of it. */
export function KeyField({ model }: { model: TeamModel }) {
  const wrong = wrongOf(model);
  const hint = model.given.value ? words.share.given : words.share.hint;
  return (
    <div class="field">
      <label for="set-up-link">{words.share.label}</label>
      <input
        id="set-up-link"
        class="in"
        type="password"
        autocomplete="off"
        spellcheck={false}
        value={model.typed.value}
        aria-invalid={wrong !== ''}
        aria-describedby="set-up-hint"
        onInput={(event) => model.type(event.currentTarget.value)}
      />
      <span id="set-up-hint" class={wrong ? 'wrong' : 'hint'} role={wrong ? 'alert' : undefined}>
        {wrong || hint}
      </span>
    </div>
  );
}

function wrongOf({ sharing }: TeamModel): string {
  const now = sharing.value;
  if (now.kind === 'noKey') return now.typed ? words.share.unfit : words.share.missing;
  return now.kind === 'refused' ? refusalWords(now.why) : '';
}
