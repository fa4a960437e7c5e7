import { themes, useTools } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

export function LookPart() {
  const { theme } = useTools();
  return (
    <section class="set">
      <h2>{words.look.title}</h2>
      <fieldset class="seg">
        <legend class="vh">{words.look.label}</legend>
        {themes.map((t) => (
          <button
            type="button"
            key={t}
            aria-pressed={theme.value === t}
            onClick={() => {
              theme.value = t;
            }}
          >
            {words.look[t]}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
