import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type ReadLine, readLine, withTheme, withThemeBehind } from '#core/notes/index.ts';
import { activeAtFirst, type LineWords, type Offer, openSign, optionsFor, signOf } from './offer.ts';

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
    return withTheme(now.value, open.tag, chosen.name, signOf(chosen, open.sign)).line;
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
        if (open.sign === '@' && chosen.fits === 'new' && !words.addRival(chosen.name)) return false;
        const isNew = chosen.fits === 'new';
        const next = withTheme(now.peek(), open.tag, chosen.name, signOf(chosen, open.sign), isNew);
        show(next.line, next.caret);
      }
      return true;
    },
    append(name) {
      const next = withThemeBehind(now.peek(), caret.peek(), name, themes.peek());
      show(next.line, next.caret);
    },
    dismiss() {
      if (!offer.peek()) return false;
      dismissed.value = true;
      return true;
    },
    finished: () => finished.peek(),
  };
}
