import { wholeOf } from '#core/browser/parts/figures.ts';
import type { Row } from '../model.ts';
import { words } from '../words.ts';
import type { Hands } from './useHands.ts';

/** Themes no longer offered; they come back by one press. */
export function Retired({ rows, hands }: { rows: readonly Row[]; hands: Hands }) {
  return (
    <section class="sect">
      <details>
        <summary class="thm-retired">
          <h2>{words.retiredTitle}</h2> <span class="quiet num">{wholeOf(rows.length)}</span>
        </summary>
        <p class="quiet">{words.retiredWhy}</p>
        <ul class="thm-gone">
          {rows.map((row) => (
            <li key={row.theme.id}>
              <span>{row.theme.name}</span>
              <p class="thm-def quiet">{row.theme.definition}</p>
              <span class="thm-n num">{words.calls(row.calls)}</span>
              <button
                type="button"
                class="btn txt"
                aria-label={words.restoreName(row.theme.name)}
                onClick={() => hands.restore(row)}
              >
                {words.restore}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
