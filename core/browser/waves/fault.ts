import type { WaveStoreFault } from '#core/ports/waves.ts';

/** What a failed database call means for a wave. Dexie wraps the browser's errors one or two deep. */
export function faultOf(error: unknown): WaveStoreFault {
  for (let at: unknown = error; at instanceof Object; at = (at as { inner?: unknown }).inner) {
    if ((at as { name?: unknown }).name === 'QuotaExceededError') return { kind: 'quota' };
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: 'unavailable', reason: reason.slice(0, 300) };
}
