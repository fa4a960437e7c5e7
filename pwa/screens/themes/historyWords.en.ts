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
 * What a step did, as the rest of a sentence: "renamed Speed to Slow screens". `find` gives the step that this one takes
 * back, where it is still kept. A step of a newer version is told as a change.
 */
export function stepText(
  step: BookStep,
  nameOf: (id: string) => string,
  find: (id: string) => BookStep | undefined,
): string {
  const themes = step.writes.filter((w) => w.collection === theme.collection);
  const names = themes.map((w) => nameOf(w.id) || text(w.now.name) || 'a theme');
  const who = names.length > 3 ? countOf(names.length, 'theme', 'themes') : listOf([...new Set(names)]);
  const now = (field: string) => themes.map((w) => w.now[field]).find((v) => v !== undefined);
  switch (step.did) {
    case 'added':
      return `added ${text(now('name')) || who}`;
    case 'edited':
      return editText(step, who);
    case 'merged':
      return `merged ${who} into ${nameOf(text(now('mergedInto'))) || 'another theme'}`;
    case 'unmerged':
      return `took back the merge of ${who}`;
    case 'nested': {
      const into = text(now('parent'));
      return into === '' ? `put ${who} at the top` : `put ${who} under ${nameOf(into) || 'another theme'}`;
    }
    case 'moved': {
      const to = categories.find((c) => c === now('category'));
      return `moved ${who} to ${to ? categoryNames[to] : 'another category'}`;
    }
    case 'owned':
      return text(now('owner')) === ''
        ? `set no owner for ${who}`
        : `made ${text(now('owner'))} the owner of ${who}`;
    case 'ownedCategory':
      return `set the owner of ${listOf(step.writes.flatMap((w) => categories.filter((c) => c === w.id)).map((c) => categoryNames[c]))}`;
    case 'retired':
      return `retired ${who}`;
    case 'restored':
      return `brought back ${who}`;
    case 'reordered':
      return 'changed the order of themes';
    case 'split':
      return `split ${text(now('name')) || who} from ${nameOf(text(now('splitFrom'))) || 'another theme'}`;
    case 'measured':
      return `noted a figure for ${nameOf(text(step.writes[0]?.now.theme)) || 'a theme'}`;
    case 'unmeasured':
      return 'removed a figure';
    case 'rival':
      return `noted the competitor ${text(step.writes.find((w) => w.now.name !== undefined)?.now.name) || 'of a theme'}`;
    case undoWords.undo:
    case undoWords.redo: {
      const undone = find(step.undoes);
      const again = step.did === undoWords.redo;
      const first = undone && again ? find(undone.undoes) : undone;
      if (!first) return again ? 'made a change again' : 'took a change back';
      return `${again ? 'made again' : 'took back'}: ${stepText(first, nameOf, find)}`;
    }
    default:
      return 'changed the codebook';
  }
}

/** A rename says both names; anything else of a theme is an edit. */
function editText({ writes }: BookStep, who: string): string {
  const write = writes[0];
  const starter = starterThemes.find((t) => t.id === write?.id)?.name ?? '';
  const [from, to] = [text(write?.was.name) || starter, text(write?.now.name)];
  return from !== '' && to !== '' && from !== to ? `renamed ${from} to ${to}` : `edited ${who}`;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
