const step = 40;
const slack = 4;

/** Lets the user move the handle up and down its edge of the page, by pointer or arrow keys. */
export function movable(host: HTMLElement, grip: HTMLElement): void {
  let up = 96;
  let dragged = false;
  const place = (next: number) => {
    up = Math.max(8, Math.min(next, window.innerHeight - 60));
    host.style.setProperty('--up', `${up}px`);
  };
  grip.addEventListener('pointerdown', (down) => {
    if (!down.isTrusted || down.button !== 0) return;
    const [from, startedAt] = [up, down.clientY];
    dragged = false;
    const drag = new AbortController();
    grip.setPointerCapture(down.pointerId);
    grip.addEventListener(
      'pointermove',
      (move) => {
        const by = startedAt - move.clientY;
        if (Math.abs(by) > slack) dragged = true;
        if (dragged) place(from + by);
      },
      { signal: drag.signal },
    );
    const stop = () => drag.abort();
    grip.addEventListener('pointerup', stop, { signal: drag.signal });
    grip.addEventListener('pointercancel', stop, { signal: drag.signal });
  });
  // The click that ends a drag opens nothing.
  grip.addEventListener(
    'click',
    (event) => {
      if (dragged) event.stopImmediatePropagation();
      dragged = false;
    },
    { capture: true },
  );
  grip.addEventListener('keydown', (event) => {
    if (!event.isTrusted || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    place(up + (event.key === 'ArrowUp' ? step : -step));
  });
}
