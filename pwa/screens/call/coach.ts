import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import {
  askedBy,
  type CoachLanguage,
  type CoachProbe,
  coachFor,
  type LadderDepth,
  ladderDepths,
  listen,
  type MechanismPart,
  type Said,
  speaks,
} from '#core/guide/index.ts';
import {
  type Cover,
  coverageOf,
  coversBack,
  dropPart,
  knowPart,
  note,
  type TaggedNote,
  tagNote,
} from '#core/notes/index.ts';
import type { Codebook } from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';
import { type Act, type Beneath, type BeneathNeeds, makeBeneath } from './beneath.ts';
import { coachWords, partWords } from './coachWords.ts';
import { noMarks } from './history.ts';
import type { Keeper } from './keeper.ts';
import { type Ground, type Mechanism, mechanismOf, themesRaised } from './mechanism.ts';
import type { NoteView } from './noteView.ts';

export interface CoachNeeds extends Pick<BeneathNeeds, 'doc' | 'member' | 'stated' | 'themes' | 'at'> {
  notes: ReadonlySignal<readonly NoteView[]>;
  covers: ReadonlySignal<readonly Cover[]>;
  codebook: ReadonlySignal<Codebook>;
  /** The guide's language. */
  language: ReadonlySignal<string>;
  band: ReadonlySignal<Band>;
  /** Id of the question on screen; empty for none. */
  question: ReadonlySignal<string>;
  /** What stands in the capture line. */
  line: ReadonlySignal<string>;
  /** The note whose wording is in the line. */
  editing: ReadonlySignal<NoteView | null>;
  mark: Keeper['mark'];
  /** Does something once what was typed is on screen, and says how to call it off; at once where nothing is drawn. */
  later(work: () => void): () => void;
}

/** The theme in hand: what it still lacks and what to ask for it. */
export interface InHand extends Mechanism {
  probe: CoachProbe | null;
  /** The guess that is to be decided next; null when there is none. */
  guess: MechanismPart | null;
}

/** The probe coach of a call. Themes are named by id, merges followed. */
export interface Coach extends Beneath {
  /** Null before a theme was raised. Stands still while something is typed, but for what the typist does. */
  now: ReadonlySignal<InHand | null>;
  /** Ids of the themes raised, the last first. */
  raised: ReadonlySignal<readonly string[]>;
  /** How each of them stands. */
  all: ReadonlySignal<readonly Mechanism[]>;
  /** The note whose depth is set: the one being edited, else the last own. */
  answer: ReadonlySignal<NoteView | undefined>;
  /** What was done, for those who do not see it. */
  told: ReadonlySignal<string>;
  /** The language of the probes. */
  language: ReadonlySignal<string>;
  /** They are in the language of the guide. */
  isOwnLanguage: ReadonlySignal<boolean>;
  nextProbe(): void;
  /** To the theme raised before, round again at the first. */
  otherTheme(): void;
  /** Says that a part is known, or takes that back. */
  turn(theme: string, part: MechanismPart): void;
  /**
   * The guess is right; without one, the part that is being asked for is known. A last own note that has no theme is the
   * answer then, and gets the theme.
   */
  confirm(): void;
  /** The guess is wrong; without a part, the one that `confirm` would take up. */
  refuse(theme: string, part?: MechanismPart): void;
  /** The answer went one step deeper: feature, consequence, value, not stated. */
  deeper(): void;
  setDepth(depth: LadderDepth): void;
  dispose(): void;
}

export function makeCoach(needs: CoachNeeds): Coach {
  const { doc, member, notes, covers, codebook } = needs;
  const taken = signal<Readonly<Record<string, readonly string[]>>>({});
  /** A theme taken in hand over the last raised; it lapses with the next note that raises one. */
  const picked = signal<{ theme: string; over: string } | null>(null);
  const told = signal('');
  const now = signal<InHand | null>(null);

  const language = computed(() => coachFor(needs.language.value));
  const hear = computed(() => hearing(language.value));
  const ground = computed((): Ground => {
    const hears = hear.value;
    return {
      notes: notes.value.map((n) => n.note),
      covers: covers.value,
      stated: needs.stated.value,
      codebook: codebook.value,
      language: language.value,
      band: needs.band.value,
      asked: askedBy(needs.question.value),
      resolve: codebook.value.resolve,
      listen: (text) => hears(text).parts,
      hear: hears,
    };
  });
  const raised = computed(() => themesRaised(ground.value));
  const newest = computed(() => notes.value.findLast((n) => n.chips.length > 0)?.note.id ?? '');
  const theme = computed(() => {
    const own = picked.value;
    const holds = own && own.over === newest.value && raised.value.includes(own.theme);
    return holds ? own.theme : (raised.value[0] ?? null);
  });
  const live = computed((): InHand | null => {
    if (theme.value === null) return null;
    const read = mechanismOf(theme.value, ground.value);
    const used = taken.value[read.id] ?? [];
    const probe = read.probes.find((p) => !used.includes(p.id)) ?? read.probes[0] ?? null;
    return { ...read, probe, guess: read.parts.find((p) => p.is === 'guessed')?.part ?? null };
  });
  const answer = computed(() => needs.editing.value ?? notes.value.findLast((n) => n.own));

  /** All that it hangs on, without reading it. */
  const grounds = computed(() => [theme.value, ground.value, taken.value]);
  const isIdle = computed(() => needs.line.value === '');
  /** Something was done here: its outcome is shown even over a half typed line. */
  let awaited = false;
  let callOff = () => {};
  // What a note brings waits for the note to be on screen: nobody reads the next probe before their own words.
  const stop = effect(() => {
    const isOwn = awaited;
    awaited = false;
    const isDue = isIdle.value || isOwn;
    if (!grounds.value || !isDue) return;
    callOff();
    if (isOwn || now.peek() === null) now.value = live.value;
    else
      callOff = needs.later(() => {
        now.value = live.peek();
      });
  });
  const act: Act = (why, say, marks, changes = []) => {
    if (changes.length === 0 && marks.redo.length === 0) return;
    awaited = true;
    // Two alike in a row must be two announcements.
    told.value = told.peek() === say ? `${say}\u00a0` : say;
    needs.mark(why, changes, marks);
  };

  const mark = (of: string, part: MechanismPart) => ({ doc, theme: of, part, by: member });
  /** On the answer, where there is one: a note without a theme, which then gets it. */
  const know = (of: string, part: MechanismPart, to?: TaggedNote) => {
    const redo = knowPart(ground.peek(), mark(of, part), to);
    const tags = to ? [tagNote(doc, to, of, member)] : [];
    const marks = { redo, undo: coversBack(covers.peek(), redo) };
    act('part known', partWords(part, 'known', !!to), marks, tags);
  };
  const drop = (of: string, part: MechanismPart) => {
    const redo = dropPart(ground.peek(), mark(of, part));
    const marks = { redo, undo: coversBack(covers.peek(), redo) };
    act('part not known', partWords(part, 'missing'), marks);
  };
  const standing = (of: string, part: MechanismPart) =>
    coverageOf(of, ground.peek()).find((p) => p.part === part)?.is;
  const setDepth = (to: number) => {
    const [view, depth] = [answer.peek(), ladderDepths[to]];
    if (!view || depth === undefined) return;
    act('depth', coachWords.depthSet(depth), noMarks, [note.put(doc, view.note.id, { depth })]);
  };

  const lower = makeBeneath({ ...needs, ground, hand: now, act });
  const hold = (of: string) => {
    picked.value = { theme: of, over: newest.peek() };
  };

  return {
    ...lower,
    // The theme beneath may be new on the newest note; the one above it stays in hand.
    beneath(root) {
      const above = now.peek();
      if (above) hold(above.id);
      lower.beneath(root);
    },
    now,
    raised,
    all: computed(() => raised.value.map((of) => mechanismOf(of, ground.value))),
    answer,
    told,
    language: computed(() => language.value.language),
    isOwnLanguage: computed(() => speaks(language.value, needs.language.value)),
    nextProbe() {
      const shown = now.peek();
      if (!shown?.probe) return;
      const { id, probes, probe } = shown;
      const used = [...(taken.peek()[id] ?? []), probe.id];
      const isLeft = probes.some((p) => !used.includes(p.id));
      taken.value = { ...taken.peek(), [id]: isLeft ? used : [probe.id] };
      now.value = live.peek();
      told.value = now.peek()?.probe?.text ?? '';
    },
    otherTheme() {
      const all = raised.peek();
      const next = all[(all.indexOf(theme.peek() ?? '') + 1) % all.length];
      if (next === undefined) return;
      hold(next);
      now.value = live.peek();
      told.value = now.peek()?.name ?? '';
    },
    turn(of, part) {
      if (standing(of, part) === 'known') drop(of, part);
      else know(of, part);
    },
    confirm() {
      const shown = now.peek();
      const part = shown?.guess ?? shown?.probe?.part;
      if (!shown || !part) return;
      const last = notes.peek().findLast((n) => n.own);
      know(shown.id, part, shown.guess || last?.chips.length !== 0 ? undefined : last.note);
    },
    refuse(of, part = now.peek()?.guess ?? undefined) {
      if (part && standing(of, part) === 'guessed') drop(of, part);
    },
    deeper: () => setDepth(((answer.peek()?.note.depth ?? 0) + 1) % ladderDepths.length),
    setDepth,
    dispose() {
      callOff();
      stop();
    },
  };
}

/** Listens in a language, to each text once. */
function hearing(language: CoachLanguage): (text: string) => Said {
  const heard = new Map<string, Said>();
  return (text) => {
    const said = heard.get(text) ?? listen(text, language);
    heard.set(text, said);
    return said;
  };
}
