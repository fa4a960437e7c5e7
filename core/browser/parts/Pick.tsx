import type { ComponentChildren } from 'preact';
import './pick.css';

/** The choice, what is taken, and what to do when another is. */
export interface PickProps<T extends string> {
  /** What is chosen: "Band", "Order". Read out, not shown. */
  label: string;
  options: readonly { value: T; name: ComponentChildren }[];
  value: T;
  onPick(value: T): void;
}

/** A choice of a few, all in sight, one of them taken. */
export function Pick<T extends string>({ label, options, value, onPick }: PickProps<T>) {
  return (
    <fieldset class="pick">
      <legend class="vh">{label}</legend>
      {options.map((o) => (
        <button type="button" key={o.value} aria-pressed={o.value === value} onClick={() => onPick(o.value)}>
          {o.name}
        </button>
      ))}
    </fieldset>
  );
}
