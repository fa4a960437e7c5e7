import { countOf, listOf } from '#core/browser/parts/figures.ts';
import {
  type BookStep,
  categories,
  categoryNames,
  starterThemes,
  theme,
  undoWords,
} from '#core/themes/index.ts';

/**
 * What a step did, as it stands after a name and a colon: "„Tempo“ in „Langsame Seiten“ umbenannt". `find` gives the step that
 * this one takes back, where it is still kept. A step of a newer version is told as a change.
 */
export function stepText(
  step: BookStep,
  nameOf: (id: string) => string,
  find: (id: string) => BookStep | undefined,
): string {
  const themes = step.writes.filter((w) => w.collection === theme.collection);
  const names = themes.map((w) => named(nameOf(w.id) || text(w.now.name), 'ein Thema'));
  const who = names.length > 3 ? countOf(names.length, 'Thema', 'Themen') : listOf([...new Set(names)]);
  const of = who === 'ein Thema' ? 'einem Thema' : who;
  const now = (field: string) => themes.map((w) => w.now[field]).find((v) => v !== undefined);
  switch (step.did) {
    case 'added':
      return `${named(text(now('name')), who)} hinzugefügt`;
    case 'edited':
      return editText(step, who);
    case 'merged':
      return `${who} mit ${other(nameOf(text(now('mergedInto'))))} zusammengeführt`;
    case 'unmerged':
      return `Zusammenführung von ${of} zurückgenommen`;
    case 'nested': {
      const into = text(now('parent'));
      return into === ''
        ? `${who} auf die oberste Ebene gestellt`
        : `${who} unter ${other(nameOf(into))} eingeordnet`;
    }
    case 'moved': {
      const to = categories.find((c) => c === now('category'));
      return `${who} in ${to ? `die Kategorie „${categoryNames[to]}“` : 'eine andere Kategorie'} verschoben`;
    }
    case 'owned': {
      const owner = text(now('owner'));
      return `Zuständigkeit für ${who} ${owner === '' ? 'aufgehoben' : `an ${owner} gegeben`}`;
    }
    case 'ownedCategory':
      return `Zuständigkeit für ${listOf(step.writes.flatMap((w) => categories.filter((c) => c === w.id)).map((c) => `„${categoryNames[c]}“`))} geändert`;
    case 'retired':
      return `${who} stillgelegt`;
    case 'restored':
      return `${who} zurückgeholt`;
    case 'reordered':
      return 'Reihenfolge der Themen geändert';
    case 'split':
      return `${named(text(now('name')), who)} von ${other(nameOf(text(now('splitFrom'))))} abgeteilt`;
    case 'measured':
      return `Kennzahl zu ${named(nameOf(text(step.writes[0]?.now.theme)), 'einem Thema')} notiert`;
    case 'unmeasured':
      return 'Kennzahl entfernt';
    case 'rival': {
      const name = text(step.writes.find((w) => w.now.name !== undefined)?.now.name);
      return name === '' ? 'Wettbewerber eines Themas notiert' : `Wettbewerber ${name} notiert`;
    }
    case undoWords.undo:
    case undoWords.redo: {
      const undone = find(step.undoes);
      const again = step.did === undoWords.redo;
      const first = undone && again ? find(undone.undoes) : undone;
      if (!first) return again ? 'eine Änderung wiederholt' : 'eine Änderung zurückgenommen';
      return `${again ? 'wiederholt' : 'zurückgenommen'}: ${stepText(first, nameOf, find)}`;
    }
    default:
      return 'Codebuch geändert';
  }
}

/** A rename says both names; anything else of a theme is an edit. */
function editText({ writes }: BookStep, who: string): string {
  const write = writes[0];
  const starter = starterThemes.find((t) => t.id === write?.id)?.name ?? '';
  const [from, to] = [text(write?.was.name) || starter, text(write?.now.name)];
  return from !== '' && to !== '' && from !== to ? `„${from}“ in „${to}“ umbenannt` : `${who} bearbeitet`;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const named = (name: string, none: string): string => (name === '' ? none : `„${name}“`);
/** After "mit", "unter", "von". */
const other = (name: string): string => named(name, 'einem anderen Thema');
