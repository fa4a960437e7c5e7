import { signal } from '@preact/signals';
import type { Area } from '#core/guide/index.ts';
import { areas } from '#core/guide/index.ts';
import type { CallModel } from '../model.ts';

/** Where the note that is dragged would go: before another one (null: last), or to an area. */
export type Drop = { before: string | null } | { area: Area };

/** The note under way and where it would go; null while none is. */
export const dragged = signal<{ note: string; drop: Drop | null } | null>(null);

/** A finger or a mouse that moves less than this only presses, px. */
const least = 6;

/**
 * Drags a note by its time, with mouse, pen or finger: among the others to move it, onto an area of the line at the top to
 * file it there. Escape, or letting go elsewhere, leaves it where it was.
 */
export function startDrag(
  event: PointerEvent & { currentTarget: HTMLElement },
  note: string,
  model: CallModel,
) {
  if (event.button !== 0 || model.watches) return;
  const handle = event.currentTarget;
  const ended = new AbortController();
  const on = { signal: ended.signal };
  // From the first: a quick hand has left the time before it has moved twice.
  handle.setPointerCapture(event.pointerId);
  const move = (at: PointerEvent) => {
    if (!dragged.value && Math.hypot(at.clientX - event.clientX, at.clientY - event.clientY) < least) return;
    dragged.value = { note, drop: dropAt(at) };
  };
  const end = (carryOut: boolean) => {
    ended.abort();
    const drop = dragged.value?.drop;
    if (dragged.value) swallowClick(handle);
    dragged.value = null;
    if (!carryOut || !drop) return;
    if ('area' in drop) model.keeper.file(note, { area: drop.area, question: '' });
    else if (drop.before !== note) model.keeper.move(note, drop.before);
  };
  handle.addEventListener('pointermove', move, on);
  handle.addEventListener('pointerup', () => end(true), on);
  handle.addEventListener('pointercancel', () => end(false), on);
  addEventListener('keydown', (key) => key.key === 'Escape' && end(false), on);
}

/** The click that ends a drag opens nothing. */
function swallowClick(handle: HTMLElement): void {
  const stop = (click: Event) => click.stopPropagation();
  handle.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => handle.removeEventListener('click', stop, { capture: true }));
}

function dropAt({ clientX, clientY }: PointerEvent): Drop | null {
  const under = document.elementFromPoint(clientX, clientY);
  const area = areas.find((a) => a === under?.closest<HTMLElement>('[data-area]')?.dataset.area);
  if (area) return { area };
  const line = under?.closest<HTMLElement>('[data-note]');
  if (!line) return under?.closest('.nl') ? { before: null } : null;
  const box = line.getBoundingClientRect();
  const next = line.nextElementSibling;
  if (clientY < box.top + box.height / 2) return { before: line.dataset.note ?? null };
  return { before: next instanceof HTMLElement ? (next.dataset.note ?? null) : null };
}
