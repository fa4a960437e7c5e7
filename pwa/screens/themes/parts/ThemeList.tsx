import { Menu } from '#core/browser/parts/Menu.tsx';
import { ThemeName } from '#core/browser/parts/marks.tsx';
import { rarelyAsked } from '#core/themes/index.ts';
import type { Group, Row } from '../model.ts';
import { aboutRow, categoryNames, words } from '../words.ts';
import type { Hands } from './useHands.ts';

const rare: ReadonlySet<string> = rarelyAsked;

/** The themes of one category, those raised most first. */
export function ThemeList({ group, hands }: { group: Group; hands: Hands }) {
  const { title, owner } = categoryNames[group.category];
  return (
    <section class="sect thm-sect">
      <div class="sect-h">
        <h2>{title}</h2>
        <span class="small quiet">{owner}</span>
      </div>
      <ul class="thm">
        {group.rows.map((row) => (
          <Line key={row.theme.id} row={row} hands={hands} />
        ))}
      </ul>
    </section>
  );
}

function Line({ row, hands }: { row: Row; hands: Hands }) {
  const { theme, calls, merged } = row;
  const about = aboutRow(row, rare.has(theme.id));
  return (
    <li>
      <button
        type="button"
        class="thm-name"
        aria-label={[theme.name, about].filter(Boolean).join(', ')}
        aria-keyshortcuts="Enter M R"
        onClick={() => hands.ask({ kind: 'edit', row })}
        onKeyDown={(event) => onKey(event, row, hands)}
      >
        <ThemeName name={theme.name} category={theme.category} />
      </button>
      <p class={theme.definition ? 'thm-def' : 'thm-def quiet'}>
        {theme.definition || words.undefined}
        {theme.fresh && <span class="thm-fresh">{words.fresh}</span>}
        {rare.has(theme.id) && <span class="small quiet">{words.rare}</span>}
        {merged.length > 0 && <Merged row={row} hands={hands} />}
      </p>
      <span class="thm-n num">{words.calls(calls)}</span>
      <Menu
        end
        label={
          <svg viewBox="0 0 16 4" width="16" height="4" aria-hidden="true">
            <circle cx="2" cy="2" r="1.5" fill="currentColor" />
            <circle cx="8" cy="2" r="1.5" fill="currentColor" />
            <circle cx="14" cy="2" r="1.5" fill="currentColor" />
          </svg>
        }
        name={words.actions(theme.name)}
        items={[
          { name: words.edit, note: 'Enter', run: () => hands.ask({ kind: 'edit', row }) },
          { name: words.merge, note: 'M', run: () => hands.ask({ kind: 'merge', row }) },
          { name: words.retire, note: 'R', run: () => hands.retire(row) },
        ]}
      />
    </li>
  );
}

function Merged({ row, hands }: { row: Row; hands: Hands }) {
  return (
    <span class="thm-merged small quiet">
      {words.alsoCounts}:{' '}
      {row.merged.map((m) => (
        <span key={m.id} class="nb">
          {m.name}{' '}
          <button
            type="button"
            class="btn txt small"
            aria-label={words.takeBackName(m.name)}
            onClick={() => hands.unmerge(m)}
          >
            {words.takeBack}
          </button>
        </span>
      ))}
    </span>
  );
}

function onKey(event: KeyboardEvent, row: Row, hands: Hands): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      step(event.currentTarget as HTMLElement, event.key === 'ArrowDown' ? 1 : -1);
      break;
    case 'm':
    case 'M':
      hands.ask({ kind: 'merge', row });
      break;
    case 'r':
    case 'R':
      // the line goes: the focus goes on to the next one, not to the top of the page
      step(event.currentTarget as HTMLElement, 1);
      hands.retire(row);
      break;
    default:
      return;
  }
  event.preventDefault();
}

function step(from: HTMLElement, by: 1 | -1): void {
  const names = [...(from.closest('main')?.querySelectorAll<HTMLElement>('.thm-name') ?? [])];
  const at = names.indexOf(from);
  (names[at + by] ?? names[at - by])?.focus();
}
