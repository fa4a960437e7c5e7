import { useEffect } from 'preact/hooks';

/** Has the clock looked at every half a minute while the screen is up, and at once when it is looked at again. */
export function useClock(tick: () => void): void {
  useEffect(() => {
    const timer = setInterval(tick, 30_000);
    const look = () => {
      if (document.visibilityState === 'visible') tick();
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [tick]);
}
