import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import type { Change } from '#core/model/change.ts';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { recordIn } from '#core/model/record.ts';
import { ok, type Result } from '#core/model/result.ts';
import {
  interviewHead,
  note,
  notesOf,
  rankThemes,
  type Severity,
  type ThemeIndex,
  type ThemeMatch,
  themeIndex,
} from '#core/notes/index.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import {
  type Codebook,
  type CodedTag,
  type CodingRefusal,
  codebookOf,
  codedTagsOf,
  codeNote,
  codingOf,
  dropCoding,
  handInCoding,
  ownTagsOf,
  startCoding,
  theme,
  uncodeNote,
} from '#core/themes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { agreementWords } from './agreementWords.ts';
import { codingWords as words } from './codingWords.ts';

export type CodingNeeds = Pick<Deps, 'replica' | 'session' | 'clock' | 'go' | 'say'>;

/** A note as a coder sees it: the words, and the tags of that coder alone. */
export interface NoteToCode {
  id: string;
  text: string;
  verbatim: boolean;
  tags: readonly { theme: string; name: string; severity: Severity }[];
}

/** Where coding an interview stands. Moved by the model alone. */
export type CodingView =
  | { kind: 'loading' }
  | { kind: 'lost' }
  | { kind: 'noNotes' }
  | { kind: 'handedIn' }
  /** `who` speaks, by name only where they allowed that. */
  | { kind: 'open'; who: string; notes: readonly NoteToCode[]; tags: number }
  | { kind: 'failed'; reason: string };

export interface CodingModel {
  view: ReadonlySignal<CodingView>;
  /** Themes that fit what was typed, best first, without those the note has. */
  matches(note: NoteToCode, typed: string): readonly ThemeMatch[];
  tag(note: string, theme: string): Promise<void>;
  untag(note: string, theme: string): Promise<void>;
  /** The next of not stated, low, medium, high. */
  regrade(note: string, theme: string): Promise<void>;
  handIn(): Promise<void>;
  /** Throws this coding away and leaves. */
  drop(): Promise<void>;
  dispose(): void;
}

/** Codes one interview as one person, who sees neither the tags of the call nor those of other coders. */
export function makeCodingModel(deps: CodingNeeds, interview: string): CodingModel {
  const { replica, session, clock } = deps;
  const id = parseId<'interview'>(interview);
  const name = id.ok ? docName(session.workspace, 'interview', id.value) : null;
  const view = signal<CodingView>(id.ok ? { kind: 'loading' } : { kind: 'lost' });
  const codebook = signal<Codebook | null>(null);
  const index = computed((): ThemeIndex => themeIndex(codebook.value?.open ?? []));
  let doc: OpenDoc | null = null;
  const fail = (why: unknown) => {
    view.value = { kind: 'failed', reason: why instanceof Error ? why.message : String(why) };
  };
  const apply = async (made: Result<Parameters<typeof replica.apply>[0], CodingRefusal>, why: string) => {
    if (made.ok && made.value.length > 0) await replica.apply(made.value, { who: session.member, why });
  };
  /** The first change begins the coding: looking alone leaves no trace. */
  const begin = async () => {
    if (!doc || !name || codingOf(doc, session.member)) return;
    const coder = { id: session.member, name: session.memberName };
    await apply(startCoding(doc, name, coder, clock.now()), 'coding begun');
  };
  const read = (open: OpenDoc) => {
    doc = open;
    const book = codebook.peek();
    if (book) view.value = viewOf(open, session.member, book);
  };
  const readBook = (open: OpenDoc) => {
    codebook.value = codebookOf(open.read(theme.collection));
    if (doc) read(doc);
  };
  const stops = [followDoc(replica, docName(session.workspace, 'codebook'), readBook, fail)];
  if (name) stops.push(followDoc(replica, name, read, fail));
  const change = async (
    why: string,
    make: (
      open: OpenDoc,
      of: NonNullable<typeof name>,
    ) => Result<Parameters<typeof replica.apply>[0], CodingRefusal>,
  ) => {
    await begin();
    if (doc && name) await apply(make(doc, name), why);
  };
  const tagOn = (noteId: string, of: string): CodedTag | undefined =>
    doc ? tagsUnder(codedTagsOf(doc, session.member), noteId, of, codebook.peek())[0] : undefined;
  return {
    view,
    matches({ tags }, typed) {
      const has = new Set(tags.map((t) => t.theme));
      const recent = doc ? recentThemes(doc, session.member) : [];
      return rankThemes(typed, index.value, recent).filter((m) => !has.has(m.id));
    },
    tag: (noteId, of) =>
      change('a note was coded', (open, at) =>
        codeNote(open, at, session.member, { note: noteId, theme: of, severity: 0 }),
      ),
    async untag(noteId, of) {
      await begin();
      for (const { theme: stored } of doc
        ? tagsUnder(codedTagsOf(doc, session.member), noteId, of, codebook.peek())
        : [])
        await change('a note was coded', (open, at) =>
          uncodeNote(open, at, session.member, { note: noteId, theme: stored }),
        );
    },
    async regrade(noteId, of) {
      await begin();
      const tag = tagOn(noteId, of);
      if (!tag) return;
      const severity = ((tag.severity + 1) % 4) as Severity;
      await change('a note was coded', (open, at) =>
        codeNote(open, at, session.member, { note: noteId, theme: tag.theme, severity }),
      );
    },
    handIn: () =>
      change('a coding was handed in', (open, at) => handInCoding(open, at, session.member, clock.now())),
    async drop() {
      const dropped = doc && name ? dropCoding(doc, name, session.member) : null;
      if (doc && dropped?.ok && dropped.value.length > 0) {
        const back = asStored(doc, dropped.value);
        await apply(dropped, 'a coding was thrown away');
        const run = () => void apply(ok(back), 'a coding was put back');
        deps.say(words.dropped, { name: words.undo, run });
      }
      deps.go('/evidence?show=agreement');
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

function viewOf(doc: OpenDoc, me: string, codebook: Codebook): CodingView {
  const head = recordIn(doc, interviewHead, 'head');
  if (!head) return { kind: 'lost' };
  const all = notesOf(doc.read(note.collection), new Map());
  if (all.length === 0) return { kind: 'noNotes' };
  if ((codingOf(doc, me)?.doneAt ?? 0) > 0) return { kind: 'handedIn' };
  const mine = codingOf(doc, me) ? codedTagsOf(doc, me) : ownTagsOf(doc, me);
  const notes = all.map(({ id, text, verbatim }): NoteToCode => {
    const under = Map.groupBy(
      mine.filter((t) => t.note === id),
      (t) => codebook.resolve(t.theme),
    );
    const tags = [...under].map(([of, same]) => ({
      theme: of,
      name: codebook.all.get(of)?.name ?? '',
      severity: same.reduce<Severity>((most, t) => (t.severity > most ? t.severity : most), 0),
    }));
    return { id, text, verbatim, tags };
  });
  const who = agreementWords.speaker(head);
  return { kind: 'open', who, notes, tags: notes.reduce((sum, n) => sum + n.tags.length, 0) };
}

/** What puts the records of some changes back as they are now. */
const asStored = (doc: OpenDoc, changes: readonly Change[]): Change[] =>
  changes.map(({ doc: name, collection, id }) => ({
    ...{ kind: 'put', doc: name, collection, id },
    fields: doc.read(collection).get(id) ?? {},
  }));

/** A coder's tags on one note that count for a theme, merges followed. */
function tagsUnder(
  tags: readonly CodedTag[],
  noteId: string,
  of: string,
  codebook: Codebook | null,
): CodedTag[] {
  return tags.filter((t) => t.note === noteId && (codebook?.resolve(t.theme) ?? t.theme) === of);
}

/** Themes this coder used in this interview: offered first. */
const recentThemes = (doc: OpenDoc, me: string): string[] => [
  ...new Set(codedTagsOf(doc, me).map((t) => t.theme)),
];
