import { readLine } from './line.ts';
import { type ThemeIndex, themeSlug } from './themeIndex.ts';

/**
 * The line with a theme written behind it, where it is no part of what is said, and where the caret goes: it can stay before
 * the space that comes with it, so that who goes on typing goes on with the sentence. Marks before the mark that closes a
 * quotation are marks only while nothing follows it (`"it fails !!"`): there the theme goes in with them.
 */
export function withThemeBehind(
  line: string,
  caret: number,
  name: string,
  themes: ThemeIndex,
): { line: string; caret: number } {
  const tag = `#${themeSlug(name)}`;
  if (line === '') return { line: tag, caret };
  const closing = closingBehindMarks(line, themes);
  const [before, after] = [line.slice(0, line.length - closing), line.slice(line.length - closing)];
  const next = `${closing > 0 ? before.trimEnd() : before} ${tag}${after}`;
  return { line: next, caret: caret > before.length ? caret + next.length - line.length : caret };
}

/**
 * UTF-16 units of the mark that closes a quotation at the end of the line right behind a mark, or a word that would be one
 * without its backslash; 0 for none.
 */
function closingBehindMarks(line: string, themes: ThemeIndex): number {
  const pieces = readLine(line, themes).pieces.filter((p) => p.kind !== 'gap');
  const [before, last] = pieces.slice(-2);
  const isClosed = last?.kind === 'quote' && pieces.filter((p) => p.kind === 'quote').length > 1;
  if (!isClosed || !before || before.kind === 'quote') return 0;
  return before.kind === 'said' && !/(^|\s)\\\S+$/u.test(before.raw) ? 0 : last.raw.length;
}
