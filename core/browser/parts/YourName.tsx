import type { ReadonlySignal } from '@preact/signals-core';

/** The member's own name, as others see it. Kept on leaving the field, and said once it is. */
export function YourName(props: {
  words: { label: string; hint: string; kept(name: string): string };
  name: ReadonlySignal<string>;
  rename(typed: string): Promise<void>;
  say(text: string): void;
  /** Beside the looks of any field. */
  class?: string;
}) {
  const { words, name, rename, say } = props;
  const keep = async (typed: string) => {
    if (typed.trim() === name.peek()) return;
    await rename(typed);
    say(words.kept(name.peek()));
  };
  return (
    <label class="field">
      <span class="label">{words.label}</span>
      <input
        class={props.class ? `in ${props.class}` : 'in'}
        autocomplete="name"
        maxLength={80}
        value={name.value}
        onChange={(event) => void keep(event.currentTarget.value)}
      />
      <span class="hint">{words.hint}</span>
    </label>
  );
}
