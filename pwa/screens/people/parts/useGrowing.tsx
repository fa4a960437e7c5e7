import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Rows drawn at first, and as many again each time the end comes near. */
const portion = 60;

/**
 * The part of a long list that is worth drawing: what is in sight and some more. It grows as the end comes near, so that
 * 500 people are there at once and all of them can be reached by scrolling or by keyboard.
 */
export function useGrowing<T>(items: readonly T[]): { shown: readonly T[]; end: ComponentChildren } {
  const [most, setMost] = useState(portion);
  const end = useRef<HTMLDivElement>(null);
  const isLong = items.length > most;
  useEffect(() => {
    if (!isLong || !end.current) return;
    const near = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) setMost((n) => n + portion);
      },
      { rootMargin: '1200px' },
    );
    near.observe(end.current);
    return () => near.disconnect();
  }, [isLong, most]);
  return {
    shown: isLong ? items.slice(0, most) : items,
    end: isLong ? <div ref={end} aria-hidden="true" /> : null,
  };
}
