import { Menu } from '#core/browser/parts/Menu.tsx';
import { categories, categoryNames } from '#core/themes/index.ts';
import type { ThemesModel } from '../model.ts';
import { words } from '../words.ts';
import type { Hands } from './useHands.ts';

/** What can be done to all that is ticked; it stays in sight while the list is gone through. */
export function BulkBar({ model, hands }: { model: ThemesModel; hands: Hands }) {
  const chosen = model.chosen.value;
  const themes = model.open.value.filter((t) => chosen.has(t.id));
  return (
    <>
      <p class="vh" role="status">
        {themes.length > 0 ? words.bulk.count(themes.length) : ''}
      </p>
      {themes.length > 0 && (
        <section class="thm-bulk" aria-label={words.bulk.name}>
          <b class="strong">{words.bulk.count(themes.length)}</b>
          <span class="acts">
            <button type="button" class="btn s" onClick={() => hands.ask({ kind: 'merge', themes })}>
              {words.bulk.merge}
            </button>
            <button type="button" class="btn s" onClick={() => hands.ask({ kind: 'nest', themes })}>
              {words.bulk.nest}
            </button>
            <Menu
              label={words.bulk.move}
              name={words.bulk.move}
              items={categories.map((c) => ({ name: categoryNames[c], run: () => hands.move(themes, c) }))}
            />
            <button type="button" class="btn s" onClick={() => hands.ask({ kind: 'own', themes })}>
              {words.bulk.own}
            </button>
            <button type="button" class="btn s" onClick={() => hands.retire(themes)}>
              {words.bulk.retire}
            </button>
            <button type="button" class="btn txt" onClick={() => model.choose([...chosen], false)}>
              {words.bulk.none}
            </button>
          </span>
        </section>
      )}
    </>
  );
}
