import { type Language, languages } from '#core/model/language.ts';
import { useDeps, useTools } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

/** Each by its own name: who cannot read the language on screen finds theirs. */
const names: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

export function LanguagePart() {
  const { say } = useDeps();
  const { language } = useTools();
  const choose = (wanted: Language) => {
    if (wanted !== language.now) language.choose(wanted).catch(() => say(words.language.unreachable));
  };
  return (
    <section class="set">
      <h2>{words.language.title}</h2>
      <fieldset class="seg">
        <legend class="vh">{words.language.label}</legend>
        {languages.map((l) => (
          <button type="button" key={l} lang={l} aria-pressed={language.now === l} onClick={() => choose(l)}>
            {names[l]}
          </button>
        ))}
      </fieldset>
      <p class="hint">{words.language.hint}</p>
    </section>
  );
}
