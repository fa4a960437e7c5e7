import { useEffect, useMemo, useState } from 'preact/hooks';

/**
 * A screen's model, disposed when the screen is left, and the way to make it again from the start, for what could not be
 * opened. Another `about` (whom or what the screen is about) makes another model.
 */
export function useModel<D, M extends { dispose(): void }>(
  make: (deps: D, about: string) => M,
  deps: D,
  about = '',
): readonly [model: M, again: () => void] {
  const [round, setRound] = useState(0);
  const model = useMemo(() => make(deps, about), [deps, about, round]);
  useEffect(() => model.dispose, [model]);
  return [model, () => setRound((n) => n + 1)];
}
