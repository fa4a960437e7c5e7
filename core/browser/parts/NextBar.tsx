import type { ComponentChildren } from 'preact';
import { sharedWords } from './words.ts';

/** The one place for the next step: why on the left, the one primary action on the right. */
export function NextBar({ children, action }: { children: ComponentChildren; action: ComponentChildren }) {
  return (
    <section class="nextbar" aria-label={sharedWords.next}>
      <p>{children}</p>
      <span class="acts">{action}</span>
    </section>
  );
}
