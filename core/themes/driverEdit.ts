import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { Codebook } from './codebook.ts';
import { type DriverChoice, type DriverText, driverChoice, driverText } from './driverRecords.ts';

/** Longest paragraph, in characters. */
export const longestParagraph = 8000;

/** Makes a note's words those of the driver, or with an empty note leaves the choice to the rule again. */
export function pinQuote(cycle: DocName, theme: string, note: string): Change[] {
  return [driverChoice.put(cycle, theme, { pinned: note })];
}

/** Begins a paragraph. `id` must be new; nobody else's words are touched. */
export function beginParagraph(
  cycle: DocName,
  id: string,
  about: { theme: string; at: number; by: string; byName: string },
  text: string,
): Change[] {
  return [driverText.put(cycle, id, about), ...writeParagraph(cycle, id, text)];
}

/** Writes a paragraph as it now stands; what another device writes into it meanwhile is merged by character. */
export function writeParagraph(cycle: DocName, id: string, text: string): Change[] {
  return [{ kind: 'editText', doc: cycle, collection: driverText.collection, id, field: 'text', text }];
}

/**
 * Puts the second paragraph behind the first and empties it. It is not removed: what somebody else writes into it meanwhile
 * stands on its own again.
 */
export function joinParagraphs(cycle: DocName, first: DriverText, second: DriverText): Change[] {
  const text = [first.text.trimEnd(), second.text.trim()].filter(Boolean).join('\n\n');
  return [...writeParagraph(cycle, first.id, text), ...writeParagraph(cycle, second.id, '')];
}

/** The paragraphs about each theme, those of themes merged into it too; the eldest first. Empty ones are left out. */
export function paragraphsByTheme(
  texts: readonly DriverText[],
  codebook: Codebook,
): ReadonlyMap<string, readonly DriverText[]> {
  const written = texts
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return Map.groupBy(written, ({ theme }) => codebook.resolve(theme));
}

/** The note pinned to each theme; a theme's own choice before that of one merged into it. */
export function pinsByTheme(
  choices: readonly DriverChoice[],
  codebook: Codebook,
): ReadonlyMap<string, string> {
  const pins = new Map<string, string>();
  const pinned = choices.filter((choice) => choice.pinned !== '').sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, pinned: note } of pinned) {
    const theme = codebook.resolve(id);
    if (theme === id || !pins.has(theme)) pins.set(theme, note);
  }
  return pins;
}
