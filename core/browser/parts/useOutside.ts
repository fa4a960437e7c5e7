import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** While something is open: whoever presses or moves the focus outside of its box leaves it. */
export function useOutside(box: RefObject<HTMLElement | null>, open: boolean, leave: () => void): void {
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) leave();
    };
    addEventListener('pointerdown', outside);
    addEventListener('focusin', outside);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('focusin', outside);
    };
  }, [open]);
}
