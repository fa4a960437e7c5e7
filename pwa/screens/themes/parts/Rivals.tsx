import type { Rival } from '#core/themes/index.ts';
import type { RivalOnPage } from '../page.ts';
import { rivalText } from '../rivalWords.ts';
import { words } from '../words.ts';

/** Competitors under a theme, with how many customers know, weighed or used them. */
export function Rivals(props: { rivals: readonly RivalOnPage[]; onEdit(rival: Rival | 'new'): void }) {
  const { rivals, onEdit } = props;
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{words.page.rivals}</h2>
        <button type="button" class="btn txt" onClick={() => onEdit('new')}>
          {words.page.addRival}
        </button>
      </div>
      {rivals.length === 0 ? (
        <p class="quiet">{words.page.rivalsWhy}</p>
      ) : (
        <ul class="thm-list" aria-label={words.rivalForm.caption}>
          {rivals.map(({ rival: r, row }) => (
            <li key={r.id}>
              <b class="strong">{r.name}</b>
              <span>{r.feature}</span>
              <span class="quiet small">{rivalText(row)}</span>
              <button
                type="button"
                class="btn txt small"
                aria-label={words.rivalForm.edit(r.name)}
                onClick={() => onEdit(r)}
              >
                {words.edit}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
