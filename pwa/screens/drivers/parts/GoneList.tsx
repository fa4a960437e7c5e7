import type { Gone } from '../figures.ts';
import { figureWords } from '../figureWords.ts';
import { words } from '../words.ts';

/** Themes that fell silent since the last cycle. */
export function GoneList({ gone }: { gone: readonly Gone[] }) {
  if (gone.length === 0) return null;
  return (
    <section class="drv-gone">
      <h3>{figureWords.goneTitle}</h3>
      <ul>
        {gone.map((g) => (
          <li key={g.theme}>
            <span class={g.beyondNoise ? 'dot inl' : 'dot inl o'} aria-hidden="true" />
            <b class="strong">{g.name || words.unnamed}</b> <span class="quiet">{figureWords.gone(g)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
