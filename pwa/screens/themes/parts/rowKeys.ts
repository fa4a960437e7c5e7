import type { Theme } from '#core/themes/index.ts';
import type { Row, ThemesModel } from '../model.ts';
import type { Hands } from './useHands.ts';

/** The keys of a line. What is ticked goes together: M, P and R mean all of it when the line is one of those. */
export function onRowKey(event: KeyboardEvent, row: Row, model: ThemesModel, hands: Hands): void {
  if (event.ctrlKey || event.metaKey) return;
  const from = event.currentTarget as HTMLElement;
  const themes = themesMeant(row, model);
  const id = row.theme.id;
  switch (event.altKey ? `Alt ${event.key}` : event.key.toLowerCase()) {
    case 'arrowdown':
    case 'arrowup': {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      if (event.shiftKey) model.choose([id], true);
      const next = step(from, by);
      if (event.shiftKey && next) model.choose([next], true);
      break;
    }
    case 'arrowleft':
    case 'arrowright':
      model.fold(id, event.key === 'ArrowLeft');
      break;
    case 'Alt ArrowUp':
      hands.reorder(row, -1);
      break;
    case 'Alt ArrowDown':
      hands.reorder(row, 1);
      break;
    case 'x':
      model.choose([id], !model.chosen.peek().has(id));
      break;
    case 'e':
      hands.ask({ kind: 'edit', row });
      break;
    case 's':
      hands.ask({ kind: 'split', row });
      break;
    case 'm':
      hands.ask({ kind: 'merge', themes });
      break;
    case 'p':
      hands.ask({ kind: 'nest', themes });
      break;
    case 'r':
      // The line goes: the focus goes on to the next one, not to the top of the page.
      step(from, 1);
      hands.retire(themes);
      break;
    default:
      return;
  }
  event.preventDefault();
}

/** The ticked themes when the line is one of them, else its own. */
function themesMeant(row: Row, model: ThemesModel): readonly Theme[] {
  const chosen = model.chosen.peek();
  if (!chosen.has(row.theme.id)) return [row.theme];
  return model.open.peek().filter((t) => chosen.has(t.id));
}

/** Moves the focus among the names; gives the theme that has it now. */
function step(from: HTMLElement, by: 1 | -1): string | undefined {
  const names = [...(from.closest('main')?.querySelectorAll<HTMLElement>('.thm-name') ?? [])];
  const at = names.indexOf(from);
  const next = names[at + by] ?? names[at - by];
  next?.focus();
  return next?.dataset.themeId;
}
