import { useEffect, useState } from 'preact/hooks';
import { afterPaint } from './afterPaint.ts';

/**
 * Frames that have been on screen since this part first stood there: 0 at first, up to `last`. A page draws what is in
 * view at once and the rest in later turns, each laid out and painted on its own, so that no key waits for all of it.
 */
export function useTurn(last: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (turn >= last) return;
    // The next turn then adds nothing to this frame.
    return afterPaint(() => setTurn(turn + 1));
  }, [turn, last]);
  return turn;
}
