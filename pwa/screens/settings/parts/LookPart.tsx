import { themes, useTools } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

const w = words.look;

export function LookPart() {
  const { theme } = useTools();
  return (
    <section class="set">
      <h2>{w.title}</h2>
      <fieldset class="seg">
        <legend class="vh">{w.label}</legend>
        {themes.map((t) => (
          <button
            type="button"
            key={t}
            aria-pressed={theme.value === t}
            onClick={() => {
              theme.value = t;
            }}
          >
            {w[t]}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
