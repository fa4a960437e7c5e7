import { themeSlug } from './themeIndex.ts';

/**
 * The line with a theme written behind it, where it is no part of what is said. The caret can stay before the space that
 * comes with it: who goes on typing goes on with the sentence.
 */
export function withThemeBehind(line: string, name: string): string {
  const tag = `#${themeSlug(name)}`;
  return line === '' ? tag : `${line} ${tag}`;
}
