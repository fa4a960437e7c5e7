import { wholeOf } from '#core/browser/parts/figures.ts';
import { Menu } from '#core/browser/parts/Menu.tsx';
import { BandShape, ThemeName } from '#core/browser/parts/marks.tsx';
import { categoryNames, rarelyAsked } from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import type { Group, Row, ThemesModel } from '../model.ts';
import { aboutRow, byBandText, words } from '../words.ts';
import { Merged } from './Merged.tsx';
import { onRowKey } from './rowKeys.ts';
import type { Hands } from './useHands.ts';

const rare: ReadonlySet<string> = rarelyAsked;

interface Shared {
  model: ThemesModel;
  hands: Hands;
}

/** The themes of one category as a tree, with who answers for them. */
export function ThemeTree({ group, owner, model, hands }: Shared & { group: Group; owner: string }) {
  const name = categoryNames[group.category];
  return (
    <section class="sect thm-sect">
      <div class="sect-h">
        <h2>{name}</h2>
        <span class="small quiet thm-owner">
          {words.owner(owner)}{' '}
          <button
            type="button"
            class="btn txt small"
            aria-label={words.changeOwnerOf(name)}
            onClick={() => hands.ask({ kind: 'ownCategory', category: group.category })}
          >
            {words.changeOwner}
          </button>
        </span>
      </div>
      <Rows rows={group.rows} model={model} hands={hands} depth={0} />
    </section>
  );
}

function Rows({ rows, depth, ...shared }: Shared & { rows: readonly Row[]; depth: number }) {
  return (
    <ul class="thm">
      {rows.map((row) => (
        <Node key={row.theme.id} row={row} depth={depth} {...shared} />
      ))}
    </ul>
  );
}

function Node({ row, depth, model, hands }: Shared & { row: Row; depth: number }) {
  const { theme, parts } = row;
  // What is searched for is never folded away.
  const open = !model.shut.value.has(theme.id) || model.search.value.trim() !== '';
  return (
    <li>
      <div class={row.fits ? 'thm-row' : 'thm-row aside'} style={{ '--depth': Math.min(depth, 4) }}>
        <label class="thm-tick">
          <input
            type="checkbox"
            aria-label={words.tick(theme.name)}
            checked={model.chosen.value.has(theme.id)}
            onChange={(event) => model.choose([theme.id], event.currentTarget.checked)}
          />
        </label>
        <span class="thm-head">
          {parts.length > 0 ? (
            <button
              type="button"
              class="thm-fold"
              aria-expanded={open}
              aria-label={words.fold(theme.name)}
              onClick={() => model.fold(theme.id, open)}
            >
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <path d="M3 1l4 4-4 4" fill="none" stroke="currentColor" stroke-width="1.5" />
              </svg>
            </button>
          ) : (
            <span class="thm-fold" />
          )}
          <button
            type="button"
            class="thm-name"
            data-theme-id={theme.id}
            aria-label={[theme.name, aboutRow(row, rare.has(theme.id))].filter(Boolean).join(', ')}
            aria-keyshortcuts="Enter E M P R S X"
            onClick={() => hands.go(row)}
            onKeyDown={(event) => onRowKey(event, row, model, hands)}
          >
            <ThemeName name={theme.name} category={theme.category} />
          </button>
        </span>
        <Meaning row={row} hands={hands} />
        <Figures row={row} />
        <RowMenu row={row} hands={hands} />
      </div>
      {parts.length > 0 && open && <Rows rows={parts} depth={depth + 1} model={model} hands={hands} />}
    </li>
  );
}

function Meaning({ row, hands }: { row: Row; hands: Hands }) {
  const { theme, merged, owner } = row;
  return (
    <div class={theme.definition ? 'thm-def' : 'thm-def quiet'}>
      <p>
        {theme.definition || words.undefined}
        {theme.fresh && <span class="thm-fresh">{words.fresh}</span>}
        {rare.has(theme.id) && <span class="small quiet">{words.rare}</span>}
      </p>
      {owner.from === 'theme' && <p class="small quiet">{words.owner(owner.owner)}</p>}
      {merged.length > 0 && (
        <p class="thm-merged small quiet">
          {words.alsoCounts}: <Merged themes={merged} hands={hands} />
        </p>
      )}
    </div>
  );
}

/** How many of those held in each band raise it; bands nobody was interviewed in are left out. */
function Figures({ row: { byBand, calls } }: { row: Row }) {
  return (
    <div class={calls === 0 ? 'thm-figs none' : 'thm-figs'}>
      <span class="vh">{byBandText(byBand)}</span>
      {bands
        .filter((b) => byBand[b].n > 0)
        .map((b) => (
          <span key={b} class={byBand[b].k === 0 ? 'num quiet' : 'num'} aria-hidden="true">
            <BandShape band={b} /> {wholeOf(byBand[b].k)}
            <span class="quiet of"> {words.ofHeld(byBand[b].n)}</span>
          </span>
        ))}
    </div>
  );
}

function RowMenu({ row, hands }: { row: Row; hands: Hands }) {
  const themes = [row.theme];
  return (
    <Menu
      end
      label={
        <svg viewBox="0 0 16 4" width="16" height="4" aria-hidden="true">
          <circle cx="2" cy="2" r="1.5" fill="currentColor" />
          <circle cx="8" cy="2" r="1.5" fill="currentColor" />
          <circle cx="14" cy="2" r="1.5" fill="currentColor" />
        </svg>
      }
      name={words.actions(row.theme.name)}
      items={[
        { name: words.open, note: 'Enter', run: () => hands.go(row) },
        { name: words.edit, note: 'E', run: () => hands.ask({ kind: 'edit', row }) },
        { name: words.split, note: 'S', run: () => hands.ask({ kind: 'split', row }) },
        { name: words.merge, note: 'M', run: () => hands.ask({ kind: 'merge', themes }) },
        { name: words.nest, note: 'P', run: () => hands.ask({ kind: 'nest', themes }) },
        { name: words.up, note: 'Alt ↑', run: () => hands.reorder(row, -1) },
        { name: words.down, note: 'Alt ↓', run: () => hands.reorder(row, 1) },
        { name: words.retire, note: 'R', run: () => hands.retire(themes) },
      ]}
    />
  );
}
