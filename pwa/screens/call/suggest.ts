import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import { steadyList } from '#core/browser/parts/steadyList.ts';
import { type TaggedNote, type ThemeIndex, typedName } from '#core/notes/index.ts';
import type { ThemeSuggester } from '#core/ports/suggest.ts';
import type { Codebook, Suggestion, Theme } from '#core/themes/index.ts';
import type { LineText } from './line.ts';

/** What the suggestions need of the call around them. */
export interface SuggestNeeds {
  suggester: ThemeSuggester | undefined;
  interview: string;
  codebook: ReadonlySignal<Codebook>;
  index: ReadonlySignal<ThemeIndex>;
  notes: ReadonlySignal<readonly TaggedNote[]>;
  /** The documents are open: codebook and notes are read. */
  ready: ReadonlySignal<boolean>;
}

/** Themes suggested for what is being typed. They come when they come; no key waits for them. */
export interface Suggested {
  /** Those worth showing, the one that Tab takes first; none while the list of themes is open. */
  shown: ReadonlySignal<readonly Theme[]>;
  /** Name of the one that was taken last, until the line changes. */
  taken: ReadonlySignal<string>;
  /** Writes one of them behind the line; false when there is none. */
  take(at?: number): boolean;
  /** Ids of those found for the line. */
  ids(): readonly string[];
  /** Themes that fit a finished note best, at most `most`, however improbable. */
  nearest(text: string, most: number): Promise<Theme[]>;
  /** Begins to follow a line. */
  start(line: Pick<LineText, 'reading' | 'offer' | 'append'>): void;
  dispose(): void;
}

/** Asks the suggester about the line as it changes, and tells it of this call's notes and of the codebook. */
export function makeSuggested(needs: SuggestNeeds): Suggested {
  const { suggester, codebook, index, interview } = needs;
  const found = signal<readonly Suggestion[]>([]);
  const taken = signal('');
  const followed = signal<Pick<LineText, 'reading' | 'offer' | 'append'> | null>(null);
  const stops: (() => void)[] = [];
  let asked = '';
  let told: Codebook | null = null;

  /** A theme that can be chosen and typed. */
  const themeOf = (id: string): Theme[] => {
    const theme = codebook.value.open.find((t) => t.id === id);
    return theme && index.value.byName.get(typedName(theme.name))?.id === id ? [theme] : [];
  };
  const shown = steadyList(() => {
    const line = followed.value;
    if (!line || line.offer.value) return [];
    const tagged = new Set(line.reading.value.themes.map(({ id }) => id));
    return found.value.filter(({ theme }) => !tagged.has(theme)).flatMap(({ theme }) => themeOf(theme));
  });
  const ask = async (text: string) => {
    asked = text;
    taken.value = '';
    const answer = text === '' ? [] : await suggester?.suggest(text);
    if (answer && asked === text) found.value = inPlace(found.peek(), answer);
  };

  return {
    shown,
    taken,
    take(at = 0) {
      const theme = shown.peek()[at];
      if (!theme) return false;
      followed.peek()?.append(theme.name);
      taken.value = theme.name;
      return true;
    },
    ids: () => found.peek().map(({ theme }) => theme),
    async nearest(text, most) {
      const ids = (await suggester?.nearest(text, most)) ?? [];
      return untracked(() => ids.flatMap(themeOf));
    },
    start(line) {
      if (!suggester) return;
      followed.value = line;
      stops.push(
        effect(() => {
          if (!needs.ready.value) return;
          if (told !== codebook.value) suggester.follow([...codebook.value.all.values()]);
          told = codebook.value;
          suggester.hold(interview, needs.notes.value.map(textOf));
        }),
        effect(() => void ask(line.reading.value.text)),
        () => suggester.release(interview),
      );
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

const textOf = ({ id, text, mentions }: TaggedNote) => ({
  note: id,
  text,
  themes: mentions.map(({ theme }) => theme),
});

/** The first keeps its place while nothing else is twice as probable: it must not change under a finger on its way to Tab. */
function inPlace(before: readonly Suggestion[], now: readonly Suggestion[]): readonly Suggestion[] {
  const kept = now.find(({ theme }) => theme === before[0]?.theme);
  const best = now[0];
  if (!kept || !best || kept.share * 2 < best.share) return now;
  return [kept, ...now.filter((s) => s !== kept)];
}

/** Numbers that are kept for the themes that fit a note best. */
export const mostNear = 3;

/**
 * Themes by number: those near a note first, then the usual ones from number four on, each in its own place; one that is
 * near already, and a first number that is left over, goes to the next of the usual ones without a number.
 */
export function numbered(near: readonly Theme[], usual: readonly Theme[]): Theme[] {
  if (near.length === 0) return [...usual];
  const isNear = (theme: Theme) => near.some(({ id }) => id === theme.id);
  const own = usual.slice(0, Math.max(0, usual.length - mostNear));
  const spare = usual.slice(own.length).filter((theme) => !isNear(theme));
  const filled = (theme: Theme | undefined) => (theme && !isNear(theme) ? theme : spare.shift());
  const first = Array.from({ length: mostNear }, (_, i) => near[i] ?? spare.shift());
  return [...first, ...own.map(filled)].filter((theme) => theme !== undefined);
}
