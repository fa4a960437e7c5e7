import type { Suggestion, TaggedText, Theme } from '../themes/index.ts';

/**
 * Suggests themes for what is being typed, away from the screen and on this device alone. It knows every tagged note of
 * the workspace, whoever tagged it and in whichever tab, and forgets what is erased. Where it fails nothing is suggested;
 * nobody is told, since nothing is lost.
 */
export interface ThemeSuggester {
  /** Every theme of the codebook, merged and retired ones too, whenever it changed. Called first. */
  follow(themes: readonly Theme[]): void;
  /** The notes of an interview that is on screen: known here sooner, and even where the disk refuses. */
  hold(interview: string, notes: readonly TaggedText[]): void;
  /** That interview is not on screen any more; from now on what is stored of it counts. */
  release(interview: string): void;
  /** What is worth showing beside an unfinished line, the best first. Null when another line was asked about since. */
  suggest(line: string): Promise<readonly Suggestion[] | null>;
  /** Ids of the themes that fit a finished note best, at most `most`, however improbable. */
  nearest(text: string, most: number): Promise<readonly string[]>;
}
