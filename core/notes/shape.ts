import type { Area } from '../guide/index.ts';
import type { Chance } from '../model/chance.ts';
import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { NoteId } from '../model/ids.ts';
import { spliceBetween } from '../model/splice.ts';
import { captureNote, editNote, gradeMention, removeNote, type Said, type Tags } from './capture.ts';
import { gravest } from './graded.ts';
import { type ReadLine, readLine, type TagRead } from './line.ts';
import { mergeWords } from './mergeWords.ts';
import { orderBetween } from './order.ts';
import type { TaggedNote } from './read.ts';
import { type Mention, mention, mentionId, note } from './records.ts';
import { type ThemeIndex, typedName } from './themeIndex.ts';

/** One half of a line that was cut in two. */
export type Half = Said & Pick<ReadLine, 'themes' | 'people'>;

/**
 * A line cut at the caret (UTF-16 units). Its text is cut where the caret stands in it: nothing in a half is read as a mark
 * that was none in the whole line. Both halves keep that it is in the customer's words and how good it is; a theme or a
 * person goes with the half that names it, and with both where neither or both do. A half is as grave as its themes. Null
 * when one half would say nothing. A character is never cut through.
 */
export function splitLine(
  line: string,
  caret: number,
  themes: ThemeIndex,
  people: ThemeIndex,
): [Half, Half] | null {
  const whole = readLine(line, themes, people);
  const at = caretInText(whole, caret);
  const [first, second] = [whole.text.slice(0, at).trim(), whole.text.slice(at).trim()];
  if (first === '' || second === '') return null;
  const named = <T extends TagRead>(tags: readonly T[], own: string, other: string) =>
    tags.filter(({ name }) => says(own, name) || !says(other, name));
  const half = (own: string, other: string): Half => {
    const ofHalf = named(whole.themes, own, other);
    return {
      text: own,
      verbatim: whole.verbatim,
      severity: ofHalf.length > 0 ? gravest(ofHalf.map((t) => t.severity)) : whole.unnamed,
      valence: whole.valence,
      themes: ofHalf,
      people: named(whole.people, own, other),
    };
  };
  return [half(first, second), half(second, first)];
}

/** Where in the text of a line the caret stands. The text is the line's said words, marks left out, hyphens as spaces. */
function caretInText({ text, pieces }: ReadLine, caret: number): number {
  const nth = pieces.findIndex((p) => p.kind === 'said');
  const from = pieces.slice(0, nth).reduce((sum, p) => sum + p.raw.length, 0);
  const raw = pieces[nth]?.raw ?? '';
  let at = 0;
  for (let i = 0; i < Math.min(caret - from, raw.length) && at < text.length; i++) {
    const isHyphen = text[at] === ' ' && /[-_]/.test(raw.charAt(i));
    if (raw[i] === text[at] || isHyphen) at++;
  }
  return at > 0 && /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}

const says = (text: string, name: string): boolean => ` ${typedName(text)} `.includes(` ${typedName(name)} `);

/** A note that goes on as two. The themes stand beside the halves, new ones already given their ids. */
export interface Split {
  doc: DocName;
  note: TaggedNote;
  /** How its line read before. */
  before: Said;
  halves: readonly [Said, Said];
  themes: readonly [Tags, Tags];
  /** Id of the second half. */
  id: NoteId;
  /** Order of the note behind it, null when it is the last. */
  next: string | null;
  by: string;
  chance: Chance;
}

/** The first half stays the note; the second is a new one behind it, of the same author, second, area and question. */
export function splitNote(split: Split): Change[] {
  const { doc, note: was, themes, id, by } = split;
  const halves = withTheirs(split);
  const tagged = was.mentions.map((m) => m.theme);
  const [kept, moved] = themes;
  const wasTagged = new Map(was.mentions.map((m) => [m.theme, m]));
  return [
    ...editNote({
      doc,
      note: was,
      before: { ...split.before, text: was.text },
      after: halves[0],
      tagged,
      put: new Map([...kept].filter(([t, severity]) => wasTagged.get(t)?.severity !== severity)),
      drop: tagged.filter((t) => !kept.has(t)),
      by,
    }),
    ...captureNote({
      doc,
      id,
      read: halves[1],
      themes: [],
      order: orderBetween(was.order, split.next, split.chance),
      at: was.at,
      area: was.area,
      question: was.question,
      author: was.author,
      authorName: was.authorName,
    }),
    ...[...moved].map(([theme, severity]) =>
      mentionOf(doc, id, { theme, severity, by: wasTagged.get(theme)?.by ?? by }),
    ),
  ];
}

/** The halves with what others changed since the line was opened, each in the half where it stands. */
function withTheirs({ note: was, before, halves }: Split): readonly [Said, Said] {
  const [first, second] = halves;
  const own = `${first.text} ${second.text}`;
  const all = mergeWords(before.text, own, was.text);
  if (all === own) return halves;
  const theirs = spliceBetween(own, all);
  const cut = first.text.length;
  const at = cut <= theirs.from ? cut : Math.max(cut, theirs.to) + all.length - own.length;
  const texts = [all.slice(0, at).trim(), all.slice(at).trim()];
  return [
    { ...first, text: texts[0] || first.text },
    { ...second, text: texts[1] || second.text },
  ];
}

const mentionOf = (doc: DocName, id: string, m: Pick<Mention, 'theme' | 'severity' | 'by'>): Change =>
  mention.put(doc, mentionId(id, m.theme), { note: id, theme: m.theme, severity: m.severity, by: m.by });

/**
 * Joins a note to the one before it, which keeps its author, second, area and question. Where only one of them is in the
 * customer's words, those stand in quotation marks. The graver severity stays; a good and a bad one cancel out.
 */
export function joinNotes(doc: DocName, into: TaggedNote, from: TaggedNote): Change[] {
  const both = into.verbatim === from.verbatim;
  const text = both ? `${into.text} ${from.text}` : `${quoted(into)} ${quoted(from)}`;
  const has = new Map(into.mentions.map((m) => [m.theme, m.severity]));
  const named = into.people ?? [];
  const known = new Set(named.map((p) => `${p.ref} ${p.name}`));
  const people = [...named, ...(from.people ?? []).filter((p) => !known.has(`${p.ref} ${p.name}`))];
  return [
    note.put(doc, into.id, {
      verbatim: both && into.verbatim,
      severity: into.severity > from.severity ? into.severity : from.severity,
      valence: valenceOfBoth(into, from),
      ...((from.depth ?? 0) > (into.depth ?? 0) && { depth: from.depth }),
      ...(people.length > named.length && { people }),
    }),
    { kind: 'editText', doc, collection: note.collection, id: into.id, field: 'text', text },
    ...from.mentions
      .filter((m) => m.severity > (has.get(m.theme) ?? -1))
      .map((m) =>
        has.has(m.theme) ? gradeMention(doc, into.id, m.theme, m.severity) : mentionOf(doc, into.id, m),
      ),
    ...removeNote(doc, from.id),
  ];
}

const quoted = ({ text, verbatim }: TaggedNote): string => (verbatim ? `“${text}”` : text);

function valenceOfBoth(a: TaggedNote, b: TaggedNote): TaggedNote['valence'] {
  if (a.valence === b.valence || b.valence === 'none') return a.valence;
  return a.valence === 'none' ? b.valence : 'none';
}

/** Where a note is filed: an area, and a question of it or none. */
export interface NotePlace {
  area: Area;
  question: string;
}

/** Files a note under another question. Its place among the notes and its second stay. */
export function fileNote(doc: DocName, id: string, to: NotePlace): Change {
  return note.put(doc, id, { area: to.area, question: to.question });
}

/**
 * Puts a note before another one, or last with null. `notes` in their order. Nothing when it stands there already. By
 * the order key alone: the second at which it was said stays as it was.
 */
export function moveNote(
  doc: DocName,
  notes: readonly TaggedNote[],
  id: string,
  before: string | null,
  chance: Chance,
): Change[] {
  const others = notes.filter((n) => n.id !== id);
  const at = before === null ? others.length : others.findIndex((n) => n.id === before);
  const now = notes.findIndex((n) => n.id === id);
  if (now < 0 || at < 0 || at === now) return [];
  const order = orderBetween(others[at - 1]?.order ?? null, others[at]?.order ?? null, chance);
  return [note.put(doc, id, { order })];
}
