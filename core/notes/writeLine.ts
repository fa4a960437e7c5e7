import { isSign, leads, type ReadLine, readLine, type TagRead, withoutSlashes } from './line.ts';
import { rivalIn } from './people.ts';
import { withQuoteEscapes } from './quotes.ts';
import { looksTagged } from './tag.ts';
import { nameSlug, noNames, type ThemeIndex, themeSlug, typedName } from './themeIndex.ts';

/** What a line is made of, without its pieces. */
export type Captured = Omit<ReadLine, 'pieces' | 'people' | 'unnamed'> & Partial<Pick<ReadLine, 'people'>>;

/**
 * The line that reads as this note, for editing it where it was typed: `readLine` gives the same note back. Left out
 * are themes and people that cannot be typed (no letters in the name, or another theme typed alike). Where all its themes are
 * as grave as the note is, one mark says so; else each has its own. Words that would be taken for marks get a backslash,
 * and only then.
 */
export function writeLine(note: Captured, themes: ThemeIndex, people: ThemeIndex = noNames): string {
  const marks = marksOf(note, themes, people);
  const quote = note.verbatim ? '"' : '';
  // The reader takes a word's backslash away before a quotation mark's, so they are written the other way round.
  const guard = (text: string) => guarded(text, note.verbatim, themes, people);
  const bodies = [
    note.text,
    guard(note.text),
    guard(withQuoteEscapes(note.text, false)),
    guard(withQuoteEscapes(note.text, true)),
  ];
  const lines = bodies.map((body) => quote + [body, ...marks].filter((part) => part !== '').join(' '));
  return lines.find((line) => readsAs(line, note, marks.length, themes, people)) ?? lines[0] ?? '';
}

function readsAs(
  line: string,
  note: Captured,
  marks: number,
  themes: ThemeIndex,
  people: ThemeIndex,
): boolean {
  const read = readLine(line, themes, people);
  const same = read.text === note.text && read.verbatim === note.verbatim;
  const signs = (read.unnamed ? 1 : 0) + (read.valence === 'none' ? 0 : 1);
  return same && read.themes.length + read.people.length + signs === marks;
}

function marksOf(note: Captured, themes: ThemeIndex, people: ThemeIndex): string[] {
  const isOne = note.themes.every((t) => t.severity === note.severity);
  // Graver than each of its themes: said alone where none of them would take it for its own.
  const isGraver = note.themes.every((t) => t.severity > 0 && t.severity < note.severity);
  const alone = isOne || isGraver ? '!'.repeat(note.severity) : '';
  const typeable = (t: TagRead) => themes.byName.get(typedName(t.name))?.id === (t.id ?? undefined);
  const tags = note.themes
    .filter((t) => themeSlug(t.name) !== '' && typeable(t))
    .map(
      (t) => `#${t.id === null ? nameSlug(t.name) : themeSlug(t.name)}${isOne ? '' : '!'.repeat(t.severity)}`,
    );
  // A mere name is written as it stands; a reference only where its name leads to it.
  const nameable = ({ id, name }: TagRead) => !id || people.byName.get(typedName(name))?.id === id;
  const named = (note.people ?? [])
    .filter((p) => (rivalIn(p.id) === null ? /^\p{L}/u : /\p{L}/u).test(nameSlug(p.name)) && nameable(p))
    .map((p) => `@${nameSlug(p.name)}`);
  const valence = note.valence === 'good' ? '+' : note.valence === 'bad' ? '-' : '';
  return [...tags, ...named, alone, valence].filter((mark) => mark !== '');
}

/** A backslash before each word that would be read as a mark where it stands. */
function guarded(text: string, verbatim: boolean, themes: ThemeIndex, people: ThemeIndex): string {
  const last = [...text.matchAll(/\S+/g)].at(-1)?.index ?? -1;
  return text.replace(/\S+/g, (word, at: number) => {
    const bare = withoutSlashes(word);
    const first = at === 0 && leads(bare, verbatim ? 'quoted' : 'plain');
    return first || (at === last && isSign(bare)) || looksTagged(bare, themes, people) ? `\\${word}` : word;
  });
}
