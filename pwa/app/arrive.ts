let stop: () => void = () => {};

const headingOf = (content: HTMLElement) => content.querySelector<HTMLElement>('h1') ?? content;

/** On the heading, unless the screen has put the focus somewhere itself. */
function focusHeading(content: HTMLElement): void {
  if (content !== document.activeElement && content.contains(document.activeElement)) return;
  const target = headingOf(content);
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/**
 * A new screen begins at its top with the focus on its heading. A heading that gives way to the real one, once the
 * figures are read, hands the focus on; the first key or touch of the user ends that.
 */
export function arrive(content: HTMLElement): void {
  stop();
  scrollTo(0, 0);
  focusHeading(content);
  let frame = 0;
  const follow = () => {
    const at = document.activeElement;
    if (at === null || at === document.body || at === content) focusHeading(content);
  };
  // with the frame that is due: to put the focus on what was just drawn lays it out, which should happen once
  const watch = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(follow);
  });
  watch.observe(content, { childList: true, subtree: true });
  const end = () => {
    watch.disconnect();
    cancelAnimationFrame(frame);
    removeEventListener('keydown', end, true);
    removeEventListener('pointerdown', end, true);
  };
  addEventListener('keydown', end, true);
  addEventListener('pointerdown', end, true);
  stop = end;
}
