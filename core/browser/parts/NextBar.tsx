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

/** The next step where it is somewhere else: in short, why, and the link. */
export function NextLink(next: { strong: string; text: string; action: string; href: string }) {
  return (
    <NextBar
      action={
        <a class="btn do" href={next.href}>
          {next.action}
        </a>
      }
    >
      <b class="strong">{next.strong}</b> <span class="quiet">{next.text}</span>
    </NextBar>
  );
}
