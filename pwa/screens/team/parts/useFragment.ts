import { useEffect } from 'preact/hooks';

/**
 * Hands what stands behind the `#` of the address to `take`, now and when a link is opened in this window. When it was
 * wanted it leaves the address bar and this entry of the history at once: it is a secret.
 */
export function useFragment(take: (fragment: string) => boolean): void {
  useEffect(() => {
    const look = () => {
      if (location.hash.length > 1 && take(location.hash))
        history.replaceState(history.state, '', location.pathname + location.search);
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [take]);
}
