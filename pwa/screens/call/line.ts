import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import {
  type OpenTag,
  openTagAt,
  type ReadLine,
  rankThemes,
  readLine,
  type ThemeIndex,
  withTheme,
  withThemeBehind,
} from '#core/notes/index.ts';

/** One theme on offer; `new` creates it. */
export interface Option {
  id: string;
  name: string;
  fits: 'exact' | 'start' | 'word' | 'new';
}

/** Themes offered for the `#` at the caret. */
export interface Offer {
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

/** The text of the capture line while it is being typed: how it reads, which themes fit. */
export interface LineText {
  /** What the input must show, after a change that was not typed. */
  shown: ReadonlySignal<Shown>;
  now: ReadonlySignal<string>;
  /** How Enter would keep the line. */
  reading: ReadonlySignal<ReadLine>;
  offer: ReadonlySignal<Offer | null>;
  typed(line: string, caret: number): void;
  show(line: string, caret?: number): void;
  /** Moves through the offer, round at the ends. */
  step(by: 1 | -1): void;
  /** Writes an option of the offer into the line; without a number the one that Tab takes. */
  take(option?: number): boolean;
  /** Writes a theme behind the line; the caret stays where it is. */
  append(name: string): void;
  /** Puts the offer away until the next key. */
  dismiss(): boolean;
  /** The line as Enter keeps it: with the unfinished theme completed when there is one to take. */
  finished(): string;
}

const startsTag = /^[\p{L}]/u;

export function makeLineText(
  themes: ReadonlySignal<ThemeIndex>,
  recent: ReadonlySignal<readonly string[]>,
  /** Ids of suggested themes: the first on offer. Asked as the line changes; the offer does not change by itself. */
  suggested: () => readonly string[] = () => [],
): LineText {
  const shown = signal<Shown>({ line: '', caret: 0 });
  const now = signal('');
  const caret = signal(0);
  const moved = signal<number | null>(null);
  const dismissed = signal(false);

  const found = computed(() => {
    const tag = dismissed.value ? null : openTagAt(now.value, caret.value, themes.value);
    if (!tag) return null;
    const options = optionsFor(tag, themes.value, [...suggested(), ...recent.value]);
    return options.length > 0 ? { tag, options } : null;
  });
  const offer = computed((): Offer | null => {
    const { tag, options } = found.value ?? {};
    if (!tag || !options) return null;
    return { tag, options, active: moved.value ?? activeAtFirst(tag, options) };
  });

  const finished = computed(() => {
    const open = offer.value;
    const chosen = open?.options[open.active];
    if (!open || !chosen || chosen.fits === 'new') return now.value;
    return withTheme(now.value, open.tag, chosen.name).line;
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
    reading: computed(() => readLine(finished.value, themes.value)),
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
      const next = withTheme(now.peek(), open.tag, chosen.name);
      show(next.line, next.caret);
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

function optionsFor(tag: OpenTag, themes: ThemeIndex, recent: readonly string[]): Option[] {
  const matches: Option[] = rankThemes(tag.text, themes, recent);
  const name = tag.text.replace(/[-_]+/g, ' ').trim();
  const isNew = startsTag.test(tag.text) && !/\s/.test(tag.text) && matches.every((m) => m.fits !== 'exact');
  return isNew ? [...matches, { id: '', name, fits: 'new' }] : matches;
}

/**
 * Enter completes a theme only when its name starts as typed: "#pri" is price. A match inside a name, or a second word
 * that may be the sentence going on, is the user's to choose; and a bare `#` chooses nothing.
 */
function activeAtFirst(tag: OpenTag, options: readonly Option[]): number {
  const fits = options[0]?.fits;
  if (tag.text === '' || /\s/.test(tag.text)) return -1;
  if (fits === 'exact' || fits === 'start') return 0;
  return options.findIndex((o) => o.fits === 'new');
}
