import type { ComponentChildren } from 'preact';

/** A page for when there is nothing else to show: what happened, what is safe, what to do. */
export function CalmPage({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children?: ComponentChildren;
}) {
  return (
    <main class="page calm">
      <h1>{title}</h1>
      <p class="lede">{text}</p>
      <div class="acts">{children}</div>
    </main>
  );
}
