import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import { whenSettled } from '#core/browser/parts/settled.ts';
import type { Change } from '#core/model/change.ts';
import { docName } from '#core/model/docName.ts';
import { type InterviewId, newId } from '#core/model/ids.ts';
import { recordIn } from '#core/model/record.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import {
  callSecondAt,
  captureNote,
  guessSides,
  type InterviewHead,
  interviewHead,
  isCustomers,
  keepTranscript,
  longestFile,
  longestTranscript,
  mention,
  type NoTranscript,
  note,
  notesAt,
  notesOf,
  orderBetween,
  questionAt,
  type ReadAs,
  readTranscript,
  readTranscriptText,
  removeNote,
  removeTranscript,
  type SaidPlace,
  type Side,
  type Speaker,
  speakersOf,
  type TaggedNote,
  type TranscriptHead,
  type Turn,
  tagNote,
  tidyPlace,
  transcriptHead,
  transcriptsIn,
  turnsIn,
  type Visit,
  visit,
  visitsOf,
  wordsAt,
} from '#core/notes/index.ts';
import type { SourceFile } from '#core/ports/files.ts';
import type { OpenDoc, SaveState } from '#core/ports/replica.ts';
import { addTheme, type Codebook, codebookOf, restoreTheme, type Theme, theme } from '#core/themes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { makeNamed } from './named.ts';

export type TranscriptNeeds = Pick<Deps, 'replica' | 'facts' | 'session' | 'clock' | 'chance'>;

/** A transcript came in. `notSaved`: it is shown, but only in memory. */
export type NotAttached = NoTranscript | { kind: 'notSaved' } | { kind: 'unreadable'; file: string };

/** The transcript on screen. `turns` is null while parts are still on their way. */
export interface Shown {
  head: TranscriptHead;
  turns: readonly Turn[] | null;
  speakers: readonly Speaker[];
}

/** What tagging came to: a new note, one theme more on a note that was there, or nothing. */
export type Tagged = 'kept' | 'added' | 'there' | 'refused' | 'nothing';

export interface TranscriptModel {
  state: ReadonlySignal<'opening' | 'missing' | 'ready' | 'failed'>;
  /** Whoever sits here may read and nothing else. */
  watches: boolean;
  head: ReadonlySignal<InterviewHead | null>;
  /** Newest first. */
  transcripts: ReadonlySignal<readonly TranscriptHead[]>;
  shown: ReadonlySignal<Shown | null>;
  /** The note that was asked for came from a transcript that is gone. */
  isGone: ReadonlySignal<boolean>;
  /** Notes that stand in the transcript on screen, by turn. */
  notes: ReadonlySignal<ReadonlyMap<number, readonly TaggedNote[]>>;
  codebook: ReadonlySignal<Codebook>;
  /** What is selected, without white space at its ends. */
  place: ReadonlySignal<SaidPlace | null>;
  /** Its words. */
  words: ReadonlySignal<string>;
  save: ReadonlySignal<SaveState>;
  /** Themes by number: those used in this interview so far first, then the codebook's; at most nine. */
  choices: ReadonlySignal<readonly Theme[]>;
  show(transcript: string): void;
  attach(file: SourceFile, as?: ReadAs): Promise<Result<null, NotAttached>>;
  attachText(text: string, as?: ReadAs): Promise<Result<null, NotAttached>>;
  /** Takes the transcript on screen away; notes tagged in it stay. */
  remove(): void;
  saySide(speaker: string, side: Side): void;
  /** Second of the call at which the transcript begins. */
  sayOffset(seconds: number): void;
  select(turn: number, from: number, to: number): void;
  clear(): void;
  /** Keeps the selection as a note, with a theme or for later. The same words a second time are the same note. */
  tag(themeId: string | null): Tagged;
  /** As `tag`, by name; a theme nobody has yet is made. */
  tagNamed(name: string): Tagged;
  untag(noteId: string): void;
  undo(): boolean;
  dispose(): void;
}

/**
 * One interview's transcripts: bringing them in, reading, tagging what was said. `wanted`: a note; the transcript it came
 * from is shown first.
 */
export function makeTranscriptModel(
  deps: TranscriptNeeds,
  interview: InterviewId,
  wanted = '',
): TranscriptModel {
  const { replica, session, chance, clock } = deps;
  const own = docName(session.workspace, 'interview', interview);
  const doc = docName(session.workspace, 'transcript', interview);
  const bookDoc = docName(session.workspace, 'codebook');
  const opened = signal(0);
  const failed = signal(false);
  const head = signal<InterviewHead | null>(null);
  const allNotes = signal<readonly TaggedNote[]>([]);
  const visits = signal<readonly Visit[]>([]);
  const codebook = signal(codebookOf(new Map()));
  const transcripts = signal<readonly TranscriptHead[]>([]);
  const picked = signal('');
  const place = signal<SaidPlace | null>(null);
  const save = signal<SaveState>({ kind: 'saved' });
  /** Turns of each transcript that is whole here: written once, so read once. */
  const read = new Map<string, Turn[]>();
  const held: { notes?: OpenDoc; transcripts?: OpenDoc } = {};

  const watches = session.role === 'reader';
  const apply = (changes: readonly Change[], why: string) => {
    if (changes.length > 0 && !watches) void replica.apply(changes, { who: session.member, why });
  };
  const seen = new Set<OpenDoc>();
  const isGone = signal(false);
  /** What is selected belongs to the transcript on screen. */
  const show = (transcript: string) =>
    batch(() => {
      if (transcript !== picked.peek()) place.value = null;
      picked.value = transcript;
    });
  /** The one on screen stays there: what somebody else attaches meanwhile does not take its place. */
  const keepShown = () => {
    if (opened.peek() < 3 || transcripts.peek().some((t) => t.id === picked.peek())) return;
    const from = picked.peek() === '' && allNotes.peek().find((n) => n.id === wanted)?.place?.transcript;
    const asked = transcripts.peek().find((t) => t.id === from);
    isGone.value = Boolean(from) && !asked;
    show((asked ?? transcripts.peek()[0])?.id ?? '');
  };
  const once = (opening: OpenDoc) => {
    if (seen.has(opening)) return;
    seen.add(opening);
    opened.value++;
    keepShown();
    if (opening.name !== own) return;
    save.value = opening.save;
    stops.push(opening.watchSave((now) => (save.value = now)));
  };
  const readOwn = (from: OpenDoc) =>
    batch(() => {
      held.notes = from;
      head.value = recordIn(from, interviewHead, 'head');
      allNotes.value = notesOf(from.read(note.collection), from.read(mention.collection));
      visits.value = visitsOf(from.read(visit.collection));
      once(from);
    });
  const readTranscripts = (from: OpenDoc) =>
    batch(() => {
      held.transcripts = from;
      transcripts.value = transcriptsIn(from);
      once(from);
      keepShown();
    });
  const readBook = (from: OpenDoc) =>
    batch(() => {
      codebook.value = codebookOf(from.read(theme.collection));
      once(from);
    });
  const fault = () => {
    failed.value = true;
  };
  const stops: (() => void)[] = [];
  stops.push(
    followDoc(replica, own, readOwn, fault),
    followDoc(replica, doc, readTranscripts, fault),
    followDoc(replica, bookDoc, readBook, fault),
  );

  const turnsOf = (of: TranscriptHead): Turn[] | null => {
    const known = read.get(of.id) ?? (held.transcripts ? turnsIn(held.transcripts, of) : null);
    if (known) read.set(of.id, known);
    return known;
  };
  const shown = computed((): Shown | null => {
    const now = transcripts.value.find((t) => t.id === picked.value);
    if (!now) return null;
    const turns = turnsOf(now);
    return { head: now, turns, speakers: speakersOf(turns ?? []) };
  });
  const notes = computed(() => {
    const here = allNotes.value.filter((n) => n.place?.transcript === shown.value?.head.id);
    return Map.groupBy(here, (n) => n.place?.turn ?? 0);
  });
  /** Ids of the themes by number, fixed at the first look: a number goes on meaning the same theme. */
  let numbered: readonly string[] | null = null;
  const choices = computed(() => {
    const { open, all, resolve } = codebook.value;
    if (opened.value < 3) return [];
    const used = allNotes
      .peek()
      .toReversed()
      .flatMap((n) => n.mentions.map((m) => resolve(m.theme)));
    numbered ??= [...new Set([...used.filter((id) => all.has(id)), ...open.map((t) => t.id)])].slice(0, 9);
    return numbered.flatMap((id) => all.get(resolve(id)) ?? []);
  });

  const keep = async (
    transcript: ReturnType<typeof readTranscriptText>,
    name: string,
  ): Promise<Result<null, NotAttached>> => {
    if (!transcript.ok) return transcript;
    const speakers = speakersOf(transcript.value.turns).map((s) => s.name);
    const now = head.peek();
    const id: string = newId<'transcript'>(chance);
    const sides = guessSides(speakers, now?.name ?? '', now?.interviewerName ?? '');
    const about = { id, name, addedAt: clock.now(), by: session.member, offset: 0, sides };
    const into = await replica.open(doc);
    for (const change of keepTranscript(doc, about, transcript.value))
      await replica.applyToDisk([change], { who: session.member, why: 'transcript' });
    const kept = await whenSettled(into);
    into.close();
    show(id);
    return kept.kind === 'saved' ? ok(null) : fail({ kind: 'notSaved' });
  };

  const tag = (themeId: string | null): Tagged => {
    const [at, on] = [place.peek(), shown.peek()];
    if (!at || !on?.turns || at.transcript !== on.head.id) return 'nothing';
    const same = notesAt(at, notes.peek().get(at.turn) ?? []).find((found) => found.same)?.note;
    if (same) {
      const has = same.mentions.some((m) => codebook.peek().resolve(m.theme) === themeId);
      if (themeId === null || has) return 'there';
      apply([tagNote(own, same, themeId, session.member)], 'tag');
      return 'added';
    }
    const said = wordsAt(at, on.turns).replace(/\s+/g, ' ');
    const second = callSecondAt(on.head, on.turns, at);
    const speaker = on.turns[at.turn]?.speaker ?? '';
    apply(
      captureNote({
        doc: own,
        id: newId<'note'>(chance),
        read: { text: said, verbatim: isCustomers(on.head, speaker), severity: 0, valence: 'none' },
        themes: themeId === null ? [] : [themeId],
        order: orderBetween(allNotes.peek().at(-1)?.order ?? null, null, chance),
        at: second,
        ...questionAt(visits.peek(), second),
        author: session.member,
        authorName: session.memberName,
        place: at,
      }),
      'note from transcript',
    );
    return 'kept';
  };
  const named = makeNamed({
    bookDoc,
    codebook: () => codebook.peek(),
    async usesOf(id) {
      const here = allNotes.peek().flatMap((n) => n.mentions);
      const facts = await deps.facts.ofCycle(head.peek()?.cycle ?? '');
      const others = facts.filter((f) => f.interview !== interview).flatMap((f) => f.mentions);
      return [...here, ...others].filter((m) => m.theme === id).length;
    },
    apply,
  });
  const tagNamed = (name: string): Tagged => {
    const id = newId<'theme'>(chance);
    const added = addTheme(codebook.peek(), bookDoc, id, { name, category: 'product', fresh: true });
    if (added.ok) {
      apply(added.value, 'theme');
      named.made(id, name);
      return tag(id);
    }
    if (added.why.kind !== 'nameTaken') return 'refused';
    const back = added.why.retired ? restoreTheme(codebook.peek(), bookDoc, added.why.by) : null;
    if (back?.ok) {
      named.broughtBack(added.why.by, name);
      apply(back.value, 'theme');
    }
    return tag(added.why.by);
  };
  const change = (fields: Partial<TranscriptHead>, why: string) => {
    const now = shown.peek()?.head;
    if (now) apply([transcriptHead.put(doc, now.id, fields)], why);
  };

  return {
    state: computed(() => {
      if (failed.value) return 'failed';
      if (opened.value < 3) return 'opening';
      return head.value ? 'ready' : 'missing';
    }),
    watches,
    head,
    transcripts,
    shown,
    notes,
    codebook,
    place,
    words: computed(() => (place.value && shown.value?.turns ? wordsAt(place.value, shown.value.turns) : '')),
    save,
    choices,
    isGone,
    show,
    async attach(file, as) {
      if (file.size > longestFile)
        return fail({ kind: 'tooLong', characters: file.size, limit: longestTranscript });
      let bytes: Uint8Array;
      try {
        bytes = await file.bytes();
      } catch {
        // A folder, or a file that is gone by now.
        return fail({ kind: 'unreadable', file: file.name });
      }
      return keep(readTranscript(bytes, as), file.name);
    },
    attachText: (text, as) => keep(readTranscriptText(text, as), ''),
    remove() {
      const now = shown.peek()?.head;
      if (!now) return;
      place.value = null;
      read.delete(now.id);
      apply(removeTranscript(doc, now), 'transcript taken away');
    },
    saySide(speaker, side) {
      const on = shown.peek();
      if (!on) return;
      const before = on.head;
      const after = { ...before, sides: { ...before.sides, [speaker]: side } };
      change({ sides: after.sides }, 'speaker');
      // Notes taken from these words follow, but for those that somebody marked otherwise.
      const [was, is] = [isCustomers(before, speaker), isCustomers(after, speaker)];
      const said = allNotes
        .peek()
        .filter((n) => n.place?.transcript === before.id && n.verbatim === was)
        .filter((n) => on.turns?.[n.place?.turn ?? -1]?.speaker === speaker);
      if (was !== is)
        apply(
          said.map((n) => note.put(own, n.id, { verbatim: is })),
          'speaker',
        );
    },
    sayOffset(seconds) {
      const on = shown.peek();
      if (!on) return;
      change({ offset: seconds }, 'offset');
      const { turns } = on;
      if (!turns) return;
      // Notes taken from it move along, but for those that somebody gave another second.
      const moved = allNotes.peek().flatMap(({ id, at, place: from }) => {
        if (from?.transcript !== on.head.id || at !== callSecondAt(on.head, turns, from)) return [];
        const now = callSecondAt({ offset: seconds }, turns, from);
        return now === at ? [] : [note.put(own, id, { at: now })];
      });
      apply(moved, 'offset');
    },
    select(turn, from, to) {
      if (watches) return;
      const on = shown.peek();
      const text = on?.turns?.[turn];
      const next = on && text ? tidyPlace({ transcript: on.head.id, turn, from, to }, text) : null;
      if (JSON.stringify(next) !== JSON.stringify(place.peek())) place.value = next;
    },
    clear() {
      place.value = null;
    },
    tag,
    tagNamed,
    untag(noteId) {
      if (allNotes.peek().some((n) => n.id === noteId)) apply(removeNote(own, noteId), 'note removed');
    },
    undo() {
      const undone = held.notes?.undo() ?? false;
      // Where it is not known what others are tagged with, a theme stays open.
      if (undone) named.settle().catch(() => {});
      return undone;
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}
