import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';

/**
 * A field that is kept when it is left. While somebody types, a change from elsewhere (a colleague, the field before)
 * draws the screen anew and must not overwrite what stands in it; once left, it shows what is kept, so that what was
 * refused or rounded does not stay standing.
 */
export function useTyped(kept: string, keep: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? kept,
    onInput: (event: TargetedEvent<HTMLInputElement>) => setTyped(event.currentTarget.value),
    onChange: (event: TargetedEvent<HTMLInputElement>) => {
      keep(event.currentTarget.value);
      setTyped(null);
    },
  };
}
