import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * The address stays "/people" when the draw gives way to the roster, so the frame does not move the focus. Where the
 * button that was pressed is gone, the heading of the new page takes it.
 */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return heading;
}
