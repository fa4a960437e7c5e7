import type { Theme } from '#core/themes/index.ts';
import { words } from '../words.ts';
import type { Hands } from './useHands.ts';

/** The themes that were merged into one, each with the way to take it out again. */
export function Merged({ themes, hands }: { themes: readonly Theme[]; hands: Hands }) {
  return (
    <>
      {themes.map((theme) => (
        <span key={theme.id}>
          {theme.name}{' '}
          <button
            type="button"
            class="btn txt small"
            aria-label={words.takeBackName(theme.name)}
            onClick={() => hands.unmerge(theme)}
          >
            {words.takeBack}
          </button>
        </span>
      ))}
    </>
  );
}
