import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import {
  type JumpTarget,
  type OpenTag,
  openJumpAt,
  openTagAt,
  type ReadLine,
  rankJumps,
  rankThemes,
  readLine,
  type ThemeIndex,
  withTheme,
  withThemeBehind,
} from '#core/notes/index.ts';

/** One theme, person or place of the guide on offer; `new` creates a theme. */
export interface Option {
  id: string;
  name: string;
  fits: 'exact' | 'start' | 'word' | 'new';
  /** Where `/` leads to. */
  jump?: JumpTarget;
}

/** What is offered for the sign at the caret: themes for `#`, people for `@`, questions and probes for `/`. */
export interface Offer {
  sign: '#' | '@' | '/';
  tag: OpenTag;
  options: readonly Option[];
  /** Index of the one that Enter and Tab take; -1: only Tab, the first. */
  active: number;
}

/** What the input is to show. A new object each time, so that showing the same text again still counts. */
export interface Shown {
  line: string;
  caret: number;
}

/** The text of the capture line while it is being typed: how it reads, what fits. */
export interface LineText {
  /** What the input must show, after a change that was not typed. */
  shown: ReadonlySignal<Shown>;
  now: ReadonlySignal<string>;
  /** UTF-16 units before the caret. */
  caret: ReadonlySignal<number>;
  /** How Enter would keep the line. */
  reading: ReadonlySignal<ReadLine>;
  offer: ReadonlySignal<Offer | null>;
  typed(line: string, caret: number): void;
  show(line: string, caret?: number): void;
  /** Moves through the offer, round at the ends. */
  step(by: 1 | -1): void;
  /** Writes an option of the offer into the line, or goes where it leads; without a number the one that Tab takes. */
  take(option?: number): boolean;
  /** Writes a theme behind the line; the caret stays where it is. */
  append(name: string): void;
  /** Puts the offer away until the next key. */
  dismiss(): boolean;
  /** The line as Enter keeps it: with the unfinished theme or person completed when there is one to take. */
  finished(): string;
}

/** What the line knows names and places from. */
export interface LineWords {
  themes: ReadonlySignal<ThemeIndex>;
  /** Ids of themes, the last used first. */
  recent: ReadonlySignal<readonly string[]>;
  /** Ids of the themes suggested, the first on offer. Asked as the line changes: the offer does not change by itself. */
  suggested?(): readonly string[];
  people: ReadonlySignal<ThemeIndex>;
  /** Ids of people, the last named first. */
  named: ReadonlySignal<readonly string[]>;
  jumps: ReadonlySignal<readonly JumpTarget[]>;
  /** Somebody chose a place of the guide. */
  jump(to: JumpTarget): void;
}

const startsTag = /^[\p{L}]/u;

export function makeLineText(words: LineWords): LineText {
  const { themes, people } = words;
  const shown = signal<Shown>({ line: '', caret: 0 });
  const now = signal('');
  const caret = signal(0);
  const moved = signal<number | null>(null);
  const dismissed = signal(false);

  const found = computed(() => {
    if (dismissed.value) return null;
    const open = openSign(now.value, caret.value, themes.value, people.value);
    if (!open) return null;
    const options = optionsFor(open, words);
    return options.length > 0 ? { ...open, options } : null;
  });
  const offer = computed((): Offer | null => {
    const open = found.value;
    return open && { ...open, active: moved.value ?? activeAtFirst(open, now.value) };
  });

  const finished = computed(() => {
    const open = offer.value;
    const chosen = open?.options[open.active];
    if (!open || !chosen || chosen.fits === 'new' || open.sign === '/') return now.value;
    return withTheme(now.value, open.tag, chosen.name, open.sign).line;
  });

  const set = (line: string, at: number) => {
    batch(() => {
      now.value = line;
      caret.value = at;
      moved.value = null;
      dismissed.value = false;
    });
  };
  const show = (line: string, at = line.length) => {
    set(line, at);
    shown.value = { line, caret: at };
  };
  return {
    shown,
    now,
    caret,
    reading: computed(() => readLine(finished.value, themes.value, people.value)),
    offer,
    typed: set,
    show,
    step(by) {
      const open = offer.peek();
      if (!open) return;
      const n = open.options.length;
      moved.value = open.active < 0 ? (by > 0 ? 0 : n - 1) : (open.active + by + n) % n;
    },
    take(option) {
      const open = offer.peek();
      const chosen = open?.options[option ?? Math.max(0, open.active)];
      if (!open || !chosen) return false;
      if (chosen.jump) {
        // What else stands in the line stays there: half a note, and on to the next question.
        const rest = now.peek().slice(0, open.tag.from) + now.peek().slice(open.tag.to);
        show(rest, open.tag.from);
        words.jump(chosen.jump);
      } else if (open.sign !== '/') {
        const next = withTheme(now.peek(), open.tag, chosen.name, open.sign);
        show(next.line, next.caret);
      }
      return true;
    },
    append: (name) => show(withThemeBehind(now.peek(), name), caret.peek()),
    dismiss() {
      if (!offer.peek()) return false;
      dismissed.value = true;
      return true;
    },
    finished: () => finished.peek(),
  };
}

/** The sign nearest to the caret that something is being typed behind. */
function openSign(line: string, caret: number, themes: ThemeIndex, people: ThemeIndex) {
  const open = (sign: Offer['sign'], tag: OpenTag | null) => (tag ? [{ sign, tag }] : []);
  const all = [
    ...open('#', openTagAt(line, caret, themes)),
    ...open('@', openTagAt(line, caret, people, '@')),
    ...open('/', openJumpAt(line, caret)),
  ];
  return all.sort((a, b) => b.tag.from - a.tag.from)[0] ?? null;
}

function optionsFor({ sign, tag }: Pick<Offer, 'sign' | 'tag'>, words: LineWords): Option[] {
  switch (sign) {
    case '#':
      return themeOptions(tag, words.themes.value, [...(words.suggested?.() ?? []), ...words.recent.value]);
    case '@':
      return rankThemes(tag.text, words.people.value, words.named.value);
    case '/':
      return rankJumps(tag.text, words.jumps.value).map((jump) => ({
        id: `${jump.question} ${jump.probe}`,
        name: jump.text,
        fits: 'word',
        jump,
      }));
  }
}

function themeOptions(tag: OpenTag, themes: ThemeIndex, recent: readonly string[]): Option[] {
  const matches: Option[] = rankThemes(tag.text, themes, recent);
  const name = tag.text.replace(/[-_]+/g, ' ').trim();
  const isNew = startsTag.test(tag.text) && !/\s/.test(tag.text) && matches.every((m) => m.fits !== 'exact');
  return isNew ? [...matches, { id: '', name, fits: 'new' }] : matches;
}

/**
 * Enter completes a theme or a person only when the name starts as typed: "#pri" is price. A match inside a name, or a
 * second word that may be the sentence going on, is the user's to choose; and a bare sign chooses nothing. A place of the
 * guide is Enter's to take only where the line holds nothing else.
 */
function activeAtFirst({ sign, tag, options }: Omit<Offer, 'active'>, line: string): number {
  if (sign === '/') return tag.text !== '' && line.trim().length === tag.text.trim().length + 1 ? 0 : -1;
  const fits = options[0]?.fits;
  if (tag.text === '' || /\s/.test(tag.text)) return -1;
  if (fits === 'exact' || fits === 'start') return 0;
  return options.findIndex((o) => o.fits === 'new');
}
