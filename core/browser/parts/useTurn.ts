import { useEffect, useState } from 'preact/hooks';

/**
 * Frames that have been on screen since this part first stood there: 0 at first, up to `last`. A page draws what is in
 * view at once and the rest in later turns, each laid out and painted on its own, so that no key waits for all of it.
 */
export function useTurn(last: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (turn >= last) return;
    let soon: ReturnType<typeof setTimeout> | undefined;
    // a timer set in a frame comes after its paint; the next turn then adds nothing to that frame
    const frame = requestAnimationFrame(() => {
      soon = setTimeout(() => setTurn(turn + 1));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(soon);
    };
  }, [turn, last]);
  return turn;
}
