/** What stands on a menu's button, with the mark that it opens. */
export function MenuLabel({ text }: { text: string }) {
  return (
    <span class="drv-menu">
      <span>{text}</span>
      <svg viewBox="0 0 10 6" aria-hidden="true">
        <path d="M1 1l4 4 4-4" stroke="currentColor" stroke-width="1.5" fill="none" />
      </svg>
    </span>
  );
}
