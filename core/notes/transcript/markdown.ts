const tag =
  /<\/?(?:a|abbr|b|blockquote|br|code|del|div|em|hr|i|img|li|mark|ol|p|s|small|span|strong|sub|sup|u|ul)(?=[\s/>])[^<>]{0,2000}>/gi;

/**
 * The words of a line of markdown: emphasis, links, headings and HTML tags are read and taken out. Everything else stays as
 * it is. Takes time in proportion to the length.
 */
export function wordsOfMarkdown(line: string): string {
  return line
    .replace(/^#{1,6}\s+/, '')
    .replace(/<(https?:[^<>\s]{1,2000})>/gi, '$1')
    .replace(tag, '')
    .replace(/!?\[([^[\]\n]{1,500})\]\([^()\s]{1,2000}\)/g, '$1')
    .replace(/\*\*|(?<![\p{L}\p{N}_])__|__(?![\p{L}\p{N}_])/gu, '')
    .replace(/(?<![\p{L}\p{N}*])\*([^*\s][^*\n]{0,2000})\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/**
 * The lines behind a block of facts about the file between two `---`, which markdown files often begin with. A block in which
 * anything else stands, or somebody who goes on speaking behind it, is part of the talk between two rules.
 */
export function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (lines[first]?.trim() !== '---') return lines;
  const end = lines.slice(first + 1, first + 200).findIndex((line) => /^(---|\.\.\.)\s*$/.test(line));
  if (end < 0) return lines;
  const behind = lines.slice(first + 1 + end + 1);
  return isFacts(lines.slice(first + 1, first + 1 + end), behind) ? behind : lines;
}

/** `key: value`, lists and lines set in beneath a key, remarks; each key once, as YAML has it. */
function isFacts(block: readonly string[], behind: readonly string[]): boolean {
  const own = block.filter((line) => line.trim() !== '' && !/^(\s|#|- )/.test(line));
  const keys = own.map((line) => /^([\p{L}_][\p{L}\p{N}_ -]{0,40}):(\s|$)/u.exec(line)?.[1] ?? '');
  const speaks = (key: string) => behind.some((line) => line.startsWith(`${key}:`));
  return new Set(keys).size === keys.length && keys.every((key) => key !== '' && !speaks(key));
}
