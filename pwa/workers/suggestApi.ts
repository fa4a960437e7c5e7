import type { Suggestion, TaggedText, Theme } from '#core/themes/index.ts';

/** What the worker answers; `suggestClient.ts` makes the port `ThemeSuggester` of it. */
export interface SuggestWorker {
  follow(themes: readonly Theme[]): void;
  hold(interview: string, notes: readonly TaggedText[]): void;
  release(interview: string): void;
  suggest(line: string): Suggestion[];
  nearest(text: string, most: number): string[];
}
