import type { ComponentChildren } from 'preact';

/** The one place for the next step: why on the left, the one primary action on the right. */
export function NextBar({ children, action }: { children: ComponentChildren; action: ComponentChildren }) {
  return (
    <section class="nextbar" aria-label="Next step">
      <p>{children}</p>
      <span class="acts">{action}</span>
    </section>
  );
}
