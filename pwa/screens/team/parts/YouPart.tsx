import { useDeps, useTools } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

const w = words.you;

/** The name that others see. */
export function YouPart() {
  const { say } = useDeps();
  const { memberName, rename } = useTools();
  const keep = async (typed: string) => {
    if (typed.trim() === memberName.peek()) return;
    await rename(typed);
    say(w.kept(memberName.peek()));
  };
  return (
    <section class="tm-part">
      <h2>{w.title}</h2>
      <label class="field">
        <span class="label">{w.label}</span>
        <input
          class="in tm-name"
          autocomplete="name"
          maxLength={80}
          value={memberName.value}
          onChange={(event) => void keep(event.currentTarget.value)}
        />
        <span class="hint">{w.hint}</span>
      </label>
    </section>
  );
}
